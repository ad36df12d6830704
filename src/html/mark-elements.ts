/** Pieces of text of some kind as elements: Sphinx's tags and classes. */
import type {RootContent} from 'mdast'
import type {ChemicalFormula, Quantity, Smallcaps, Span, Underline} from '../ast/nodes.js'
import {own} from '../names/own.js'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'

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

export const span: ToElement<Span> = ({kind = '', class: className, children}, {all}) => {
  const [tag, classes] = own(tags, kind) ?? ['span', kind]
  return element(tag, {className: classNames(classes, className)}, all(children))
}

export const underline: ToElement<Underline> = ({class: className, children}, {all}) =>
  element('u', {className: classNames(className)}, all(children))

export const smallcaps: ToElement<Smallcaps> = ({class: className, children}, {all}) =>
  element('span', {className: classNames('smallcaps', className)}, all(children))

/** Numbers behind an element are below the line, charges above. */
export const chemicalFormula: ToElement<ChemicalFormula> = ({value}) =>
  element('span', {className: ['chemical-formula']}, formulaParts(value))

function formulaParts(value: string): RootContent[] {
  return [...value.matchAll(/\^\{?([\d.]*[+-]?)\}?|_\{?(\w+)\}?|(?<=[A-Za-z)\]])(\d+)|./gsu)].map(
    ([whole, above, below, count]): RootContent => {
      const low = below ?? count
      if (above) return element('sup', {}, [{type: 'text', value: above}])
      if (low) return element('sub', {}, [{type: 'text', value: low}])
      return {type: 'text', value: whole}
    }
  )
}

export const si: ToElement<Quantity> = ({number, unit, value}) =>
  element('span', {className: ['si']}, [
    {type: 'text', value: [number, unit].filter(Boolean).join('\u202f') || value}
  ])
