/** A build that is killed, or finds the disk full, at any of its writes: the old site stays whole. */
import {spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildSite} from '../../../src/node/build-site.js'
import {loadProject} from '../../../src/node/load-project.js'

const program = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const preload = new URL('break-at.mjs', import.meta.url).href
const home = mkdtempSync(join(tmpdir(), 'mystmark-faults-'))
const docs = join(home, 'docs')
const out = join(home, 'public', 'site')
afterAll(() => rmSync(home, {recursive: true, force: true}))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(docs, path)), {recursive: true})
  writeFileSync(join(docs, path), text)
}

function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')])
  )
}

const build = async (): Promise<void> => {
  await buildSite({loaded: await loadProject(docs), out})
}

/** What stands beside the site. */
const beside = (): string[] => readdirSync(dirname(out)).filter((name) => name !== 'site')

let before: Map<string, string>
let after: Map<string, string>

beforeAll(async () => {
  put('index.md', '# Home\n\n![A plan](images/plan.svg)\n\n```{toctree}\nabout/team\n```\n')
  put('about/team.md', '# Team\n')
  put('images/plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await build()
  before = contents(out)
  cpSync(out, join(home, 'before'), {recursive: true})
  put('about/team.md', '# Crew\n')
  put('about/news.md', '---\norphan: true\n---\n# News\n')
  await build()
  after = contents(out)
  expect(after).not.toEqual(before)
})

function restore(): void {
  rmSync(dirname(out), {recursive: true, force: true})
  mkdirSync(dirname(out), {recursive: true})
  cpSync(join(home, 'before'), out, {recursive: true})
}

function breakAt(point: number, by: 'kill' | 'full') {
  return spawnSync(process.execPath, ['--import', preload, program, 'build', docs, '-o', out], {
    encoding: 'utf8',
    env: {...process.env, BREAK_AT: String(point), BREAK_BY: by}
  })
}

/** Which writes break: by chance, and always the last three, which put the new site in the place of the old one. */
function pointsOf(writes: number): number[] {
  const all = Array.from({length: writes}, (_, index) => index + 1)
  const wanted = process.env.MYSTMARK_QUICK ? 1 : process.env.CI ? 10 : 4
  return all.filter((point) => point > writes - 3 || Math.random() < wanted / writes)
}

describe.skipIf(!existsSync(program))('a build that breaks at one of its writes', {timeout: 300_000}, () => {
  let points: number[]
  beforeAll(() => {
    restore()
    const writes = Number(/(\d+) writes/.exec(breakAt(0, 'kill').stderr)?.[1])
    expect(writes).toBeGreaterThan(15)
    points = pointsOf(writes)
    console.info(`broken at writes ${points.join(', ')} of ${writes}`)
  })

  test('killed, leaves the old site or the new one, and the next build clears up', async () => {
    for (const point of points) {
      restore()
      expect(breakAt(point, 'kill').signal).toBe('SIGKILL')
      // In the moment between two renames the old site stands beside its place.
      const aside = beside().find((name) => name.endsWith('-old'))
      const standing = existsSync(out) ? out : join(dirname(out), aside ?? 'nowhere')
      expect([before, after], `killed at write ${point}`).toContainEqual(contents(standing))
      await build()
      expect(contents(out)).toEqual(after)
      expect(beside()).toEqual([])
    }
  })

  test('on a full disk, says so, and leaves the old site and nothing else', () => {
    for (const point of points) {
      restore()
      const {status, stderr} = breakAt(point, 'full')
      // What only takes the old site away needs no room.
      if (status === 0) {
        expect(contents(out), `full at write ${point}`).toEqual(after)
        continue
      }
      expect(status).toBe(2)
      expect(stderr).toContain('site cannot be written: the disk is full')
      expect(contents(out), `full at write ${point}`).toEqual(before)
      expect(beside()).toEqual([])
    }
  })
})

test('where a build was killed between its two renames, the next one brings the old site back even if it fails', async () => {
  restore()
  const aside = join(dirname(out), '.site-99999999-0a1b2c3d-old')
  cpSync(out, aside, {recursive: true})
  rmSync(out, {recursive: true})
  await expect(
    buildSite({
      loaded: await loadProject(docs),
      out,
      onProgress() {
        throw new Error('stop')
      }
    })
  ).rejects.toThrow('stop')
  expect(contents(out)).toEqual(before)
  expect(beside()).toEqual([])
})

test('folders of builds that are running, and folders of other names, are left alone', async () => {
  restore()
  const names = [`.site-${process.pid}-0a1b2c3d`, '.site-notes', '.other-99999999-0a1b2c3d']
  for (const name of names) mkdirSync(join(dirname(out), name))
  await build()
  expect(beside().sort()).toEqual(names.sort())
})

const small = (): boolean =>
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', '/mnt']).status === 0

test.skipIf(!existsSync(program) || !small())(
  'a file system that is too small for the new site keeps the old one (skipped where none can be mounted)',
  () => {
    const disk = join(home, 'disk')
    mkdirSync(disk, {recursive: true})
    const large = join(home, 'large')
    cpSync(docs, large, {recursive: true})
    writeFileSync(join(large, 'images', 'plan.svg'), `<svg>${' '.repeat(2_000_000)}</svg>`)
    const script = [
      'mount -t tmpfs -o size=1m tmpfs "$1"',
      '"$2" "$3" build "$4" -o "$1/site" >&2 || exit 10',
      'cp -r "$1/site" "$6"',
      '"$2" "$3" build "$5" -o "$1/site"',
      'status=$?',
      'diff -r "$6" "$1/site" || exit 11',
      'ls -A "$1"',
      'exit $status'
    ].join('\n')
    const {status, stdout, stderr} = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', disk, process.execPath, program, docs, large, join(home, 'copy')],
      {encoding: 'utf8'}
    )
    expect([status, stdout]).toEqual([2, 'site\n'])
    expect(stderr).toContain('cannot be written: the disk is full')
  }
)
