/** What attributes mean to each kind of node. */
import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import {normalizeClassNames} from '../names/labels.js'
import {own} from '../names/own.js'
import {suggest} from '../names/suggest.js'
import {readLength, readLineNumbers} from '../names/values.js'
import type {Attribute, MystDirective} from './nodes.js'
import {didYouMean, type Fault, type Report} from './report.js'

/** Put attributes on a node. Of several values of one key the last counts; each id is a label. */
export function setAttributes(node: Nodes, attributes: readonly Attribute[], report: Report): void {
  if (node.type === 'mystDirective') {
    addOptions(node, attributes)
    return
  }
  if (node.type === 'mystRole') {
    if (node.data) node.data.attributes = [...(node.data.attributes ?? []), ...attributes]
    return
  }
  const fields = fieldsOf(node)
  addClasses(node, attributes)
  addLabels(node, attributes)
  for (const attribute of attributes) {
    const {kind, key, value, position} = attribute
    if (kind === 'key') {
      const read = own(fields, key)
      const result = read?.(value)
      if (result) Object.assign(node, result)
      else report(read ? invalid(attribute) : unused(node, key, Object.keys(fields), position))
    }
  }
}

function invalid({key, value, valuePosition}: Attribute): Fault {
  return {
    ruleId: 'invalid-attribute',
    reason: `"${value}" is no value of the attribute "${key}"; it is left out`,
    position: valuePosition
  }
}

function unused({type}: Nodes, key: string, known: string[], position: Position | undefined): Fault {
  const near = didYouMean(suggest(key, known))
  const list = [...known, '#id', '.class'].join(', ')
  return {
    ruleId: 'unused-attribute',
    reason: `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type} has no attribute "${key}"${near || '; it is left out'} [attributes: ${list}]`,
    position
  }
}

/** All at once: a block may have any number of lists. */
function addClasses(node: Nodes, attributes: readonly Attribute[]): void {
  const given = attributes.filter(({kind}) => kind === 'class')
  if (given.length === 0 && node.class === undefined) return
  const names = [
    ...(node.class ?? '').split(' '),
    ...given.flatMap(({value}) => normalizeClassNames(value))
  ].filter(Boolean)
  if (names.length > 0) node.class = [...new Set(names)].join(' ')
}

/** The last is the element's own id; the others lead to it too. */
function addLabels(node: Nodes, attributes: readonly Attribute[]): void {
  const given = attributes
    .filter(({kind}) => kind === 'id')
    .map(({value, valuePosition}) => ({
      label: value,
      ...(valuePosition ? {position: valuePosition} : {})
    }))
  if (given.length > 0) node.labels = [...given.reverse(), ...(node.labels ?? [])]
}

/** Classes join those of `:class:`; all else is one more option. */
function addOptions(node: MystDirective, attributes: readonly Attribute[]): void {
  if (!node.data) return
  const place = node.data.namePosition
  const {options} = node.data
  let classes = options.find((option) => option.key === 'class')
  for (const {kind, key, value, position = place, valuePosition = place} of attributes) {
    const name = kind === 'id' ? 'name' : key
    if (kind === 'class' && classes) classes.value = `${value} ${classes.value}`
    else {
      const option = {key: name, value, keyPosition: position, valuePosition}
      options.push(option)
      if (name === 'class') classes ??= option
    }
  }
  node.options = Object.fromEntries(options.map((option) => [option.key, option.value]))
}

/** Reads a value: the fields that it sets, or `undefined` where it is none. */
type ReadField = (value: string) => object | undefined

const lengthOf =
  (field: string): ReadField =>
  (value) => {
    const length = readLength(value)
    return length === undefined ? undefined : {[field]: length}
  }

/** What a line of attributes over an image's paragraph may say of the image. */
export const pictureFields: Record<string, ReadField> = {
  width: lengthOf('width'),
  w: lengthOf('width'),
  height: lengthOf('height'),
  h: lengthOf('height'),
  align: (value) =>
    /^(?:left|center|right|top|middle|bottom)$/.test(value.toLowerCase())
      ? {align: value.toLowerCase()}
      : undefined,
  a: (value) => pictureFields.align?.(value),
  alt: (value) => ({alt: value})
}

const codeFields: Record<string, ReadField> = {
  'lineno-start': (value) =>
    /^\d{1,9}$/.test(value) ? {showLineNumbers: true, startingLineNumber: Number(value)} : undefined,
  'emphasize-lines': (value) => {
    const emphasizeLines = readLineNumbers(value)
    return emphasizeLines && {emphasizeLines}
  },
  linenos: (value) => ({showLineNumbers: !/^(?:false|no|0)$/i.test(value)})
}

const language: ReadField = (value) => (/^[\w.+#:-]+$/.test(value) ? {lang: value} : undefined)
const inlineCodeFields: Record<string, ReadField> = {l: language, lexer: language, language}

const linkFields: Record<string, ReadField> = {
  target: (value) => (/^[\w-]+$/.test(value) ? {target: value} : undefined),
  rel: (value) => (/^[\w -]+$/.test(value) ? {rel: value} : undefined),
  title: (value) => ({title: value})
}

const listFields: Record<string, ReadField> = {
  style: (value) =>
    /^(?:decimal|(?:lower|upper)-(?:alpha|roman))$/.test(value) ? {enumeration: value} : undefined
}

const quoteFields: Record<string, ReadField> = {attribution: (value) => ({attribution: value})}

function fieldsOf(node: Nodes): Record<string, ReadField> {
  switch (node.type) {
    case 'code':
      return codeFields
    case 'image':
    case 'imageReference':
    case 'blockImage':
      return pictureFields
    case 'inlineCode':
      return inlineCodeFields
    case 'link':
    case 'linkReference':
      return linkFields
    case 'list':
      return node.ordered ? listFields : {}
    case 'blockquote':
      return quoteFields
    default:
      return {}
  }
}
