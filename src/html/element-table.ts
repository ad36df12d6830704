/** One table: how each node is drawn, whatever it is drawn as. */
import type {Nodes} from 'mdast'
import {image} from './attributed-elements.js'
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
import {code, notRun} from './code-elements.js'
import type {DrawNode} from './context.js'
import {definitionDescription, definitionList, definitionTerm, glossary} from './definition-elements.js'
import {badge, button, card, carousel, grid, gridItem} from './design-elements.js'
import {details} from './details-element.js'
import {iframe, mermaid, raw, video} from './embed-elements.js'
import {fieldBody, fieldList, fieldName} from './field-elements.js'
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
import {inlineMath, math} from './math.js'
import {notebookBlock} from './notebook-elements.js'
import {objectDescription, objectScope, signature} from './object-elements.js'
import {exercise, proof, solution} from './proof-elements.js'
import {aside, contents, embed, indexEntry, lineBlock, rubric, versionNote} from './prose-elements.js'
import {tabItem, tabSet} from './tab-elements.js'
import {table} from './table-elements.js'

/** Node types to functions; a type that is not here stays as it is. */
export type NodeTable = {[Type in Nodes['type']]?: DrawNode<Extract<Nodes, {type: Type}>>}

const nothing = <D>(): D[] => []

/** For those that are drawn alike for hosts and for our own HTML. */
export const drawnNodes: NodeTable = {
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
  keyboard,
  lineBlock,
  link,
  math,
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
