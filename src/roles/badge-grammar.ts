/** The grammar of a badge's content. */

/** A badge's content taken apart; offsets count from the start of the content. */
export interface BadgeContent {
  /** The text, or the reference, with `\;` still in it. */
  content: string
  tooltip?: string | undefined
  tooltipStart: number
  tooltipEnd: number
}

/**
 * Split `content ; tooltip` at the first semicolon that has white space on both sides, so that addresses may hold
 * semicolons; `\;` is one that parts nothing.
 *
 * @example
 * parseBadge('new ; since 2.0') // {content: 'new', tooltip: 'since 2.0', tooltipStart: 6, tooltipEnd: 15}
 */
export function parseBadge(value: string): BadgeContent {
  for (let at = value.indexOf(';'); at !== -1; at = value.indexOf(';', at + 1)) {
    const tooltip = value.slice(at + 1).trim()
    const content = value.slice(0, at)
    if (!/\s$/.test(content) || !/^\s/.test(value.slice(at + 1)) || !tooltip || !content.trim()) continue
    const tooltipStart = at + 1 + value.slice(at + 1).search(/\S/)
    return {
      content: content.trimEnd(),
      tooltip: unescapeSemicolons(tooltip),
      tooltipStart,
      tooltipEnd: tooltipStart + tooltip.length
    }
  }
  return {content: value, tooltipStart: value.length, tooltipEnd: value.length}
}

/** A badge's text as it is read. */
export function unescapeSemicolons(text: string): string {
  return text.replaceAll('\\;', ';')
}
