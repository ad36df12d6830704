/** Every kind of block that bears numbers, under every way to number that the configuration has. */
import {expect, test} from 'vitest'
import {type Config, createProject} from '../../src/index.js'

/** A block with a label, the role that says its number, and how a reference is worded. */
const kinds: readonly [
  kind: string,
  block: (name: string) => string,
  role: string,
  word: (number: string) => string
][] = [
  [
    'figure',
    (name) => `\`\`\`{figure} x.png\n:name: ${name}\nCap\n\`\`\``,
    'numref',
    (number) => `Fig. ${number}`
  ],
  [
    'table',
    (name) => `\`\`\`{table} Cap\n:name: ${name}\n| a |\n|---|\n| b |\n\`\`\``,
    'numref',
    (number) => `Table ${number}`
  ],
  [
    'code',
    (name) => `\`\`\`{code-block} py\n:name: ${name}\n:caption: Cap\nx\n\`\`\``,
    'numref',
    (number) => `Listing ${number}`
  ],
  ['equation', (name) => `\`\`\`{math}\n:label: ${name}\nx\n\`\`\``, 'eq', (number) => `(${number})`],
  [
    'proof:theorem',
    (name) => `\`\`\`{prf:theorem}\n:label: ${name}\nTrue.\n\`\`\``,
    'prf:ref',
    (number) => `Theorem ${number}`
  ],
  [
    'exercise',
    (name) => `\`\`\`{exercise}\n:label: ${name}\nDo.\n\`\`\``,
    'numref',
    (number) => `Exercise ${number}`
  ]
]

/** Two pages, listed the other way round than they are named, with two sections each. */
function book(block: (name: string) => string, numbered: boolean): Record<string, string> {
  const page = (one: string, two: string) => `# Page\n\n## S\n\n${block(one)}\n\n## T\n\n${block(two)}\n`
  return {
    'index.md': `# Book\n\n\`\`\`{toctree}\n${numbered ? ':numbered:\n' : ''}z\na\n\`\`\`\n`,
    'a.md': page('a1', 'a2'),
    'z.md': page('z1', 'z2')
  }
}

function said(
  pages: Record<string, string>,
  role: string,
  names: readonly string[],
  config: Config
): string[] {
  const ask = names.map((name) => `{${role}}\`${name}\``).join(' ')
  const {html} = createProject({pages: {...pages, 'ask.md': ask}, config}).render('ask.md')
  return [...html.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''))
}

const names = ['z1', 'z2', 'a1', 'a2']

/** What the numbers are, by configuration of the kind. */
const ways: readonly [title: string, config: object, numbers: readonly string[], numbered?: boolean][] = [
  [
    'on: through the project, in the order of the toctrees',
    {enabled: true, continue: true},
    ['1', '2', '3', '4']
  ],
  ['by page', {enabled: true, continue: false}, ['1', '2', '1', '2']],
  ['from a first number', {enabled: true, continue: true, start: 5}, ['5', '6', '7', '8']],
  ['from a first number on each page', {enabled: true, continue: false, start: 5}, ['5', '6', '5', '6']],
  [
    'by section, one level',
    {enabled: true, continue: true, sectionDepth: 1},
    ['1.1', '1.2', '2.1', '2.2'],
    true
  ],
  [
    'by section, two levels',
    {enabled: true, continue: true, sectionDepth: 2},
    ['1.1.1', '1.2.1', '2.1.1', '2.2.1'],
    true
  ],
  ['by section, none', {enabled: true, continue: true, sectionDepth: 0}, ['1', '2', '3', '4'], true]
]

const table = kinds.flatMap(([kind, block, role, word]) =>
  ways.map(([title, config, numbers, numbered]) => ({
    kind,
    title,
    block,
    role,
    word,
    config,
    numbers,
    numbered
  }))
)

test.each(table)('$kind $title', ({kind, block, role, word, config, numbers, numbered}) => {
  expect(said(book(block, numbered === true), role, names, {numbering: {[kind]: config}})).toEqual(
    numbers.map(word)
  )
})

test.each(kinds)('%s with a template of its own', (kind, block, role) => {
  const config: Config = {numbering: {[kind]: {enabled: true, continue: true, template: 'No. %s!'}}}
  expect(said(book(block, false), role, names, config)).toEqual(['No. 1!', 'No. 2!', 'No. 3!', 'No. 4!'])
})

test.each(kinds)('%s off has no number, and a message where one is asked for', (kind, block, role, word) => {
  const pages = {...book(block, false), 'ask.md': `{${role}}\`z1\``}
  const project = createProject({pages, config: {numbering: {[kind]: false}}})
  const {html, messages} = project.render('ask.md')
  expect(html).not.toContain(word('1'))
  expect(messages.map(({ruleId}) => ruleId)).toContain('unnumbered-reference')
  expect(project.render('z.md').html).not.toMatch(/(?:caption-number">[^<]*\d|eqno)/)
})

test('the parts of a figure have its number and letters, wherever it begins', () => {
  const parts = (name: string) =>
    `::::{figure}\n:name: ${name}\n\n:::{figure} a.png\n:name: ${name}-a\nFirst\n:::\n\n:::{figure} b.png\n:name: ${name}-b\nSecond\n:::\n\nBoth\n::::`
  const asked = ['z1', 'z1-a', 'z1-b', 'z2-b', 'a1-a']
  const through = (config: object, numbered = false) =>
    said(book(parts, numbered), 'numref', asked, {numbering: {figure: {enabled: true, ...config}}})
  expect(through({continue: true})).toEqual(['Fig. 1', 'Fig. 1a', 'Fig. 1b', 'Fig. 2b', 'Fig. 3a'])
  expect(through({continue: false, start: 4})).toEqual(['Fig. 4', 'Fig. 4a', 'Fig. 4b', 'Fig. 5b', 'Fig. 4a'])
  expect(through({continue: true}, true)).toEqual([
    'Fig. 1.1',
    'Fig. 1.1a',
    'Fig. 1.1b',
    'Fig. 1.2b',
    'Fig. 2.1a'
  ])
})

test('sections count below a numbered toctree to its depth, and as numbering says in mystmd', () => {
  const pages = book((name) => `(${name})=\n### Part ${name}`, true)
  const asked = (numbering: Config['numbering'], flavour: Config['flavour'], toc = pages) =>
    said(toc, 'numref', names, {numbering, flavour})
  expect(asked(undefined, 'sphinx')).toEqual([
    'Section 1.1.1',
    'Section 1.2.1',
    'Section 2.1.1',
    'Section 2.2.1'
  ])
  expect(asked({section: {template: '§ %s'}}, 'sphinx')).toEqual(['§ 1.1.1', '§ 1.2.1', '§ 2.1.1', '§ 2.2.1'])
  const plain = book((name) => `(${name})=\n### Part ${name}`, false)
  expect(asked({section: {enabled: true, start: 3}}, 'mystmd', plain)).toEqual([
    'Section 3.1',
    'Section 4.1',
    'Section 3.1',
    'Section 4.1'
  ])
  expect(asked({section: {enabled: true, continue: true}}, 'mystmd', plain)).toEqual([
    'Section 1.1',
    'Section 2.1',
    'Section 3.1',
    'Section 4.1'
  ])
})

test('kinds of proofs count apart, all of them as proof says, one as its own name says', () => {
  const pages = {
    'index.md': ['theorem', 'lemma', 'theorem', 'lemma']
      .map((kind, at) => `\`\`\`{prf:${kind}}\n:label: p${at}\nTrue.\n\`\`\``)
      .join('\n\n')
  }
  const asked = (numbering: Config['numbering']) =>
    said(pages, 'prf:ref', ['p0', 'p1', 'p2', 'p3'], {numbering})
  expect(asked(undefined)).toEqual(['Theorem 1', 'Lemma 1', 'Theorem 2', 'Lemma 2'])
  expect(asked({proof: {start: 3}})).toEqual(['Theorem 3', 'Lemma 3', 'Theorem 4', 'Lemma 4'])
  expect(asked({proof: {start: 3}, lemma: 'L%s'})).toEqual(['Theorem 3', 'L1', 'Theorem 4', 'L2'])
})
