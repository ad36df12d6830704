/** Our walk beside hast-util-sanitize with the same schema: it takes out what that does, and more, but never less. */
import fc from 'fast-check'
import type {Element, ElementContent, Properties, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {sanitize} from 'hast-util-sanitize'
import {describe, expect, test} from 'vitest'
import {schema} from '../../src/html/safe-schema.js'
import {sanitizeHtml} from '../../src/html/sanitize.js'
import {vectors} from '../hostile/vectors.js'

const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children
})
const root = (...children: Root['children']): Root => ({type: 'root', children})

const attributes = Object.values(schema.attributes ?? {}).flat()
const names = [
  ...new Set(attributes.map((rule) => (typeof rule === 'string' ? rule : rule[0]))),
  ...[
    'onClick',
    'srcDoc',
    'formAction',
    'xLinkHref',
    'data',
    'dataMine',
    'DATAmine',
    'constructor',
    'toString'
  ]
]
const tags = [
  ...(schema.tagNames ?? []),
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'object',
    'form',
    'base',
    'math',
    '*',
    '',
    'constructor',
    'IMG'
  ]
]
/** Whose values are looked at beyond the schema. */
const looked = /^(?:style|href|src|srcSet|poster)$/
const harmless = [
  '',
  'x',
  'http:y',
  'https://a.b/c',
  'javascript:1',
  'x:y',
  'a/b:c',
  '#a:b',
  '?a:b',
  0,
  1,
  -1,
  true,
  false
]
const others = ['checkbox', 'radio', 'language-x', 'task-list-item', 'url(https://a.b)', null, undefined]

describe.each(names)('the property %s', (name) => {
  test('stays on the elements on which hast-util-sanitize leaves it, whatever its value', () => {
    if (looked.test(name)) return
    for (const tag of tags) {
      if (tag === 'iframe') continue
      for (const value of [...harmless, ['a', 'x:y', 1], []]) {
        const tree = root(element('table', {}, [element(tag, {[name]: value})]))
        expect(sanitizeHtml(tree)).toEqual(sanitize(tree, schema))
      }
    }
  })
})

const value = fc.oneof(
  fc.constantFrom(...harmless, ...others),
  fc.array(fc.constantFrom('a', 'x:y', 'checkbox', 1), {maxLength: 3})
)
const property = fc.tuple(fc.constantFrom(...names), value)
const {node} = fc.letrec<{node: ElementContent}>((tie) => ({
  node: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.string({maxLength: 3}).map((text): ElementContent => ({type: 'text', value: text})),
    fc.constantFrom<ElementContent>({type: 'comment', value: 'x'}, {type: 'raw', value: '<script>'}),
    fc
      .tuple(
        fc.constantFrom(...tags),
        fc.array(property, {maxLength: 3}),
        fc.array(tie('node'), {maxLength: 4})
      )
      .map(([tag, properties, children]) => element(tag, Object.fromEntries(properties), children))
  )
}))

test('in any tree the same elements stay, and hast-util-sanitize takes nothing out any more', () => {
  fc.assert(
    fc.property(fc.array(node, {maxLength: 4}), (children) => {
      const safe = sanitizeHtml(root(...children))
      expect(sanitize(safe, schema)).toEqual(safe)
      expect(shapeOf(safe)).toEqual(shapeOf(sanitize(root(...children), schema)))
    }),
    {numRuns: 2000}
  )
})

test('in what a browser reads in hostile pages hast-util-sanitize takes nothing out any more', () => {
  for (const {source} of vectors) {
    const safe = sanitizeHtml(fromHtml(source, {fragment: true}))
    expect(sanitize(safe, schema)).toEqual(safe)
  }
})

test('nothing of the tree that comes in is changed, and nothing of it is in the tree that goes out', () => {
  const tree = root(element('p', {className: ['a'], style: 'position: fixed'}, [{type: 'text', value: 'x'}]))
  const before = structuredClone(tree)
  const safe = sanitizeHtml(tree, 'q-')
  expect(tree).toEqual(before)
  expect(safe.children[0]).not.toBe(tree.children[0])
  expect(safe).toEqual(root(element('p', {className: ['a']}, [{type: 'text', value: 'x'}])))
})

/** Tags and texts; what is in a frame is taken out, as a browser never shows it. */
function shapeOf(tree: ReturnType<typeof sanitize>): unknown {
  if (!('children' in tree)) return 'value' in tree ? tree.value : tree.type
  const name = tree.type === 'element' ? tree.tagName : tree.type
  return [name, name === 'iframe' ? [] : tree.children.map(shapeOf)]
}
