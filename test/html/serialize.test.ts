/** Our serializer beside hast-util-to-html, whose text it writes. */
import fc from 'fast-check'
import type {Element, ElementContent, Properties, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {html, svg} from 'property-information'
import {expect, test} from 'vitest'
import {serialize} from '../../src/html/serialize.js'

const element = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
  ...(tagName === 'template' ? {content: {type: 'root', children}} : {})
})
const root = (...children: Root['children']): Root => ({type: 'root', children})

const same = (tree: Root): void => expect(serialize(tree)).toBe(toHtml(tree))

const names = [...new Set([...Object.keys(html.property), ...Object.keys(svg.property)])]
const values = [true, false, null, undefined, '', 'x', 0, 1, Number.NaN, [], ['a', 'b'], ['a', ''], [1, 2]]

test.each([...names, 'dataX', 'data-x', 'dataFooBar', 'DATAX', 'onlyMine', 'xml:lang', 'class', 'for'])(
  'the property %s is written alike, whatever its value, in HTML and in a drawing',
  (name) => {
    const info = html.property[name] ?? svg.property[name]
    for (const value of [...values, info?.attribute ?? name, `"<&'>\`\0`])
      same(
        root(
          element('p', {[name]: value}),
          element('svg', {[name]: value}, element('g', {[name]: value}), element('title', {[name]: value}))
        )
      )
  }
)

const words = fc.oneof(
  fc.constantFrom(
    '',
    '\n',
    'a\n',
    '<',
    '&amp;',
    '"\'`>',
    '<!--',
    '-->',
    '--!>',
    '>',
    '->',
    '<!-',
    '\0',
    'ü😀'
  ),
  fc.string({maxLength: 5})
)
const property = fc.tuple(
  fc.constantFrom(
    'className',
    'id',
    'href',
    'checked',
    'download',
    'srcSet',
    'dataMine',
    'viewBox',
    'hidden',
    'a"b'
  ),
  fc.oneof(words, fc.boolean(), fc.integer(), fc.array(words, {maxLength: 3}))
)
const tags = [
  'p',
  'pre',
  'textarea',
  'br',
  'BR',
  'img',
  'svg',
  'foreignObject',
  'desc',
  'g',
  'script',
  'style',
  'template'
]
const {node} = fc.letrec<{node: ElementContent}>((tie) => ({
  node: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    words.map((value): ElementContent => ({type: 'text', value})),
    words.map((value): ElementContent => ({type: 'comment', value})),
    words.map((value): ElementContent => ({type: 'raw', value})),
    fc
      .tuple(
        fc.constantFrom(...tags),
        fc.array(property, {maxLength: 3}),
        fc.array(tie('node'), {maxLength: 4})
      )
      .map(([tag, properties, children]) => element(tag, Object.fromEntries(properties), ...children))
  )
}))

const newline: ElementContent = {type: 'text', value: '\n'}

/** What `hast-util-to-html` leaves to who calls it: a line ending that HTML would drop. */
function keepFirstLineEnd(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child
  const children = child.children.map(keepFirstLineEnd)
  const [first] = children
  const dropped =
    /^(?:pre|textarea)$/.test(child.tagName) && first?.type === 'text' && first.value.startsWith('\n')
  return element(child.tagName, child.properties, ...(dropped ? [newline, ...children] : children))
}

test('any tree is written alike', () => {
  fc.assert(
    fc.property(fc.array(node, {maxLength: 4}), (children) => {
      expect(serialize(root(...children))).toBe(toHtml(root(...children.map(keepFirstLineEnd))))
    }),
    {numRuns: 2000}
  )
})

test('a doctype is written alike', () => same(root({type: 'doctype'}, element('p', {}))))

test('what is no node of HTML throws', () => {
  const odd: Root = JSON.parse('{"type": "root", "children": [{"type": "yaml"}]}')
  expect(() => toHtml(odd)).toThrow('Cannot compile unknown node `yaml`')
  expect(() => serialize(odd)).toThrow('Cannot compile unknown node `yaml`')
})

test('a page is written alike, however long: no piece of it is lost or moved', () => {
  const items = Array.from({length: 8000}, (_, index) =>
    element(
      'li',
      {id: `item-${index}`},
      {type: 'text', value: `${index} < ${'x'.repeat(index % 97)}`},
      element('br', {})
    )
  )
  const tree = root(
    element('ul', {}, ...items, element('pre', {}, {type: 'text', value: 'y'.repeat(300_000)}))
  )
  expect(serialize(tree).length).toBeGreaterThan(600_000)
  same(tree)
})
