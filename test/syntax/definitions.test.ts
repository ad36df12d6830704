/** Who sees definitions of links and footnotes that stand in directives. */
import type {Nodes} from 'mdast'
import {describe, expect, test} from 'vitest'
import {visitNodes} from '../../src/ast/tree.js'
import {createCompiler} from '../../src/pipeline/compile.js'

const {parse} = createCompiler({extensions: 'all', genericDirectives: true}, {})

/** How often each kind of reference is on a page. */
function references(source: string): Partial<Record<Nodes['type'], number>> {
  const found: Partial<Record<Nodes['type'], number>> = {}
  visitNodes(parse(source), ({type}) => {
    if (/Reference$/.test(type)) found[type] = (found[type] ?? 0) + 1
    return undefined
  })
  return found
}

const uses = '[a] ![a] [^n]'
const definitions = '[a]: /url\n\n[^n]: A note'
const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)
const quoted = (text: string): string => text.replace(/^/gm, '> ')
const page = (body: string): string => `${uses}\n\n> - ${uses}\n\n${body}\n\n${uses}\n`
const seen = {linkReference: 3, imageReference: 3, footnoteReference: 3}

describe('the whole page, before and after, sees definitions', () => {
  test.each([
    ['of the page', definitions],
    ['in a directive', `:::{note}\n${definitions}\n:::`],
    ['in a generic directive', `:::note[Title]\n${definitions}\n:::`],
    ['in directives in directives', `::::{grid}\n:::{card}\n${definitions}\n:::\n::::`],
    ['in a directive in a list in a quote', quoted(`- :::{note}\n${indented(definitions, '  ')}\n  :::`)],
    ['in what defines a term', `Term\n: ${indented(definitions, '  ').trimStart()}`],
    ['in a field', `:name:\n${indented(definitions, '  ')}`],
    ['in a glossary', `:::{glossary}\nTerm\n${indented(definitions, '  ')}\n:::`],
    ['at the margin of a glossary', `:::{glossary}\n${definitions}\nTerm\n  what\n:::`],
    ['in a directive that nothing closes', quoted(`:::{note}\n${definitions}`)]
  ])('%s', (_, body) => expect(references(page(body))).toEqual(seen))
})

describe('no page sees definitions', () => {
  test.each(['code-block', 'math', 'raw', 'csv-table', 'mermaid', 'toctree'])(
    'in the raw body of %s',
    (name) => {
      const body = `:::{${name}} x\n${definitions}\n:::`
      expect(references(page(body))).toEqual({})
      expect(references(page(`::::{note}\n${body}\n::::`))).toEqual({})
      expect(references(page(quoted(body)))).toEqual({})
    }
  )

  test.each([
    ['in code', `~~~\n${definitions}\n~~~`],
    ['in a comment', indented(definitions, '% ')],
    ['in a formula', '$$\n[a]: /url\n$$'],
    ['in options', ':::{note}\n---\n[a]: /url\n---\n:::']
  ])('%s', (_, body) => expect(references(page(body))).toEqual({}))
})

test('terms and arguments see definitions that come after them', () => {
  const source = ':::{glossary}\n[a] term\n  what\n:::\n\n:::{note} [a]\n:::\n\n:::{tip}\n[a]: /url\n:::'
  expect(references(source)).toEqual({linkReference: 2})
})
