/** One table: how each node is drawn. The tree that it gives is drawn alike by our serializer and by any host's. */
import type {Nodes, Root, RootContent} from 'mdast'
import type {Report} from '../ast/report.js'
import {isParent, withChildren} from '../ast/tree.js'
import {image, inlineCode, list} from './attributed-elements.js'
import {
  admonition,
  blockImage,
  container,
  div,
  headerBreak,
  mystDirective,
  mystTarget,
  toc
} from './block-elements.js'
import {bibliography, citation, cite, citeGroup} from './citation-elements.js'
import {code, type Highlight, notRun} from './code-elements.js'
import type {ElementContext, ToElement} from './context.js'
import {definitionDescription, definitionList, definitionTerm, glossary} from './definition-elements.js'
import {badge, button, card, carousel, grid, gridItem} from './design-elements.js'
import {details} from './details-element.js'
import {anchors, classNames, element} from './element.js'
import {iframe, mermaid, raw, video} from './embed-elements.js'
import {fieldBody, fieldList, fieldName} from './field-elements.js'
import {footnotesOf} from './footnotes.js'
import type {IconSource} from './icons.js'
import {
  abbreviation,
  captionNumber,
  crossReference,
  icon,
  keyboard,
  link,
  mystRole,
  subscript,
  superscript
} from './inline-elements.js'
import {chemicalFormula, si, smallcaps, span, underline} from './mark-elements.js'
import {inlineMath, type MathRenderer, math} from './math.js'
import {notebookBlock} from './notebook-elements.js'
import {objectDescription, objectScope, signature} from './object-elements.js'
import {exercise, proof, solution} from './proof-elements.js'
import {aside, contents, embed, indexEntry, lineBlock, rubric, versionNote} from './prose-elements.js'
import {tabItem, tabSet} from './tab-elements.js'
import {table} from './table-elements.js'
import {listItem} from './task-element.js'
import {englishWords, type WordKey} from './words.js'

/** Node types to functions; a type that is not here stays as it is. */
export type ElementTable = {[Type in Nodes['type']]?: ToElement<Extract<Nodes, {type: Type}>>}

const nothing = (): RootContent[] => []

/** The built-in table. */
export const builtInElements: ElementTable = {
  abbreviation,
  admonition,
  aside,
  badge,
  bibliography,
  block: notebookBlock,
  blockBreak: nothing,
  blockImage,
  button,
  captionNumber,
  card,
  carousel,
  citation,
  cite,
  citeGroup,
  code,
  chemicalFormula,
  container,
  contents,
  crossReference,
  definition: nothing,
  definitionDescription,
  definitionList,
  definitionTerm,
  details,
  div,
  embed,
  fieldBody,
  fieldList,
  fieldName,
  exercise,
  footnoteDefinition: nothing,
  glossary,
  grid,
  gridItem,
  headerBreak,
  icon,
  iframe,
  image,
  inlineMath,
  indexEntry,
  inlineCode,
  keyboard,
  lineBlock,
  link,
  listItem,
  math,
  list,
  mystAttributes: nothing,
  mermaid,
  mystComment: nothing,
  mystDirective,
  mystRole,
  mystTarget,
  notRun,
  rubric,
  objectDescription,
  objectScope,
  proof,
  raw,
  si,
  signature,
  smallcaps,
  solution,
  span,
  subscript,
  superscript,
  tabItem,
  tabSet,
  table,
  toc,
  versionNote,
  underline,
  video,
  yaml: nothing
}

const builtIn = new Map<string, ToElement>(Object.entries(builtInElements))

export interface ElementOptions {
  icons?: IconSource | undefined
  highlight?: Highlight | undefined
  /** Draws formulas. */
  math?: MathRenderer | undefined
  idPrefix: string
  /** A language's words, over the English ones. */
  words?: Partial<Record<WordKey, string>> | undefined
  /** By node type, before the built-in table. */
  elements?: ElementTable | undefined
  report: Report
}

/**
 * Draw a linked tree: a new tree whose nodes say by `data.hName`, `hProperties` and `hChildren` which element they
 * are, as every mdast-to-hast reads it.
 */
export function toElements(
  tree: Root,
  {icons, highlight, math: renderMath, idPrefix, words, elements, report}: ElementOptions
): Root {
  const footnotes = footnotesOf(tree, idPrefix)
  const own = new Map<string, ToElement>(
    Object.entries({bibliography: footnotes.bibliography, footnoteReference: footnotes.mark, ...elements})
  )
  const counts = new Map<string, number>()
  const context: ElementContext = {
    all,
    icons,
    highlight,
    math: renderMath,
    report,
    word: (key) => words?.[key] ?? englishWords[key],
    unique(stem) {
      const count = counts.get(stem) ?? 0
      counts.set(stem, count + 1)
      return `${idPrefix}${stem}-${count}`
    }
  }
  return {...tree, children: [...all(tree.children), ...footnotes.section(context)]}

  function all(children: readonly RootContent[]): RootContent[] {
    // A list that is as long as it needs to be: most are of one.
    const drawn = children.map(draw)
    return drawn.every(isOne) ? drawn : drawn.flat()
  }

  function draw(node: RootContent): RootContent | RootContent[] {
    const toElement = own.get(node.type) ?? builtIn.get(node.type)
    const drawn = toElement
      ? toElement(node, context)
      : isParent(node)
        ? withChildren(node, all(node.children))
        : node
    return withAttributes(node, drawn)
  }
}

function isOne(drawn: RootContent | RootContent[]): drawn is RootContent {
  return !Array.isArray(drawn)
}

/** Put ids on what was drawn, and classes on nodes that mdast knows itself. */
function withAttributes(node: RootContent, drawn: RootContent | RootContent[]): RootContent | RootContent[] {
  // Most nodes have neither.
  if (!node.ids?.length && !node.class) return drawn
  const {ids = []} = node
  const own = drawn === node || (!Array.isArray(drawn) && drawn.type === node.type)
  if (ids.length === 0 && !own) return drawn
  const list = Array.isArray(drawn) ? drawn : [drawn]
  const [first, ...rest] = list
  // What draws nothing is still led to.
  if (!first) return anchors(node)
  if (node.type === 'mystTarget') return drawn
  const properties = first.data?.hProperties ?? {}
  const id = properties.id ?? ids[0]
  const others = ids.filter((each) => each !== id)
  const className = own ? classNames(node.class) : []
  const marked: RootContent = Object.assign({}, first, {
    data: {
      ...first.data,
      hProperties: {
        ...(id === undefined ? {} : {id}),
        ...properties,
        ...(className.length > 0 ? {className: [...className, ...previousClasses(properties)]} : {})
      }
    }
  })
  const spans = others.map((other) => element('span', {id: other}))
  if (spans.length === 0) return [marked, ...rest]
  // Further ids stand inside what holds text, before all else.
  const isTerm = first.type === 'htmlElement' && first.data.hName === 'dt'
  if (first.type === 'heading' || first.type === 'paragraph' || isTerm)
    return [Object.assign(marked, {children: [...spans, ...first.children]}), ...rest]
  return [...spans, marked, ...rest]
}

function previousClasses({className}: {className?: unknown}): string[] {
  return Array.isArray(className) ? className.map(String) : []
}
