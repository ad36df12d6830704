/** What people reported of whole pages with other renderers, in our own words; the names of the tests say where. */
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parse, readObjectsInv, render} from '../../src/index.js'
import {toMarkdown} from '../../src/markdown.js'
import {createProject as createNodeProject} from '../../src/node/index.js'
import {createTestProject} from '../../src/testing/index.js'
import {cpuNow, filesBelow, hasShared, projectRoot, sharedRoot} from '../support.js'

test('a fault in a file that is read stands in that file (mystmd#3025, iss-055)', () => {
  const {html, messages} = createTestProject({
    pages: {'top.md': '# Up\n\nwords\n\n```{include} low/part.md\n```\n'},
    files: {'low/part.md': 'first\n\nodd {norole}`here` word\n'}
  }).render('top.md')
  expect(html).toContain('here')
  expect(messages.map(({file, line, column, ruleId}) => [file, line, column, ruleId])).toEqual([
    ['low/part.md', 3, 6, 'unknown-role']
  ])
})

test('its lines are those of the file, whatever part is read (mystmd#3025, iss-055)', () => {
  const {messages} = createTestProject({
    pages: {'top.md': '# Up\n\n```{include} part.md\n:start-line: 2\n```\n'},
    files: {'part.md': 'first\n\nodd {norole}`here` word\n'}
  }).render('top.md')
  expect(messages.map(({file, line, column}) => [file, line, column])).toEqual([['part.md', 3, 6]])
})

test('files that read each other end, with the whole chain said (mystmd#955, iss-057)', () => {
  const {html, messages} = createTestProject({
    pages: {'index.md': '# Up\n\n```{include} one.md\n```\n'},
    files: {
      'one.md': 'One\n\n```{include} two.md\n```\n',
      'two.md': 'Two\n\n```{include} one.md\n```\n'
    }
  }).render('index.md')
  expect(html).toMatch(/One.*Two/s)
  expect(messages.map(({file, line, ruleId}) => [file, line, ruleId])).toEqual([
    ['two.md', 3, 'include-loop']
  ])
  expect(messages[0]?.reason).toContain('index.md > one.md > two.md > one.md')
})

test('a file may be read twice side by side (mystmd#955, iss-057)', () => {
  const twice = '```{include} one.md\n```\n'
  const {html, messages} = createTestProject({
    pages: {'index.md': `# Up\n\n${twice}\n${twice}`},
    files: {'one.md': 'One\n'}
  }).render('index.md')
  expect(html.match(/One/g)).toHaveLength(2)
  expect(messages).toEqual([])
})

describe('HTML in a line stays in it (mystmd#1400, iss-069)', () => {
  const source = '- Press <kbd>Tab</kbd> for CO<sub>2</sub> here\n'

  test('where HTML is read', () => {
    const {html} = createNodeProject({pages: {'a.md': source}}).render('a.md')
    expect(html).toMatch(/<li>\s*Press <kbd>Tab<\/kbd> for CO<sub>2<\/sub> here\s*<\/li>/)
  })

  test('where it is shown as text', () => {
    const {html} = render(source)
    expect(html).toMatch(/<li>\s*Press .*Tab.* for CO.*2.* here\s*<\/li>/)
    expect(html).not.toContain('<p>')
  })
})

test.each([{}, {allowDangerousHtml: true}, {config: {idPrefix: 'user-content-'}}])(
  'every link into the page finds its id, once (remark-gfm#28, iss-072): %j',
  (options) => {
    const source = '# Up\n\nA[^m] and [top](#up) and {ref}`here <spot>`\n\n[^m]: Words.\n\n(spot)=\nText.\n'
    const {html} = render(source, options)
    const tree = fromHtml(html, {fragment: true})
    const ids: unknown[] = []
    const targets: string[] = []
    visit(tree, 'element', ({properties}) => {
      if (properties.id) ids.push(properties.id)
      if (typeof properties.href === 'string') targets.push(properties.href)
    })
    expect(targets).toHaveLength(4)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of targets) expect(ids).toContain(target.slice(1))
  }
)

describe('time grows with the text (micromark-extension-directive#13, iss-079)', () => {
  test.each([
    ['roles and brackets that nothing ends', (count: number) => `${'{x}`['.repeat(count)}\n`],
    ['brackets, roles and odd backticks', (count: number) => '[{x}``y '.repeat(count)]
  ])('%s', (_, make) => {
    const started = cpuNow()
    const {html} = render(make(8000))
    expect(html.length).toBeGreaterThan(8000)
    expect(cpuNow() - started).toBeLessThan(6000)
  })
})

describe('lines of an inventory are read in linear time (sphinx#8175, iss-081)', () => {
  test.each([
    ['colons', ':'.repeat(50_000)],
    ['words', `${'b '.repeat(50_000)}:`],
    ['entries in one line', 'q:r 1 '.repeat(20_000)]
  ])('%s', (_, line) => {
    const text = `# Sphinx inventory version 1\n# Project: P\n# Version: 1\n${line}\ngood mod page.html\n`
    const second = `# Sphinx inventory version 2\n# Project: P\n# Version: 1\n# none\n  ${line}\ngood std:label 1 page.html Good\n`
    for (const source of [text, second]) {
      const started = cpuNow()
      readObjectsInv(new TextEncoder().encode(source), {baseUrl: 'https://p.example/'})
      expect(cpuNow() - started).toBeLessThan(1000)
    }
  })
})

describe('what is written back is read as the same (mdast-util-directive#14, iss-083; curvenote#416, iss-085)', () => {
  const plain = (source: string) => render(source).html

  test('text that looks like markup stays text', () => {
    const source =
      '\\:::{tip}\nno box\n\n\\{sup}`3`\n\n\\(spot)=\n\n\\% seen\n\n\\+++ y\n\ncosts \\$7 and \\$8\n'
    const html = plain(source)
    expect(html.match(/<p>/g)).toHaveLength(6)
    expect(plain(toMarkdown(parse(source)))).toBe(html)
  })

  test('backticks in a title need another fence', () => {
    const source = ':::{list-table} Of `b` and X{sup}`3`\n:header-rows: 1\n\n* - A\n* - 1\n:::\n'
    const written = toMarkdown(parse(source))
    expect(written).not.toMatch(/^`{3}/m)
    expect(plain(written)).toBe(plain(source))
  })
})

test('one call gives the whole page and its messages, and leaves nothing behind (mystmd#824, iss-086)', () => {
  const source = '# Up\n\n| b |\n|--:|\n| $y$ |\n\n{norole}`z` A[^n]\n\n[^n]: Note\n'
  const first = render(source)
  expect(first.html).toMatch(/<h1.*Up<\/h1>.*right.*class="math.*z.*class="footnotes"/s)
  expect(first.messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['unknown-role', 7]])
  expect(render(source).html).toBe(first.html)
})

describe('the package is found by every way of asking (remark#819, iss-087)', () => {
  const manifest: {exports: Record<string, Record<string, unknown> | string>; type: string} = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8')
  )

  test('types come first, and there is a way for who asks for no kind of module', () => {
    expect(manifest.type).toBe('module')
    for (const entry of Object.values(manifest.exports)) {
      if (typeof entry === 'string' || !('types' in entry)) continue
      expect(Object.keys(entry)[0]).toBe('types')
      expect(Object.keys(entry).at(-1)).toBe('default')
    }
  })

  test.skipIf(!existsSync(join(projectRoot, 'dist/index.js')))('CommonJS imports it', () => {
    const code = 'import("mystmark").then(({render}) => process.stdout.write(render("# A").html))'
    const out = execFileSync('node', ['--input-type=commonjs', '--eval', code], {
      cwd: projectRoot,
      encoding: 'utf8'
    })
    expect(out).toContain('A</h1>')
  })
})

test.skipIf(!hasShared)('every report has a test that names it (../shared)', () => {
  const tests = filesBelow(join(projectRoot, 'test'), '.test.ts')
    .map((path) => readFileSync(join(projectRoot, 'test', path), 'utf8'))
    .join('\n')
  const reports = readFileSync(join(sharedRoot, 'cases/reported.jsonl'), 'utf8').match(/iss-\d+/g) ?? []
  expect(reports.length).toBeGreaterThan(40)
  expect([...new Set(reports)].filter((id) => !tests.includes(id))).toEqual([])
})
