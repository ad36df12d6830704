/** Code as Sphinx draws it; lines are numbered and marked so that copied code stays clean. */
import type {Element, ElementContent, Root} from 'hast'
import type {Code} from 'mdast'
import type {NotRun} from '../ast/nodes.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'

/** Colours code. */
export interface Highlight {
  /** Give the spans of a code, or `undefined` for a language that is not known. */
  (code: string, language: string): Root | undefined
  /** Each tree is a new one without raw HTML, which the page may have as its own. */
  isFresh?: boolean
}

/** Longer code is shown plain. */
const maxHighlighted = 100_000

export const code: DrawNode<Code> = (node, context) => {
  const {element, text} = context
  const block = element(
    'div',
    {className: classNames(`highlight-${languageClass(node.lang)} notranslate`, node.class)},
    [element('div', {className: ['highlight']}, [preformatted(node, context)])]
  )
  if (!node.filename) return block
  return element('div', {className: ['literal-block-wrapper']}, [
    element('div', {className: ['code-block-filename']}, [
      element('span', {className: ['caption-text']}, [text(node.filename)])
    ]),
    block
  ])
}

/** What nobody runs: its head, and its source. */
export const notRun: DrawNode<NotRun> = (node, {all, element, text}) =>
  element('div', {className: classNames('not-run', node.class)}, [
    element('p', {className: ['not-run-title']}, [
      element('code', {}, [text(`{${node.name}}`)]),
      ...(node.args ? [text(` ${node.args}`)] : [])
    ]),
    ...(node.value.trim() ? all([{type: 'code', lang: node.lang, value: node.value}]) : [])
  ])

function languageClass(lang: string | null | undefined): string {
  return (lang ?? '').trim().split(/\s+/)[0] || 'default'
}

function preformatted<D extends Drawn>(node: Code, {highlight, fixed}: ElementContext<D>): D {
  const value = node.value.replace(/\r\n?/g, '\n')
  const coloured =
    highlight && node.lang && value.length <= maxHighlighted ? highlight(value, node.lang) : undefined
  const content = coloured ? coloured.children.filter(isElementContent) : [plain(value)]
  const marked = new Set(node.emphasizeLines)
  const children =
    node.showLineNumbers || marked.size > 0
      ? numbered(
          splitLines(content),
          marked,
          node.showLineNumbers ? (node.startingLineNumber ?? 1) : undefined
        )
      : [...content, plain('\n')]
  // HTML drops a line ending right behind `<pre>`, and with it a first line that is blank.
  const first = children.find((child) => child.type !== 'text' || child.value !== '')
  const blank = first?.type === 'text' && first.value.startsWith('\n')
  const kept = blank
    ? [{type: 'element' as const, tagName: 'span', properties: {}, children: []}, ...children]
    : children
  const isFresh = coloured === undefined || highlight?.isFresh
  return fixed({type: 'element', tagName: 'pre', properties: {}, children: kept}, isFresh)
}

function isElementContent(node: Root['children'][number]): node is ElementContent {
  return node.type !== 'doctype'
}

/** Each line with its number, in a mark if it is to be seen. */
function numbered(
  lines: readonly ElementContent[][],
  marked: ReadonlySet<number>,
  first: number | undefined
): ElementContent[] {
  const width = first === undefined ? 0 : String(first + lines.length - 1).length
  return lines.flatMap((line, index): ElementContent[] => {
    const content: ElementContent[] = [
      ...(first === undefined ? [] : [span('linenos', [plain(String(first + index).padStart(width))])]),
      ...line,
      plain('\n')
    ]
    return marked.has(index + 1) ? [span('hll', content)] : content
  })
}

/** Cut at line endings; a span over several lines is a span on each. */
export function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    for (const [index, part] of cut(node).entries()) {
      if (index > 0) lines.push([])
      if (part) lines.at(-1)?.push(part)
    }
  }
  return lines
}

/** A node as its parts on successive lines. */
function cut(node: ElementContent): (ElementContent | undefined)[] {
  if (node.type === 'text') return node.value.split('\n').map((value) => (value ? plain(value) : undefined))
  if (node.type !== 'element') return [node]
  return splitLines(node.children).map((children) =>
    children.length > 0 ? {...node, properties: {...node.properties}, children} : undefined
  )
}

function plain(value: string): ElementContent {
  return {type: 'text', value}
}

function span(className: string, children: ElementContent[]): Element {
  return {type: 'element', tagName: 'span', properties: {className: [className]}, children}
}
