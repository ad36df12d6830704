import {expect, test} from 'vitest'
import {createProject, defineDirective, sphinxId} from '../../src/index.js'

const definer = defineDirective({
  name: 'thing',
  doc: 'Defines a term and a function.',
  argument: 'raw',
  options: {},
  body: 'none',
  build: ({argument = ''}) => ({
    type: 'div',
    children: [],
    defines: [
      {kind: 'term', name: argument, id: sphinxId(argument, 'term')},
      {kind: 'object', domain: 'py', type: 'function', name: argument, id: sphinxId(argument)}
    ]
  })
})

test('terms and objects that a node defines get an id, stand in the record, and are found', () => {
  const project = createProject({
    pages: {
      'a.md': '```{thing} Term One\n```\n\n```{thing} Term One\n```\n',
      'b.md': '{term}`Term One` {term}`term one` {term}`words <Term One>` {term}`Tern One`'
    },
    directives: [definer]
  })
  expect(project.render('a.md').html).toContain('id="term-Term-One"')
  const {html, messages} = project.render('b.md')
  expect(html.match(/href="a.html#term-Term-One"/g)).toHaveLength(3)
  expect(html).toContain('>words</a>')
  expect(messages.at(-1)?.reason).toBe('no glossary has a term "Tern One"; did you mean "Term One"?')
})

test.each([
  ['Term One', 'term', 'term-Term-One'],
  ['Wheel (.whl)', 'term', 'term-Wheel-.whl'],
  ['.po', 'term', 'term-.po'],
  ['os.path.join', '', 'os.path.join'],
  ['Straße', '', 'Strasze'],
  ['日本 語', 'term', 'term-日本-語']
])('the id of %s with prefix "%s" is Sphinx’s', (text, prefix, id) => {
  expect(sphinxId(text, prefix)).toBe(id)
})
