/** The trees of the MyST specification's own cases. Where ours say it otherwise, an adapter says how, and why. */
import {expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {commonMarkCases, mystCases, olderCases, type Tree, treeSchema} from './cases.js'

/** Fields that say a place, a number or where a reference leads: tested elsewhere, and ours say more. */
const aside = new Set([
  ...['position', 'data', 'key', 'html_id', 'ids', 'id', 'ordinal', 'enumerator', 'enumerated', 'numbered'],
  ...[
    'identifier',
    'label',
    'labels',
    'labelPosition',
    'srcPosition',
    'resolved',
    'url',
    'src',
    'html',
    'reference'
  ]
])

type Adapter = (node: Tree) => Tree[]

const unknownNames = new Set(['abc'])

/** How ours differ: one reason each. */
const adapters: Record<string, Adapter> = {
  // An image of a directive is a block, which mdast's image is not.
  blockImage: (node) => [{...node, type: 'image', children: undefined}],
  // A caption is one paragraph, so its children are phrasing at once.
  caption: (node) => [
    node.children?.[0]?.type === 'paragraph'
      ? node
      : {...node, children: [{type: 'paragraph', children: node.children}]}
  ],
  // mdast's literals always have a value.
  blockBreak: (node) => [{...node, value: undefined, meta: node.meta || undefined}],
  // The kind is said even where it is the general one.
  admonition: (node) => [{...node, kind: node.kind === 'admonition' ? undefined : node.kind}],
  // Where references lead and what they say: tested with the resolver.
  crossReference: () => [{type: 'reference'}],
  link: (node) => [/^https?:/.test(String(node.url)) ? node : {type: 'reference'}],
  // mdast's literals always have a value.
  mystTarget: (node) => [{...node, value: undefined}],
  // What is unknown is parsed, so that its words can be shown; the specification keeps its source.
  mystDirective: (node) => [{...node, value: undefined, options: undefined, children: undefined}],
  mystRole: (node) => [{...node, children: undefined}],
  // mdast says alignment once for a column, and headers by row.
  table: (node) => [tableBySpecification(node)],
  // Where a table stands is said of the whole with its caption.
  container: (node) => [node.kind === 'table' ? {...node, align: undefined} : node],
  // Numbers begin at 1 if nothing else is said; no language is no language; what stands behind it is kept.
  code: (node) => [
    {
      ...node,
      meta: undefined,
      startingLineNumber: node.startingLineNumber === 1 ? undefined : node.startingLineNumber,
      lang: node.lang || undefined
    }
  ],
  // mdast says by `spread` what is tight, and has paragraphs in any item; the specification leaves them out.
  list: (node) => [listBySpecification(node)],
  // mdast keeps what links are defined by.
  definition: () => [],
  // A heading inside a block is no section: Sphinx calls it a rubric.
  heading: ({class: _, ...node}) => [node],
  // HTML that nothing closes goes on to the end of the page, with its last line end.
  html: (node) => [{...node, value: String(node.value).trimEnd()}],
  // mdast has an empty description.
  image: (node) => [{...node, alt: node.alt || undefined}]
}

function listBySpecification({spread, children, ...node}: Tree): Tree {
  const isLoose = spread === true || children?.some((item) => item.spread === true)
  return {
    ...node,
    children: children?.map(({spread: _, ...item}) => ({
      ...item,
      children: isLoose
        ? item.children
        : item.children?.flatMap((child) => (child.type === 'paragraph' ? (child.children ?? []) : [child]))
    }))
  }
}

function tableBySpecification({align, headerRows = 1, children, ...node}: Tree): Tree {
  // The specification's own trees have neither field in this form.
  if (!Array.isArray(align)) return {...node, children}
  const rows = children?.map((row, index) => ({
    ...row,
    children: row.children?.map((cell, column) => ({
      ...cell,
      ...(align[column] ? {align: align[column]} : {}),
      ...(index < Number(headerRows) ? {header: true} : {})
    }))
  }))
  return {...node, children: rows}
}

/** A specification's directive or role around what it became says nothing more. */
function bare(node: Tree): Tree[] {
  const children = node.children?.flatMap(bare)
  const wraps = /^myst(?:Directive|Role)$/.test(node.type) && !unknownNames.has(String(node.name))
  if (wraps && children && children.length > 0) return children
  const fields = Object.entries(node).filter(
    ([key, value]) => key !== 'children' && !aside.has(key) && value !== undefined && value !== null
  )
  return (adapters[node.type] ?? ((each) => [each]))({
    ...Object.fromEntries(fields),
    type: node.type,
    children: children?.length ? children : undefined
  })
}

/** One line: fields by name. */
function line({type, children, ...fields}: Tree): string {
  const said = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .sort()
  return `${type}${said.join('')}${children ? `(${children.map(line).join(' ')})` : ''}`
}

/** Both in one notation. */
function expectSame(myst: string, mdast: Tree): void {
  const tree = treeSchema.parse(JSON.parse(JSON.stringify(render(myst).tree)))
  expect(bare(tree).map(line).join('\n')).toBe(bare(mdast).map(line).join('\n'))
}

test('all 73 cases of MyST are there', () => expect(mystCases).toHaveLength(73))

test.each(mystCases)('$title', ({mdast, myst}) => expectSame(myst, mdast))

/** Those whose tree is another, and why. */
const exceptions = new Map([
  ...olderCases,
  ['Emphasis and strong emphasis - example 474', 'an image of HTML is an image: `html_image` is on']
])

test.each(commonMarkCases.filter(({title}) => !exceptions.has(title)))(
  'CommonMark, $title',
  ({mdast, myst}) => expectSame(myst, mdast)
)
