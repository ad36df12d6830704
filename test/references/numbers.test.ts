import {expect, test} from 'vitest'
import {type Config, createProject} from '../../src/index.js'

const figure = (name: string, caption = `About ${name}`) =>
  `\`\`\`{figure} x.png\n:name: ${name}\n${caption}\n\`\`\`\n`

function texts(pages: Record<string, string>, config: Config, page = 'index.md'): string[] {
  const {html} = createProject({pages, config}).render(page)
  return [...html.matchAll(/<a [^>]*href="[^"]*"[^>]*>(.*?)<\/a>/g)].map((match) => match[1] ?? '')
}

function captions(pages: Record<string, string>, config: Config, page: string): string[] {
  const {html} = createProject({pages, config}).render(page)
  return [...html.matchAll(/<span class="(?:caption|section)-number">(.*?)<\/span>/g)].map(
    (match) => match[1] ?? ''
  )
}

const book = {
  'index.md': '# Book\n\n```{toctree}\nlast\nfirst\n```\n',
  'first.md': `# First\n\n${figure('one')}\n## Part\n\n${figure('two')}`,
  'last.md': `# Last\n\n${figure('three')}`,
  'ask.md':
    '{numref}`one` {numref}`three` {numref}`Plot %s: {name} <two>` {numref}`{number} <two>` [p. %s](#two)'
}

test('figures are numbered in the order of the toctrees, not of the files', () => {
  expect(texts(book, {numbering: true}, 'ask.md')).toEqual([
    'Fig. 2',
    'Fig. 1',
    'Plot 3: About two',
    '3',
    'p. 3'
  ])
  expect(captions(book, {numbering: true}, 'first.md')).toEqual(['Fig. 2 ', 'Fig. 3 '])
})

test('below a numbered toctree the section’s number comes first, and headings and lists show theirs', () => {
  const pages = {...book, 'index.md': book['index.md'].replace('{toctree}', '{toctree}\n:numbered:')}
  expect(texts(pages, {numbering: true}, 'ask.md')).toEqual([
    'Fig. 2.1',
    'Fig. 1.1',
    'Plot 2.2: About two',
    '2.2',
    'p. 2.2'
  ])
  expect(captions(pages, {}, 'first.md')).toEqual(['2. ', '2.1. '])
  expect(texts(pages, {}, 'index.md')).toEqual(['1. Last', '2. First', '2.1. Part'])
})

test('a numref to something unnumbered links with its title and says so', () => {
  const {html, messages} = createProject({pages: book}).render('ask.md')
  expect(html).toContain('<a class="reference internal" href="first.html#one">About one</a>')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(Array(4).fill('unnumbered-reference'))
})

test('mystmd numbers by itself, on each page anew, and names what has a number by it', () => {
  const config: Config = {flavour: 'mystmd'}
  expect(captions(book, config, 'first.md')).toEqual(['Figure 1 ', 'Figure 2 '])
  expect(captions(book, config, 'last.md')).toEqual(['Figure 1 '])
  expect(texts({...book, 'ask.md': '[](#two) {ref}`two` [](two) [](#three)'}, config, 'ask.md')).toEqual([
    'Figure 2',
    'About two',
    'About two',
    'Figure 1'
  ])
})

test.each<[Config['numbering'], string[]]>([
  [false, ['About one', 'About three']],
  [{figure: false}, ['About one', 'About three']],
  [{figure: {start: 7}}, ['Fig. 8', 'Fig. 7']],
  [{figure: {template: 'Plate {number}'}}, ['Plate 2', 'Plate 1']],
  [{figure: 'Image %s'}, ['Image 2', 'Image 1']],
  [{figure: {continue: false}}, ['Fig. 1', 'Fig. 1']],
  [{table: true}, ['About one', 'About three']],
  [{all: true}, ['Fig. 2', 'Fig. 1']]
])('numbering %j', (numbering, expected) => {
  const pages = {...book, 'ask.md': '{numref}`one` {numref}`three`'}
  expect(texts(pages, {numbering}, 'ask.md')).toEqual(expected)
})

test('a figure without a caption counts in mystmd alone', () => {
  const pages = {
    'index.md': `\`\`\`{figure} a.png\n:name: bare\n\`\`\`\n\n${figure('named')}\n{numref}\`named\``
  }
  expect(texts(pages, {numbering: true})).toEqual(['Fig. 1'])
  expect(texts(pages, {flavour: 'mystmd'})).toEqual(['Figure 2'])
})

test('placeholders in code and in links out of the project stay as written', () => {
  const pages = {'index.md': `${figure('one')}\n[\`%s\` %s](#one) [100%s](https://x.example)`}
  expect(texts(pages, {numbering: true})).toEqual(['<code>%s</code> 1', '100%s'])
})
