/** Our one walk beside the way over mdast and mdast-util-to-hast, whose hast it makes. */
import fc from 'fast-check'
import type {ElementContent, Nodes} from 'hast'
import type {Root, RootContent} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import {expect, test} from 'vitest'
import {drawHast} from '../../src/html/draw-hast.js'
import {toElements} from '../../src/html/elements.js'
import type {PageOptions} from '../../src/html/page-context.js'
import {htmlElement} from '../../src/html/to-hast.js'
import {render} from '../../src/index.js'
import {nodeHighlight} from '../../src/node/highlight.js'
import {nodeMath} from '../../src/node/math.js'
import {mutatedPages} from '../native/support/mutations.js'
import {caseSources} from '../syntax/support/cases.js'
import {anyDocument, plausibleDocument} from '../syntax/support/documents.js'
import {ownPages} from '../syntax/support/pages.js'

const numRuns = Math.ceil(Number(process.env.MYSTMARK_DOCUMENTS ?? 5000) / 10)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_126)
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))

const plugins = {highlight: nodeHighlight(), math: nodeMath}

/** A table of elements, be it empty, may leave anything to mdast-util-to-hast. */
function expectSame(source: string): void {
  const {html, hast, messages} = render(source, plugins)
  const other = render(source, {...plugins, elements: {}})
  expect(plain(hast)).toEqual(plain(other.hast))
  expect(html).toBe(other.html)
  expect(messages.map(String)).toEqual(other.messages.map(String))
}

const pages = [...ownPages(), ...caseSources()].map(({source}) => source)

test('pages and cases are drawn alike', {timeout: 120_000}, () => {
  expect(pages.length).toBeGreaterThan(200)
  for (const source of pages) expectSame(source)
})

test('random pages are drawn alike', {timeout: 1_800_000}, () => {
  const short = pages.filter((source) => source.length < 20_000)
  fc.assert(fc.property(fc.oneof(anyDocument, plausibleDocument, mutatedPages(short)), expectSame), {
    numRuns,
    seed
  })
})

const options: PageOptions = {idPrefix: '', report: () => {}}

/** Without the properties of elements in their order, which serializing shows. */
function both(children: RootContent[]): {own: Nodes; theirs: Nodes} {
  const tree: Root = {type: 'root', children}
  return {
    own: drawHast(plain(tree), options, () => {}),
    theirs: toHast(toElements(plain(tree), options), {allowDangerousHtml: true, handlers: {htmlElement}})
  }
}

const words = fc.constantFrom('', 'a', ' b ', 'c \n\t d', '\r\n e', 'f\rg', ' \n \n ')
const point = fc.record({
  line: fc.integer({min: 1, max: 9}),
  column: fc.integer({min: 1, max: 9}),
  offset: fc.nat(9)
})
const properties = fc.record(
  {
    id: fc.constantFrom('x', 'y'),
    className: fc.constant(['z']),
    title: fc.constant('title'),
    dataX: fc.constant(true)
  },
  {requiredKeys: []}
)
const position = fc.record({start: point, end: point})
const more = fc.record(
  {
    position,
    ids: fc.uniqueArray(fc.constantFrom('x', 'k', 'l'), {maxLength: 3}),
    class: fc.constantFrom('', 'u', 'u v'),
    data: fc.record({hName: fc.constantFrom('b', 'p'), hProperties: properties}, {requiredKeys: []})
  },
  {requiredKeys: []}
)

/** Text bears nothing, and a reference without a definition is text. */
const attributed = <T extends {type: string}>(node: T, given: object): T =>
  /Reference$|^(?:text|html|unheardText)$/.test(node.type) ? node : {...node, ...given}

const leaf = fc
  .tuple(
    fc.oneof(
      fc.record({type: fc.constantFrom('text', 'text', 'html', 'inlineCode', 'unheardText'), value: words}),
      fc.record({type: fc.constantFrom('break', 'thematicBreak', 'mystTarget', 'mystComment', 'unheard')}),
      fc.record({
        type: fc.constant('image'),
        url: fc.constantFrom('a b', 'ä', 'javascript:x', '%zz'),
        alt: fc.constantFrom(null, '', 'alt'),
        title: fc.constantFrom(null, 'title'),
        width: fc.constantFrom(undefined, '3px'),
        align: fc.constantFrom(undefined, 'left')
      }),
      fc.record({
        type: fc.constant('imageReference'),
        alt: fc.constant('alt'),
        identifier: fc.constant('r'),
        label: fc.constant('R'),
        referenceType: fc.constantFrom('full', 'collapsed', 'shortcut')
      }),
      fc.record({type: fc.constant('footnoteReference'), identifier: fc.constantFrom('n', 'm')}),
      fc.record({
        type: fc.constant('mystDirective'),
        name: fc.constant('x'),
        value: words,
        children: fc.constant([])
      })
    ),
    more
  )
  .map(([node, given]) => attributed(node, given))

const {node} = fc.letrec((tie) => {
  const children = fc.array(tie('node'), {maxLength: 4})
  const blocks = fc.array(
    tie('node').filter((each) => JSON.stringify(each).startsWith('{"type":"break"') === false),
    {maxLength: 4}
  )
  const item = fc
    .tuple(
      fc.record({
        type: fc.constant('listItem'),
        spread: fc.boolean(),
        checked: fc.constantFrom(undefined, null, true, false),
        children: blocks
      }),
      more
    )
    .map(([each, given]) => attributed(each, given))
  const parent = fc
    .tuple(
      fc.oneof(
        fc.record({
          type: fc.constantFrom(
            'paragraph',
            'paragraph',
            'emphasis',
            'strong',
            'delete',
            'blockquote',
            'unheardOf',
            'glossary',
            'definitionTerm',
            'rubric'
          ),
          children
        }),
        fc.record({type: fc.constant('heading'), depth: fc.integer({min: 1, max: 6}), children}),
        fc.record({type: fc.constant('link'), url: words, title: fc.constant(null), children}),
        fc.record({
          type: fc.constant('linkReference'),
          identifier: fc.constant('r'),
          label: fc.constant('R'),
          referenceType: fc.constantFrom('full', 'collapsed', 'shortcut'),
          children: fc.constant([{type: 'text', value: 'r'}])
        }),
        fc.record({type: fc.constant('footnoteDefinition'), identifier: fc.constantFrom('n', 'm'), children}),
        fc.record({
          type: fc.constant('list'),
          ordered: fc.boolean(),
          start: fc.constantFrom(null, 1, 3),
          enumeration: fc.constantFrom(undefined, 'lower-alpha'),
          spread: fc.boolean(),
          children: fc.array(item, {maxLength: 4})
        })
      ),
      more
    )
    .map(([each, given]) => attributed(each, given))
  const made = fc.tuple(properties, children).map(([hProperties, inside]) => ({
    type: 'htmlElement',
    data: {hName: 'p', hProperties},
    children: inside
  }))
  return {node: fc.oneof({depthSize: 'small', withCrossShrink: true}, leaf, parent, made)}
})

test('random trees are drawn alike, with the order of properties', {timeout: 1_800_000}, () => {
  fc.assert(
    fc.property(fc.array(node, {maxLength: 3}), (children) => {
      const {own, theirs} = both(plain(children) as RootContent[])
      expect(own).toEqual(theirs)
      const order = (tree: Nodes): string =>
        JSON.stringify(tree, (key, value) =>
          key === 'properties' ? Object.entries(value) : key === 'position' ? undefined : value
        )
      expect(order(own)).toBe(order(theirs))
    }),
    {numRuns: numRuns * 10, seed}
  )
})

test('what a plug-in puts into a node is drawn alike, and stays as it is', () => {
  const given: ElementContent[] = [{type: 'element', tagName: 'i', properties: {}, children: []}]
  const children: RootContent[] = [
    {type: 'paragraph', children: [{type: 'text', value: 'x'}], data: {hChildren: given}},
    {type: 'text', value: 'x', data: {hName: 'b', hChildren: given}}
  ]
  const {own, theirs} = both(children)
  expect(own).toEqual(theirs)
  const drawn = drawHast({type: 'root', children}, options, () => {})
  expect(JSON.stringify(drawn)).toContain('"i"')
  expect(drawn.children.flatMap((child) => ('children' in child ? child.children : []))).not.toContain(
    given[0]
  )
})
