/** Every sample of the README is run, and must print what it says. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {takeOwnConfig} from '../src/node/config/own-config.js'
import {createSettings} from '../src/node/config/settings.js'
import {readJsonSource} from '../src/node/config/yaml-source.js'
import {callIn} from './cli/call.js'
import {printedBy, promisedBy, samplesOf} from './docs/samples.js'
import {folderWith, inventoryBytes} from './folder.js'

const root = new URL('../', import.meta.url).pathname
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const named = (language: string) => samplesOf(readme, language)

/** The folder that the samples talk of. */
const files = {
  'page.md': '# Page',
  'docs/index.md': '# Handbook\n\nMeet {doc}`about/team`.',
  'docs/about/team.md': '# Our team',
  'objects.inv': inventoryBytes('Survey', '1', ['team std:doc -1 team.html The team'])
}

describe('a sample in JavaScript prints what it says', () => {
  test.each(named('js'))('$title', async ({code}) => {
    expect(await printedBy(code, files)).toEqual(promisedBy(code))
  })
})

describe('a command of the README makes sense', () => {
  const lines = named('sh').flatMap(({code}) =>
    code.split('\n').filter((line) => line.startsWith('mystmark '))
  )

  test.each(lines)('%s', async (line) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const {status, stdout} = await callIn(folderWith(files), ...words.slice(1))
    expect(status).toBe(0)
    expect(stdout).not.toBe('')
  })

  test('there is one for each command', () => {
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'render',
      'build',
      'check',
      'config',
      'resolve',
      'inventory',
      'rename'
    ])
  })
})

test('the configuration of the README is one', () => {
  const faults: unknown[] = []
  for (const {code} of named('json')) {
    const tell = (...fault: unknown[]): void => void faults.push(fault)
    const settings = createSettings()
    const source = readJsonSource(code, {file: 'README.md', tell})
    if (source) takeOwnConfig(source, settings, tell)
    settings.finish(tell)
  }
  expect(named('json').length).toBe(1)
  expect(faults).toEqual([])
})

test('every file that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
  expect(links.length).toBeGreaterThan(3)
  for (const path of links.filter((each) => !/^nightly-feed$/.test(each)))
    expect(readFileSync(join(root, path)).length, path).toBeGreaterThan(0)
})
