/** Every directive, option and role that docutils, Sphinx, MyST-Parser and sphinx-design have: known, and of effect. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'
import {hasShared, sharedRoot} from '../support.js'

interface Listed {
  required_arguments: number
  optional_arguments: number
  has_content: boolean
  options: Record<string, string>
}

interface Registry {
  directives: Record<string, Listed>
  roles: Record<string, unknown>
  directive_aliases_en: Record<string, string>
  role_aliases_en: Record<string, string>
}

const registry: Registry = hasShared
  ? JSON.parse(readFileSync(join(sharedRoot, 'cases/registry.json'), 'utf8'))
  : {directives: {}, roles: {}, directive_aliases_en: {}, role_aliases_en: {}}

/** Names that nothing in Markdown can use. */
const noDirectives: Readonly<Record<string, string>> = {
  '_all-octicon': "a page of sphinx-design's own documentation",
  replace: 'reStructuredText takes it in a substitution definition alone',
  unicode: 'reStructuredText takes it in a substitution definition alone',
  'restructuredtext-test-directive': "docutils' own test"
}

/** docutils has their names for its parser, and raises "not implemented" for each. */
const noRoles = new Set([
  'anonymous-reference',
  'citation-reference',
  'footnote-reference',
  'named-reference',
  'restructuredtext-unimplemented-role',
  'substitution-reference',
  'target',
  'uri-reference',
  'uri',
  'url'
])

/** Options that are taken and change nothing, with the reason; `*` stands for every directive. */
const withoutEffect: Readonly<Record<string, string>> = {
  force: 'highlighting never fails a page',
  encoding: 'files are given as text',
  'no-index-entry': 'no index of objects is made',
  noindexentry: 'no index of objects is made',
  'no-contents-entry': 'objects stand in no table of contents',
  nocontentsentry: 'objects stand in no table of contents',
  'describe:no-index': 'nothing leads to it anyhow',
  'describe:noindex': 'nothing leads to it anyhow',
  'object:no-index': 'nothing leads to it anyhow',
  'object:noindex': 'nothing leads to it anyhow',
  'py:module:deprecated': 'no index of modules is made',
  'py:module:platform': 'no index of modules is made',
  'py:module:synopsis': 'no index of modules is made',
  'py:module:no-typesetting': 'it is a place for links alone',
  'js:module:no-typesetting': 'it is a place for links alone',
  'single-line-parameter-list': 'a signature is one line',
  'single-line-type-parameter-list': 'a signature is one line',
  'tparam-line-spec': 'a signature is one line',
  'button-link:ref-type': 'an address is of no type; sphinx-design takes and leaves it, too',
  'contents:backlinks': 'headings keep the link to themselves',
  linenothreshold: 'code is numbered where it says so',
  maxdepth: 'of c:alias and cpp:alias, which are shown as written; of toctree see its own tests',
  url: 'nothing is read from the network, which a message says',
  'sectnum:depth': 'the configuration numbers sections',
  'sectnum:prefix': 'the configuration numbers sections',
  'sectnum:start': 'the configuration numbers sections',
  'sectnum:suffix': 'the configuration numbers sections',
  'target-notes:class': 'addresses stand in their links',
  'tab-item:class-container': 'as with tab-set-code',
  'tab-set-code:class-item':
    'label and content stand in the set, with no element around them, as in sphinx-design',
  'toctree:includehidden': 'of pages below: see the tests of toctrees',
  noroot: 'of c:alias and cpp:alias, which are shown as written'
}

/** Values that do something, by option or by directive and option. */
const values: Readonly<Record<string, string>> = {
  'avatar-outline': 'info',
  'header-rows': '1',
  'stub-columns': '1',
  style: 'width: 5em',
  backlinks: 'top',
  tooltip: 'A word',
  parser: 'rst',
  numbered: '',
  selected: '',
  quote: 'U+007C',
  file: 'table.csv',
  'raw:file': 'raw.html',
  diff: 'old.py',
  pyobject: 'row',
  keepspace: '',
  'class-row': 'own',
  'class-container': 'own',
  columns: '3',
  color: 'info',
  dedent: '1',
  delim: ';',
  depth: '1',
  'end-before': 'c',
  'end-line': '1',
  'end-at': 'b',
  'emphasize-lines': '1',
  escape: '!',
  figwidth: '40%',
  gutter: '2',
  'heading-level': '3',
  height: '20px',
  icon: 'alert',
  'lineno-start': '4',
  lines: '2',
  link: 'https://example.org',
  'link-type': 'ref',
  loading: 'lazy',
  margin: '2',
  maxdepth: '1',
  'number-lines': '3',
  padding: '2',
  scale: '50',
  'start-after': 'a',
  'start-at': 'b',
  'start-line': '1',
  'tab-width': '2',
  target: 'https://example.org',
  'text-align': 'right',
  width: '50%',
  widths: '1 2',
  align: 'right',
  'child-align': 'end',
  'child-direction': 'row',
  shadow: 'lg',
  'button-link:shadow': '',
  'button-ref:shadow': '',
  collapsible: 'closed',
  chevron: 'down-up',
  animate: 'fade-in',
  'ref-type': 'ref'
}

interface Example {
  argument?: string
  options?: readonly string[]
  body?: string
  /** What it stands in. */
  around?: string
}

/** Options that need others beside them. */
const beside: Readonly<Record<string, string>> = {
  'button-link:outline': 'color: info',
  'button-ref:outline': 'color: info',
  'include:number-lines': 'literal:',
  'include:tab-width': 'literal:'
}

const codeText = '  a = 1\n  b = 2'

const cardExample = {
  argument: 'Title',
  options: ['img-top: cat.png', 'img-bottom: cat.png', 'link: other'],
  body: 'Head\n^^^\nText.\n+++\nFoot'
}

/** What stands behind the name, in other options and in the body, where one word does not do. */
const examples: Readonly<Record<string, Example>> = {
  'article-info': {options: ['avatar: cat.png', 'author: Ada']},
  'button-link': {argument: 'https://example.org', body: 'Go'},
  'button-ref': {argument: 'other', body: 'Go'},
  card: cardExample,
  'grid-item-card': cardExample,
  code: {argument: 'python', body: codeText},
  'code-block': {argument: 'python', body: codeText},
  sourcecode: {argument: 'python', body: codeText},
  contents: {body: ''},
  'csv-table': {argument: 'Rows', body: '"a, b", "c!,d"; e'},
  dropdown: {argument: 'Title', body: 'Text.'},
  figure: {argument: 'cat.png', body: 'A caption.'},
  'figure-md': {argument: '', body: '![A cat](cat.png)\n\nA caption.'},
  image: {argument: 'cat.png'},
  include: {argument: 'tabbed.md'},
  'list-table': {argument: 'Rows', body: '* - a\n  - b\n* - c\n  - d'},
  literalinclude: {argument: 'code.py'},
  math: {argument: '', body: 'a &= b \\\\ c &= d'},
  raw: {argument: 'html', body: '<b>x</b>'},
  'std:glossary': {body: 'Stern\n  Behind.\n\nBow\n  Before.'},
  'std:productionlist': {argument: '', body: 'expr: term'},
  'tab-item': {argument: 'Two', body: 'Text.', around: '``````{tab-set}\n~~~{tab-item} One\nText.\n~~~'},
  'tab-set': {body: '~~~{tab-item} One\n:sync: one\nText.\n~~~'},
  'tab-set-code': {body: '~~~python\na = 1\n~~~'},
  table: {argument: 'Rows', body: '| a | b |\n|---|---|\n| c | d |'},
  toctree: {body: 'other\npage2\nthi*'}
}

function source(name: string, option: string | undefined): string {
  const listed = registry.directives[name]
  const {argument, options = [], body, around} = examples[name] ?? {}
  const takesArgument = (listed?.required_arguments ?? 0) + (listed?.optional_arguments ?? 0) > 0
  const value = option === undefined ? '' : (values[`${name}:${option}`] ?? values[option] ?? 'word')
  const own = option === undefined ? [] : [`${option}: ${value}`.trimEnd()]
  const other = beside[`${name}:${option}`]
  const lines = [
    ...options.filter((line) => !line.startsWith(`${option}:`)),
    ...(other === undefined ? [] : [other]),
    ...own
  ].map((line) => `:${line}`)
  const text = body ?? (listed?.has_content ? 'Some text.' : '')
  return [
    '# Page',
    '## Part',
    '### Deep',
    '',
    ...(around ? [around] : []),
    `\`\`\`\`\`{${name}} ${argument ?? (takesArgument ? 'word' : '')}`.trimEnd(),
    ...lines,
    ...(text ? ['', text] : []),
    '`````',
    ...(around ? ['``````'] : []),
    ''
  ].join('\n')
}

function draw(text: string): {html: string; messages: string[]} {
  const project = createProject({
    pages: {
      'page.md': text,
      'other.md': '# Other\n\n## Part\n',
      'page2.md': '# Second\n',
      'third.md': '# Third\n'
    },
    files: (path) =>
      ({
        'cat.png': '',
        'code.py': 'a = 1\nb = 2\ndef row():\n\tc = 3\n',
        'old.py': 'a = 1\n',
        'tabbed.md': 'a\n\nb\tb\n\nc\n',
        'table.csv': '1,2\n',
        'raw.html': '<b>x</b>\n'
      })[path],
    config: {extensions: 'all'}
  })
  const {html, messages} = project.render('page.md')
  return {html, messages: messages.map((each) => `${each.ruleId}: ${each.reason}`)}
}

const names = Object.keys(registry.directives).filter((name) => !Object.hasOwn(noDirectives, name))

test.skipIf(!hasShared)('no directive, alias or role of the list is unknown', () => {
  const unknown = [
    ...[...names, ...Object.keys(registry.directive_aliases_en)].filter((name) =>
      draw(source(name, undefined)).messages.some((each) => each.startsWith('unknown-directive'))
    ),
    ...[...Object.keys(registry.roles), ...Object.keys(registry.role_aliases_en)].filter(
      (name) =>
        !noRoles.has(name) && draw(`{${name}}\`x\``).messages.some((each) => each.startsWith('unknown-role'))
    )
  ]
  expect(unknown).toEqual([])
})

test.skipIf(!hasShared)(
  'every option of the list changes what its directive gives, or there is a reason',
  () => {
    const wrong: string[] = []
    for (const name of names) {
      const without = draw(source(name, undefined)).html
      for (const option of Object.keys(registry.directives[name]?.options ?? {})) {
        const {html, messages} = draw(source(name, option))
        const bad = messages.filter((each) => /^(?:unknown|invalid)-option/.test(each))
        const reason = withoutEffect[`${name}:${option}`] ?? withoutEffect[option]
        if (bad.length > 0) wrong.push(`${name}: ${bad.join()}`)
        else if (html === without && reason === undefined) wrong.push(`${name}: "${option}" changes nothing`)
      }
    }
    expect(wrong).toEqual([])
  }
)
