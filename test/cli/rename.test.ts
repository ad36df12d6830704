import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readFolder} from '../support.js'
import {call, callIn} from './call.js'

const fixture = join(new URL('../../', import.meta.url).pathname, 'test/fixtures/observatory')

function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'mystmark-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  cpSync(fixture, root, {recursive: true})
  return root
}

async function isClean(root: string): Promise<void> {
  const {stdout, status} = await callIn(root, 'check', '.', '--strict')
  expect([stdout, status]).toEqual(['', 0])
}

test.each([
  ['instruments:dish', 'the-dish'],
  ['team:members', 'crew'],
  ['first-night', 'guide:begin'],
  ['weather', 'clouds']
])('the label %s becomes %s everywhere, and nothing else changes', async (old, wanted) => {
  const root = copy()
  const {status, stderr} = await callIn(root, 'rename', '.', old, wanted)
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^✔ \d+ places? in \d+ pages? changed\n$/)])
  const after = readFolder(root)
  const before = readFolder(fixture)
  expect(after).not.toEqual(before)
  const id = old.replace(':', '-')
  for (const [page, text] of Object.entries(before)) {
    // Only lines that name the label change, and only in that.
    const wantedText = text
      .split('\n')
      .map((line) =>
        line
          .replaceAll(`:link: ${old}`, `:link: ${wanted}`)
          .replaceAll(`(${old})`, `(${wanted})`)
          .replaceAll(`<${old}>`, `<${wanted}>`)
          .replaceAll(`#${old})`, `#${wanted})`)
          .replaceAll(`#${id})`, `#${wanted})`)
      )
      .join('\n')
    expect(after[page]).toBe(wantedText)
  }
  await isClean(root)
})

test.each([
  ['about/team.md', 'about/people.md'],
  ['about/team.md', 'people.md'],
  ['guide/visiting.md', 'about/visits/public.md'],
  ['guide/contributing.md', 'about/helping.md'],
  ['about/index.md', 'about/us.md']
])('the page %s moves to %s, and every reference follows', async (old, wanted) => {
  const root = copy()
  const {status, stderr} = await callIn(root, 'rename', '.', old, wanted)
  expect([status, stderr]).toEqual([0, expect.stringContaining('✔')])
  expect([existsSync(join(root, old)), existsSync(join(root, wanted))]).toEqual([false, true])
  await isClean(root)
})

test('a dry run shows the lines and changes nothing', async () => {
  const files = {'index.md': '(a)=\n# Home\n', 'b.md': 'See {ref}`a`, {ref}`so <a>`, [](#a) and `a`.\n'}
  const {status, stdout, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start', '--dry-run')
  expect(stdout).toBe(
    '--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-See {ref}`a`, {ref}`so <a>`, [](#a) and `a`.\n+See {ref}`start`, {ref}`so <start>`, [](#start) and `a`.\n' +
      '--- a/index.md\n+++ b/index.md\n@@ -1 +1 @@\n-(a)=\n+(start)=\n'
  )
  expect([status, stderr]).toEqual([0, '✔ 4 places in 2 pages would change\n'])
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(files['b.md'])
})

test.each([
  ['nothing', 'x', 'there is no label or page "nothing"'],
  ['a', 'b', 'there is a label "b" already'],
  ['a', 'two words', '"two words" is no label'],
  ['index.md', '../out.md', 'a page is a path from the project'],
  ['index.md', 'c.md', 'there is a file "c.md" already']
])('%s to %s is refused', async (old, wanted, reason) => {
  const {status, stderr} = await call(
    {'index.md': '(a)=\n# A\n\n(b)=\n## B\n', 'c.md': ''},
    'rename',
    '.',
    old,
    wanted
  )
  expect(status).toBe(2)
  expect(stderr).toContain(reason)
})

test('where a reference would be lost nothing is changed', async () => {
  const files = {'index.md': '(a)=\n# Home\n\n```{include} part.txt\n```\n', 'part.txt': '{ref}`a`\n'}
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start')
  expect(status).toBe(1)
  expect(stderr).toContain('part.txt:1:')
  expect(readFileSync(join(cwd, 'index.md'), 'utf8')).toBe(files['index.md'])
})

test('where a reference would lead to another place without a word nothing is changed', async () => {
  const files = {'index.md': '(a)=\n# Home\n', 'b.md': '# Start\n\n[x](#a)\n'}
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start')
  expect(status).toBe(1)
  expect(stderr).toContain('b.md:3: the reference would lead to another place')
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(files['b.md'])
})
