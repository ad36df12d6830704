/** Pieces of text of some kind as elements: Sphinx's tags and classes. */
import type {ChemicalFormula, Quantity, Smallcaps, Span, Underline} from '../ast/nodes.js'
import {own} from '../names/own.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'

const literal = 'docutils literal notranslate'

/** By the kind of a span: tag and class names; others are a `<span>` of their kind. */
const tags: Readonly<Record<string, readonly [tag: string, className: string]>> = {
  command: ['strong', 'command'],
  descclassname: ['span', 'sig-prename descclassname'],
  descname: ['span', 'sig-name descname'],
  dfn: ['em', 'dfn'],
  file: ['code', `file ${literal}`],
  index: ['span', ''],
  mailheader: ['em', 'mailheader'],
  makevar: ['strong', 'makevar'],
  manpage: ['em', 'manpage'],
  mimetype: ['em', 'mimetype'],
  newsgroup: ['em', 'newsgroup'],
  program: ['strong', 'program'],
  property: ['em', 'property'],
  regexp: ['code', `regexp ${literal}`],
  'sig-param': ['em', 'sig-param'],
  samp: ['code', `samp ${literal}`],
  'title-reference': ['cite', '']
}

export const span: DrawNode<Span> = ({kind = '', class: className, children}, {all, element}) => {
  const [tag, classes] = own(tags, kind) ?? ['span', kind]
  return element(tag, {className: classNames(classes, className)}, all(children))
}

export const underline: DrawNode<Underline> = ({class: className, children}, {all, element}) =>
  element('u', {className: classNames(className)}, all(children))

export const smallcaps: DrawNode<Smallcaps> = ({class: className, children}, {all, element}) =>
  element('span', {className: classNames('smallcaps', className)}, all(children))

/** Numbers behind an element are below the line, charges above. */
export const chemicalFormula: DrawNode<ChemicalFormula> = ({value}, context) =>
  context.element('span', {className: ['chemical-formula']}, formulaParts(value, context))

function formulaParts<D extends Drawn>(value: string, {element, text}: ElementContext<D>): D[] {
  return [...value.matchAll(/\^\{?([\d.]*[+-]?)\}?|_\{?(\w+)\}?|(?<=[A-Za-z)\]])(\d+)|./gsu)].map(
    ([whole, above, below, count]) => {
      const low = below ?? count
      if (above) return element('sup', {}, [text(above)])
      if (low) return element('sub', {}, [text(low)])
      return text(whole)
    }
  )
}

export const si: DrawNode<Quantity> = ({number, unit, value}, {element, text}) =>
  element('span', {className: ['si']}, [text([number, unit].filter(Boolean).join('\u202f') || value)])
