import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readObjectsInv} from '../../src/inventories.js'
import {inventoryBytes} from '../folder.js'
import {call, callIn} from './call.js'

const rover = inventoryBytes('Rover', '2.0', [
  'gear std:label -1 gear.html#$ The gear',
  'start std:doc -1 start.html Getting started',
  'rover.Wheel py:class 1 api.html#$ -'
])

const handbook = {
  'docs/index.md': '# Handbook\n\nSee {doc}`about/team` and [the members](team:members).\n',
  'docs/about/team.md': '(team:members)=\n# Team\n\nBack to {doc}`../index`.\n',
  'rover.inv': rover
}

const faulty = {
  'docs/index.md': '# Handbook\n\nSee {doc}`about/teem`.\n\n:::{notte}\nHello, all: 100%\n:::\n'
}

describe('help and misuse', () => {
  test.each(['--help', 'render --help', 'build --help', 'check -h', 'help resolve', 'inventory --help'])(
    'mystmark %s goes to the standard output',
    async (line) => {
      const {status, stdout, stderr} = await call({}, ...line.split(' '))
      expect([status, stderr]).toEqual([0, ''])
      await expect(stdout).toMatchFileSnapshot(
        `snapshots/${line.replace(/\W+/g, '-').replace(/^-|-$/g, '')}.txt`
      )
    }
  )

  test('--version says the version of the package', async () => {
    expect((await call({}, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })

  test.each([
    ['', 'a command is missing'],
    ['chek docs', 'there is no command "chek"; did you mean "check"?'],
    ['--verison', 'there is no option --verison'],
    ['check', 'check: FOLDER is missing'],
    ['check docs more', 'check: "more" is one argument too many'],
    ['check docs --strickt', 'check: there is no option --strickt; did you mean "--strict"?'],
    ['check docs --strict=yes', 'check: the option --strict takes no value'],
    ['check docs --format', 'check: the option --format takes a value: --format text|json|github|sarif'],
    [
      'check docs --format jsn',
      '--format is one of text, json, github, sarif; "jsn" is not; did you mean "json"?'
    ],
    ['check docs --engine rust', '--engine is one of native, remark; "rust" is not'],
    ['check dcs', 'check: there is no folder "dcs"; did you mean "docs"?'],
    ['check rover.inv', 'check: "rover.inv" is a file; give the folder of the project'],
    ['check empty', 'check: there is no page in "empty": no file there ends in .md'],
    [
      'check docs --inventory rover',
      '--inventory takes KEY=FILE-OR-URL[,BASE-URL]; "rover" is not of that form'
    ],
    ['check docs --inventory rover=rover.inv', 'write rover=rover.inv,BASE-URL'],
    ['check docs --inventory rover=rover.inv,en', 'the base of the inventory "rover" is an address'],
    ['resolve docs {doc}`x`', 'resolve: --from PAGE is missing'],
    [
      'resolve docs {doc}`x` --from about/teem.md',
      'the project has no page "about/teem.md"; did you mean "about/team.md"?'
    ],
    ['build docs', 'build: where to? Give -o FOLDER, or "out" in mystmark.config.json'],
    ['build docs -o .', 'build: the site would replace the project itself'],
    ['build docs -o empty', 'is not empty and was not written by a build'],
    ['build docs -o site --url-style dir', '--url-style is one of file, folder; "dir" is not'],
    ['render nowhere.md', 'render: "nowhere.md": the file cannot be read: it is not there'],
    ['render docs', 'render: "docs": the file cannot be read: it is a folder'],
    ['render docs/index.md --format ast --standalone', 'render: --standalone goes with --format html only']
  ])('mystmark %s: a sentence, the usage and status 2', async (line, sentence) => {
    const files = {...handbook, 'empty/readme.txt': ''}
    const {status, stdout, stderr} = await call(files, ...line.split(' ').filter(Boolean))
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('\nUsage: mystmark ')
    expect([status, stdout]).toEqual([2, ''])
  })
})

describe('check', () => {
  test('a clean project: status 0 and one line for people', async () => {
    expect(await call(handbook, 'check', 'docs')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '✔ 2 pages, 3 of 3 references resolved, 0.0 s\n'
    })
  })

  test('--verbose says which engine parsed each page, and why not the faster one', async () => {
    const files = {'docs/index.md': '# Home\n', 'docs/old.md': '- >> said\n'}
    const verbose = await call(files, 'check', 'docs', '--verbose')
    expect(verbose.stderr).toContain(
      'docs/index.md: parsed by native\ndocs/old.md: parsed by remark: a quote in a quote\n'
    )
    const {stderr} = await call(files, 'check', 'docs', '--verbose', '--engine', 'remark')
    expect(stderr).toContain('docs/index.md: parsed by remark\n')
  })

  test('findings are printed by cause and counted, with status 1', async () => {
    const {status, stdout, stderr} = await call(faulty, 'check', 'docs')
    expect(status).toBe(1)
    expect(stderr).toBe('✖ 1 page, 0 of 1 reference resolved, 2 warnings, 0.0 s\n')
    await expect(stdout).toMatchFileSnapshot('snapshots/check-text.txt')
  })

  test('one cause in many places is said once, what is meant behind each place where that differs', async () => {
    const files = {
      'docs/index.md': '# Home\n\n[](#tema), {ref}`tema` and {ref}`tema`\n',
      'docs/about/a.md': '# A\n\n{ref}`tema`, {doc}`instal`\n',
      'docs/about/team.md': '(team)=\n# Team\n',
      'docs/about/install.md': '# Install\n',
      'docs/b.md': '# B\n\n{doc}`instal`\n\n```{note}\n:x: y\n```\n'
    }
    const {stdout} = await call(files, 'check', 'docs')
    await expect(stdout).toMatchFileSnapshot('snapshots/check-causes.txt')
  })

  test('as JSON, files count from the project', async () => {
    const {status, stdout} = await call(faulty, 'check', 'docs', '--format', 'json')
    const data: unknown = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(data).toEqual({
      pages: 1,
      seconds: expect.any(Number),
      references: {total: 1, resolved: 0},
      messages: [
        {
          file: 'index.md',
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 21,
          ruleId: 'unknown-document',
          severity: 'warning',
          message: 'there is no page "about/teem"'
        },
        expect.objectContaining({ruleId: 'unknown-directive', line: 5, severity: 'warning'})
      ]
    })
  })

  test.each(['github', 'sarif'])('as %s, files count from where the program runs', async (format) => {
    const {status, stdout} = await call(faulty, 'check', 'docs', '--format', format)
    expect(status).toBe(1)
    await expect(stdout.replace(/"version": "\d+\.\d+\.\d+"/g, '"version": "…"')).toMatchFileSnapshot(
      `snapshots/check-${format}.txt`
    )
  })

  test('an inventory of the command line is used, and its faults are findings', async () => {
    const files = {...handbook, 'docs/index.md': '{external+rover:std:doc}`start`', 'bad.inv': 'no'}
    const good = ['--inventory', 'rover=rover.inv,https://rover.example/']
    expect((await call(files, 'check', 'docs', ...good)).status).toBe(0)
    const bad = await call(files, 'check', 'docs', ...good, '--inventory', 'x=bad.inv,https://x.example/')
    expect(bad.status).toBe(1)
    expect(bad.stdout).toContain('inventory-unreadable')
  })
})

describe('build', () => {
  test('writes a site, says where on the standard output, and leaves no trace of the way', async () => {
    const {status, stdout, stderr, cwd} = await call(handbook, 'build', 'docs', '-o', 'site')
    expect({status, stdout, stderr}).toEqual({status: 0, stdout: 'site\n', stderr: '✔ 2 pages, 0.0 s\n'})
    expect(readFileSync(join(cwd, 'site/index.html'), 'utf8')).toContain(
      'href="about/team.html#team-members"'
    )
    expect(readdirSync(cwd).sort()).toEqual(['docs', 'rover.inv', 'site'])
  })

  test('takes addresses and their base as asked', async () => {
    const {cwd} = await call(
      handbook,
      'build',
      'docs',
      '-o',
      'site',
      '--url-style',
      'folder',
      '--base',
      '/book/'
    )
    const page = readFileSync(join(cwd, 'site/about/team/index.html'), 'utf8')
    expect(page).toContain('href="/book/"')
  })

  test('warnings are printed and count only if asked for', async () => {
    const {status, stderr} = await call(faulty, 'build', 'docs', '-o', 'site')
    expect(status).toBe(0)
    expect(stderr).toContain('docs/index.md:3:11\n')
    expect(stderr).toContain('✔ 1 page, 2 warnings, 0.0 s\n')
    expect((await call(faulty, 'build', 'docs', '-o', 'site', '--strict')).status).toBe(1)
  })

  test('what was built within the project is no page of it, also in a second build', async () => {
    const files = {'docs/index.md': '{download}`notes.md`\n', 'docs/notes.md': '# Notes\n'}
    const {cwd} = await call(files, 'build', 'docs', '-o', 'docs/site')
    expect(await callIn(cwd, 'build', 'docs', '-o', 'docs/site')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('✔ 2 pages, ')
    })
  })
})

describe('render', () => {
  const page = {'page.md': '# Hello\n\n:::{tip}\nGood {nowhere}`day`.\n:::\n'}

  test('prints the body, and says on the other stream what is wrong', async () => {
    const {status, stdout, stderr} = await call(page, 'render', 'page.md')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<h1 id="hello">Hello<\/h1>[\s\S]*class="admonition tip"/)
    expect(stderr).toContain('page.md:4:7\n')
    expect(stderr).toContain('unknown-role')
  })

  test('--strict makes warnings count', async () => {
    expect((await call(page, 'render', 'page.md', '--strict')).status).toBe(1)
  })

  test('--standalone is a whole document with title and style, and reads a pipe', async () => {
    const {stdout} = await call({}, 'render', '-', '--standalone')
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).toContain('<title>From a pipe</title>')
    expect(stdout).toContain('.admonition')
  })

  test.each([
    ['ast', 'heading'],
    ['hast', 'element']
  ])('--format %s prints a tree', async (format, type) => {
    const {stdout} = await call(page, 'render', 'page.md', '--format', format)
    const tree: unknown = JSON.parse(stdout)
    expect(tree).toMatchObject({type: 'root'})
    expect(tree).toHaveProperty('children.0.type', type)
  })

  test('an inventory of the command line is referred to', async () => {
    const files = {'page.md': '{external+rover:std:doc}`start`', 'rover.inv': rover}
    const inventory = ['--inventory', 'rover=rover.inv,https://rover.example/']
    const {stdout, stderr} = await call(files, 'render', 'page.md', ...inventory)
    expect(stderr).toBe('')
    expect(stdout).toContain('<a class="reference external" href="https://rover.example/start.html"')
  })
})

describe('resolve', () => {
  test('says where a reference leads', async () => {
    const asked = ['resolve', 'docs', '[](team:members)', '--from', 'index.md']
    expect(await call(handbook, ...asked)).toMatchObject({
      status: 0,
      stdout: 'about/team.html#team-members  label "team:members" at about/team.md:1:2, "Team"\n',
      stderr: ''
    })
  })

  test('--explain lists the steps', async () => {
    const asked = ['resolve', 'docs', '[](team:members)', '--from', 'index', '--explain']
    await expect((await call(handbook, ...asked)).stdout).toMatchFileSnapshot('snapshots/resolve-explain.txt')
  })

  test('what is missing is status 1, with what was near', async () => {
    const {status, stdout, stderr} = await call(
      handbook,
      'resolve',
      'docs',
      '{doc}`teem`',
      '--from',
      'about/team.md'
    )
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^missing: there is no page "teem"; did you mean /)
  })

  test('as JSON it is the resolution itself', async () => {
    const asked = ['resolve', 'docs', '{doc}`about/team`', '--from', 'index.md', '--format', 'json']
    const {stdout} = await call(handbook, ...asked)
    expect(JSON.parse(stdout)).toMatchObject({status: 'resolved', kind: 'page', url: 'about/team.html'})
  })
})

describe('inventory', () => {
  test('lists what there is to refer to', async () => {
    const {status, stdout, stderr} = await call(handbook, 'inventory', 'rover.inv')
    expect([status, stderr]).toEqual([0, 'Rover 2.0: 3 entries\n'])
    await expect(stdout).toMatchFileSnapshot('snapshots/inventory.txt')
  })

  test('--search looks in names and titles; nothing found is status 1 with what was near', async () => {
    const {stdout} = await call(handbook, 'inventory', 'rover.inv', '--search', 'GETTING')
    expect(stdout).toMatch(/^std:doc +start/)
    expect(await call(handbook, 'inventory', 'rover.inv', '--search', 'gaer')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'Rover 2.0: 0 of 3 entries; did you mean "gear"?\n'
    })
  })

  test('the likeliest come first, and * stands for anything', async () => {
    const names = async (text: string) =>
      (await call(handbook, 'inventory', 'rover.inv', '--search', text)).stdout.match(/(?<=^\S+ +)\S+/gm)
    expect(await names('*e*')).toEqual(['gear', 'rover.Wheel', 'start'])
    expect(await names('r')).toEqual(['rover.Wheel', 'gear', 'start'])
  })

  test('is written as an objects.inv, whichever it was', async () => {
    const xref = '{"version": "1", "references": [{"kind": "page", "url": "/plan", "data": "/plan.json"}]}'
    const {status, stdout, cwd} = await call({'x.json': xref}, 'inventory', 'x.json', '--out', 'objects.inv')
    expect([status, stdout]).toEqual([0, ''])
    expect(readObjectsInv(readFileSync(join(cwd, 'objects.inv')), {baseUrl: ''}).entries).toMatchObject([
      {domain: 'std', type: 'doc', name: 'plan', uri: 'plan'}
    ])
  })

  test('is written as a myst.xref.json where the file is called so, and back as the same objects.inv', async () => {
    const there = await call(handbook, 'inventory', 'rover.inv', '--out', 'rover.myst.xref.json')
    expect(there).toMatchObject({status: 0, stdout: '', stderr: 'Rover 2.0: 3 entries\n'})
    const {cwd} = there
    expect(JSON.parse(readFileSync(join(cwd, 'rover.myst.xref.json'), 'utf8'))).toMatchObject({version: '1'})
    await callIn(cwd, 'inventory', 'rover.myst.xref.json', '--out', 'back.inv')
    const places = (file: string) =>
      readObjectsInv(readFileSync(join(cwd, file)), {baseUrl: ''})
        .entries.map(({name, domain, type, uri, displayName}) =>
          [domain, type, name, uri, displayName].join()
        )
        .sort()
    expect(places('back.inv')).toEqual(places('rover.inv'))
    const some = await callIn(
      cwd,
      'inventory',
      'rover.myst.xref.json',
      '--search',
      'wheel',
      '--out',
      'some.json'
    )
    expect(some.status).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, 'some.json'), 'utf8'))).toEqual({
      version: '1',
      references: [
        {
          identifier: 'rover.Wheel',
          html_id: 'rover.Wheel',
          kind: 'py:class',
          data: '/api.json',
          url: '/api.html'
        }
      ]
    })
  })

  test('as JSON', async () => {
    const asked = ['inventory', 'rover.inv', '--search', 'wheel', '--format', 'json']
    expect(JSON.parse((await call(handbook, ...asked)).stdout)).toEqual({
      project: 'Rover',
      version: '2.0',
      entries: [
        {
          name: 'rover.Wheel',
          domain: 'py',
          type: 'class',
          priority: 1,
          uri: 'api.html#rover.Wheel',
          displayName: 'rover.Wheel'
        }
      ]
    })
  })

  test('what is no inventory is status 1', async () => {
    const {status, stderr, cwd} = await call({'a.inv': 'no'}, 'inventory', 'a.inv')
    expect(status).toBe(1)
    expect(stderr).toContain('warning: ')
    expect((await call({}, 'inventory', join(cwd, 'gone.inv'))).stderr).toContain('it is not there')
  })
})

test('mystmark inventory takes the folder of a site for what stands in it', async () => {
  const {cwd} = await call(handbook, 'build', 'docs', '-o', 'site')
  const {status, stdout} = await callIn(cwd, 'inventory', 'site', '--search', 'team')
  expect(status).toBe(0)
  expect(stdout).toContain('about/team.html')
  expect((await callIn(cwd, 'inventory', 'docs')).stderr).toContain('cannot be read: it is a folder')
})
