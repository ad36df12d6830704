/** What a reference says: its author's text, or the title or number of what it leads to. */
import type {Nodes, PhrasingContent} from 'mdast'
import type {Reference} from '../ast/nodes.js'
import {isParent, plainText} from '../ast/tree.js'
import type {Flavour} from './number-config.js'
import {fillNumber} from './number-config.js'
import type {Ambiguous, Note, Resolved} from './resolution.js'

/** Roles that ask for a number. */
const numberRoles = new Set(['numref', 'eq', 'prf:ref', 'math:numref', 'math:eq'])

/** The text of a reference, and what is doubtful about it. */
export interface LinkText {
  children: PhrasingContent[]
  notes: Note[]
}

/**
 * Text for a reference that was found.
 *
 * @param written what its author wrote: kept as it is, but for `%s`, `{number}` and `{name}`.
 */
export function linkText(
  reference: Reference,
  resolution: Resolved | Ambiguous,
  written: readonly PhrasingContent[],
  flavour: Flavour
): LinkText {
  const {number, text} = resolution
  // A term is called as the sentence calls it, in its case.
  if (written.length === 0 && reference.role === 'term') return said(reference.target)
  const asksNumber = numberRoles.has(reference.role)
  if (written.length > 0) return fill(written, resolution, asksNumber)
  // mystmd names what has a number by it; by its title where the sign `#` is left out, as the specification does.
  const byNumber =
    asksNumber ||
    number?.kind === 'equation' ||
    text.length === 0 ||
    (flavour === 'mystmd' && reference.role === 'link' && /^(?:project:)?[^#]*#/.test(reference.target))
  if (number && number.kind !== 'section' && byNumber) return said(fillNumber(number.template, number.number))
  if (number && asksNumber) return said(fillNumber(number.template, number.number))
  return {children: text, notes: asksNumber ? [unnumbered(resolution)] : []}
}

function said(value: string): LinkText {
  return {children: [{type: 'text', value}], notes: []}
}

/** Put number and name into the author's text: in its text, not in its code. */
function fill(
  written: readonly PhrasingContent[],
  resolution: Resolved | Ambiguous,
  asksNumber: boolean
): LinkText {
  const {number, text, remote} = resolution
  const name = plainText(text)
  const asked = plainText(written)
  const wantsNumber = /%s|\{number\}/.test(asked)
  if (!wantsNumber && !/\{name\}/.test(asked)) return {children: [...written], notes: []}
  const replace = (value: string): string => {
    const named = name ? value.replace(/\{name\}/g, () => name) : value
    return number ? fillNumber(named, number.number) : named
  }
  return {
    children: written.map((node) => replaceText(node, replace)),
    notes: wantsNumber && !number && !remote && asksNumber ? [unnumbered(resolution)] : []
  }
}

function unnumbered({description}: Resolved | Ambiguous): Note {
  return {
    ruleId: 'unnumbered-reference',
    reason: `${description} has no number, so its title stands here; number it by \`numbering\` and a caption, or refer to it with {ref}`
  }
}

function replaceText<T extends Nodes>(node: T, replace: (value: string) => string): T {
  if (node.type === 'text') return {...node, value: replace(node.value)}
  if (!isParent(node)) return node
  const children = node.children.map((child) => replaceText(child, replace))
  return Object.assign({}, node, {children})
}
