/** The documentation is a project like any other: built by the product, without a message, its samples run. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parse} from '../../src/index.js'
import {loadProject} from '../../src/node/index.js'
import {callIn} from '../cli/call.js'
import {folderWith, inventoryBytes, writeFiles} from '../folder.js'
import {projectRoot} from '../support.js'
import {printedBy, promisedBy, samplesOf} from './samples.js'

const docs = join(projectRoot, 'docs')
const read = (page: string): string => readFileSync(join(docs, page), 'utf8')

test('its pages have no message, and all stand in its table of contents', async () => {
  const {project, messages} = await loadProject(docs)
  expect([...messages, ...project.check()].map(String)).toEqual([])
  const listed = new Set(
    [...project.inventory.pages.values()].flatMap(({record}) =>
      record.tocs.flatMap(({entries}) => entries.map(({target}) => target))
    )
  )
  expect(
    project.pages.filter((page) => page !== 'index.md' && !listed.has(page.replace(/\.md$/, '')))
  ).toEqual([])
})

const guides = readdirSync(join(docs, 'guides')).map((name) => `guides/${name}`)

describe.each(guides)('in %s', (page) => {
  const samples = samplesOf(read(page), 'js')
  test.skipIf(samples.length === 0)('each sample in JavaScript prints what it says', async () => {
    for (const {code} of samples) {
      expect(promisedBy(code).length).toBeGreaterThan(0)
      expect(await printedBy(code, {})).toEqual(promisedBy(code))
    }
  })

  const commands = samplesOf(read(page), 'sh').flatMap(({code}) =>
    code.split('\n').filter((line) => line.startsWith('mystmark '))
  )
  test.skipIf(commands.length === 0)('each command makes sense', async () => {
    const folder = folderWith({
      'docs/index.md': '# Home',
      'docs/conf.py': 'project = "Docs"\n',
      'objects.inv': inventoryBytes('Survey', '1', ['team std:doc -1 team.html The team'])
    })
    for (const line of commands) {
      const {status, stderr} = await callIn(folder, ...wordsOf(line))
      expect([line, status, stderr.startsWith('mystmark:')]).toEqual([line, 0, false])
    }
  })
})

test('whoever follows the tutorial gets what it says', async () => {
  const folder = folderWith({})
  let commands = 0
  const steps: [kind: 'file' | 'call', name: string, text: string][] = []
  visit(parse(read('tutorial/first-site.md')), 'code', ({lang, filename, value}) => {
    if (filename !== undefined) steps.push(['file', filename, value])
    if (lang === 'console') steps.push(['call', '', value])
  })
  for (const [kind, name, text] of steps) {
    if (kind === 'file') {
      writeFiles(folder, {[name]: `${text}\n`})
      continue
    }
    const [line = '', ...promised] = text.split('\n')
    expect(line).toMatch(/^\$ npx mystmark /)
    const {stdout, stderr} = await callIn(folder, ...wordsOf(line.slice('$ npx '.length)))
    for (const each of promised) expect(stdout + stderr).toContain(each)
    commands++
  }
  expect(commands).toBeGreaterThan(4)
})

/** A command's words, without the program. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1)
}
