/** How Sphinx numbers: `numfig` and its like. */
import {isRecord, type Values} from './source.js'

const kinds = ['figure', 'table', 'code', 'section', 'equation'] as const

/** Our `numbering` of Sphinx's settings; `undefined` where they say nothing. */
export function numberingOf(values: Values): Values | undefined {
  const {numfig, numfig_format: formats, numfig_secnum_depth: depth, math_numfig: equations} = values
  if (numfig !== true) return undefined
  const out: Record<string, unknown> = {all: true}
  for (const kind of kinds) {
    const name = kind === 'code' ? 'code-block' : kind
    const template = isRecord(formats) && typeof formats[name] === 'string' ? formats[name] : undefined
    const own = {
      ...(template === undefined ? {} : {template}),
      ...(typeof depth === 'number' && kind !== 'section' ? {sectionDepth: depth} : {}),
      // Without `math_numfig` equations count on each page by itself.
      ...(kind === 'equation' && equations === false ? {sectionDepth: 0, continue: false} : {})
    }
    if (kind === 'section' && Object.keys(own).length > 0) out.section = {enabled: false, ...own}
    else if (Object.keys(own).length > 0) out[kind] = {enabled: true, ...own}
  }
  return out
}
