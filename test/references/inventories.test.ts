import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {createProject, type InventoryEntry} from '../../src/index.js'
import {
  readMystXref,
  readObjectsInv,
  toMystReferences,
  writeMystXref,
  writeObjectsInv
} from '../../src/inventories.js'
import {hasShared, sharedRoot} from '../support.js'

const folder = join(sharedRoot, 'inventories')
const names = hasShared ? readdirSync(folder) : []
const lines = (entries: readonly InventoryEntry[]) =>
  entries.map((e) => [e.name, e.domain, e.type, e.priority, e.uri, e.displayName].join('\t')).sort()

const withoutPriority = (entries: readonly InventoryEntry[]) =>
  lines(entries.map((each) => ({...each, priority: 0})))
const throughMyst = (entries: readonly InventoryEntry[]) =>
  readMystXref(writeMystXref({format: '1', references: toMystReferences(entries)}), {baseUrl: ''}).entries

describe.skipIf(!hasShared)('inventories of real projects (from ../shared)', () => {
  test.each(names.filter((name) => name.endsWith('.inv')))('%s is read and written back equal', (name) => {
    const read = readObjectsInv(new Uint8Array(readFileSync(join(folder, name))), {baseUrl: ''})
    const bytes = writeObjectsInv(read)
    const again = readObjectsInv(bytes, {baseUrl: ''})
    expect(lines(again.entries)).toEqual(lines(read.entries))
    expect([again.project, again.version, again.messages]).toEqual([read.project, read.version, []])
    expect(writeObjectsInv({...again, entries: [...again.entries].reverse()})).toEqual(bytes)
  })

  test.each(names.filter((name) => name.endsWith('.inv')))('%s goes to a myst.xref.json and back', (name) => {
    const {entries} = readObjectsInv(new Uint8Array(readFileSync(join(folder, name))), {baseUrl: ''})
    expect(withoutPriority(throughMyst(entries))).toEqual(withoutPriority(entries))
  })

  test.each(names.filter((name) => name.endsWith('.json')))('%s is read and written back equal', (name) => {
    const json = readFileSync(join(folder, name), 'utf8')
    const read = readMystXref(json, {baseUrl: ''})
    expect(read.messages).toEqual([])
    expect(JSON.parse(writeMystXref(read))).toEqual(JSON.parse(json))
  })
})

const entry = (name: string, uri: string, displayName = name): InventoryEntry => ({
  name,
  domain: 'std',
  type: 'label',
  priority: -1,
  uri,
  displayName
})

test.each([
  ['numbers in a name', entry('Part 2 of 3', 'p.html#Part 2 of 3')],
  ['a place with a space', entry('a', 'First%20Steps.html')],
  ['an empty place', {...entry('index', '', 'Home - Guide'), type: 'doc'}],
  ['letters of other scripts', entry('目次', 'i.html#目次', 'Inhalt „so“')],
  ['a title of many words', entry('t', 't.html#t', 'A 1 b:c 2 d')]
])('%s survives being written and read', (_, each) => {
  const bytes = writeObjectsInv({project: 'P', version: '1', entries: [each]})
  expect(readObjectsInv(bytes, {baseUrl: ''}).entries).toEqual([each])
})

const project = createProject({
  pages: {
    'index.md': '(start)=\n# Home\n\nText.\n\n(para)=\nA paragraph.\n',
    'about/team.md': '# The *team* of {ref}`start`\n\n(team:members)=\n## Members\n\n## Others\n'
  }
})

test('a project offers its pages and labels as Sphinx does', () => {
  const {
    entries,
    project: name,
    version
  } = readObjectsInv(
    writeObjectsInv({project: 'Docs', version: '2.0', entries: project.inventory.entries()}),
    {baseUrl: ''}
  )
  expect([name, version]).toEqual(['Docs', '2.0'])
  expect(
    entries.map((e) => `${e.name} ${e.domain}:${e.type} ${e.priority} ${e.uri} ${e.displayName}`)
  ).toEqual([
    'about/team std:doc -1 about/team.html The team of start',
    'index std:doc -1 index.html Home',
    'para std:label -1 index.html#para para',
    'start std:label -1 index.html#start Home',
    'team:members std:label -1 about/team.html#team-members Members'
  ])
})

test('entries of all kinds go to a myst.xref.json and back', () => {
  const entries: InventoryEntry[] = [
    {...entry('index', 'index.html', 'Home'), type: 'doc'},
    {...entry('about/team', 'about/team/', 'Team'), type: 'doc'},
    {...entry('else', 'named.html'), type: 'doc'},
    entry('crew', 'about/team/#crew', 'The crew'),
    entry('snake_case', 'a.html#snake-case', 'snake_case'),
    entry('top', 'a.html', 'The top'),
    {...entry('Rover', 'a.html#term-Rover'), type: 'term'},
    {...entry('rover.run', 'api.html#rover.run', 'run'), domain: 'py', type: 'function', priority: 1},
    {...entry('rover', 'api.html'), domain: 'py', type: 'module', priority: 1}
  ]
  expect(throughMyst(entries)).toEqual(entries)
  expect(toMystReferences(entries).slice(0, 5)).toEqual([
    {kind: 'page', data: '/index.json', url: '/index.html', title: 'Home'},
    {kind: 'page', data: '/about/team.json', url: '/about/team/', title: 'Team'},
    {identifier: 'else', kind: 'std:doc', data: '/named.json', url: '/named.html'},
    {identifier: 'crew', kind: 'heading', data: '/about/team.json', url: '/about/team/', title: 'The crew'},
    {identifier: 'snake_case', html_id: 'snake-case', kind: 'heading', data: '/a.json', url: '/a.html'}
  ])
})

test('another project finds by both inventories what this one offers', () => {
  const sphinx = readObjectsInv(writeObjectsInv({project: 'Docs', entries: project.inventory.entries()}), {
    baseUrl: 'https://docs.example/'
  })
  const myst = readMystXref(writeMystXref({format: '1', references: project.inventory.mystReferences()}), {
    baseUrl: 'https://docs.example'
  })
  const other = createProject({pages: {'index.md': ''}, inventories: {sphinx, myst}})
  for (const key of ['sphinx', 'myst']) {
    const ask = (markup: string) => other.resolve(markup.replaceAll('KEY', key), {from: 'index.md'})
    expect(ask('{external+KEY:ref}`team:members`')).toMatchObject({
      url: 'https://docs.example/about/team.html#team-members'
    })
    expect(ask('<inv:KEY:std:label#team:*>')).toMatchObject({
      url: 'https://docs.example/about/team.html#team-members'
    })
  }
})

test.each(['', '{', '[]', '{"references": {}}', '<html>'])('readMystXref tells that %j is none', (text) => {
  expect(readMystXref(text, {baseUrl: ''}).messages[0]?.ruleId).toBe('inventory-unreadable')
})

test('search ranks the name itself, its last part, its beginning, a part, the title', () => {
  const inventory = createProject({
    pages: {
      'team.md': '# X',
      'about/team.md': '# Y',
      'teams.md': '# Z',
      'my-team-page.md': '# W',
      'us.md': '# The team'
    }
  }).inventory
  expect(inventory.search('team').map(({entry: {name}}) => name)).toEqual([
    'team',
    'about/team',
    'teams',
    'my-team-page',
    'us'
  ])
  expect(inventory.search('*team').map(({entry: {name}}) => name)).toEqual(['team', 'about/team', 'us'])
  expect(inventory.search('taem').map(({entry: {name}}) => name)).toContain('team')
  expect(inventory.search('')).toEqual([])
})
