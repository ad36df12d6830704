/** The grammar of the icon roles' content. */

import {type IconHeight, readHeight} from '../ast/icon-height.js'

/** What is wrong in the content of an icon's role, and where in the content. */
export interface IconFault {
  reason: string
  start: number
  end: number
}

/** What the content of a Font Awesome role asks for. */
export interface FontIcon {
  name: string
  /** As written: not normalised. */
  classes: string[]
  faults: IconFault[]
}

/** What the content of an octicon's or a Material role asks for. */
export interface SizedIcon extends FontIcon {
  height?: IconHeight | undefined
}

/** The parts between semicolons, without the white space around them; an empty one has its semicolon's place. */
function split(content: string): {text: string; start: number; end: number}[] {
  let at = 0
  return content.split(';').map((part) => {
    const text = part.trim()
    const start = text ? at + part.indexOf(text) : Math.max(0, at - 1)
    const end = text ? start + text.length : at + part.length
    at += part.length + 1
    return {text, start, end}
  })
}

function parseIcon(content: string, sized: boolean): SizedIcon {
  const [name = {text: ''}, ...rest] = split(content)
  const out: SizedIcon = {name: name.text, classes: [], faults: []}
  if (!name.text) out.faults.push({reason: 'the name of the icon is missing', start: 0, end: content.length})
  const size = sized ? rest.shift() : undefined
  if (size) {
    const {text, start, end} = size
    out.height = readHeight(text)
    const reason = `"${text}" is not a height; give a number with px, em or rem, such as 1.5em`
    if (!out.height) out.faults.push({reason, start, end})
  }
  for (const [index, {text, start, end}] of rest.entries()) {
    out.classes.push(...text.split(/\s+/).filter(Boolean))
    const reason = 'classes are separated by spaces, not by ";"'
    if (index > 0 && text) out.faults.push({reason, start, end})
  }
  return out
}

/**
 * Read the content of `{octicon}` and the Material roles: `name;height;classes`.
 *
 * @example
 * parseSizedIcon('rocket;1.5em;sd-text-info') // {name, height: {value: 1.5, unit: 'em'}, classes, faults: []}
 */
export function parseSizedIcon(content: string): SizedIcon {
  return parseIcon(content, true)
}

/**
 * Read the content of the Font Awesome roles: `name;classes`.
 *
 * @example
 * parseFontIcon('spinner;sd-text-info') // {name: 'spinner', classes: ['sd-text-info'], faults: []}
 */
export function parseFontIcon(content: string): FontIcon {
  return parseIcon(content, false)
}
