/** Whether a text can have containers at all: most bodies of directives have none, and cost less when that is known. */
import type {ParseContext} from 'micromark-util-types'
import {nextLine, sourceLine} from './source-lines.js'

/**
 * Whether a container may open on a line of the page, before the first that `isLast` takes. Lines are looked at as
 * they stand in the page: what is outside in a quote is said to have one.
 */
export function mayHoldContainers(
  parser: ParseContext,
  from: number,
  isLast: (line: string) => boolean
): boolean {
  if (sourceLine(parser, from) === undefined || !hasKnownContainers(parser)) return true
  const opening = nextLine(parser, from, 'container', groupOf)
  if (opening === undefined) return false
  for (let line = from; line < opening; line++) if (isLast(sourceLine(parser, line) ?? '')) return false
  return true
}

/**
 * Whether a line may open a quote, a list item, a note, a description or a field. Some that do not are taken, too.
 *
 * @example
 * mayOpenContainer('- item') // true
 */
export function mayOpenContainer(line: string): boolean {
  return /^[ \t]*(?:>|\[\^|:[^:]|[*+~-](?:[ \t]|$)|\d{1,9}[.)])/.test(line)
}

function groupOf(line: string): string | undefined {
  return mayOpenContainer(line) ? 'container' : undefined
}

/** A plug-in may bring containers of its own. */
function hasKnownContainers({constructs}: ParseContext): boolean {
  return Object.values(constructs.document ?? {})
    .flat()
    .every((construct) => /^(?:blockQuote|gfmFootnoteDefinition|list|myst.*)$/.test(construct?.name ?? ''))
}
