/** The front matter of a page. */
import type {Root} from 'mdast'
import type {Position} from 'unist'
import {parseDocument} from 'yaml'
import {along} from '../ast/place.js'
import type {Report} from '../ast/report.js'

/** What a page says of itself; keys as the author wrote them. */
export type FrontMatter = Record<string, unknown>

/**
 * Read the front matter. What is wrong in it is reported at its own line and column; the page is shown all the same.
 */
export function readFrontMatter(tree: Root, report: Report): FrontMatter {
  const node = tree.children[0]
  if (node?.type !== 'yaml') return {}
  // Aliases can make a short text huge.
  const document = parseDocument(node.value, {logLevel: 'silent', uniqueKeys: true, prettyErrors: false})
  for (const fault of [...document.errors, ...document.warnings]) {
    report({
      ruleId: 'front-matter',
      reason: `the front matter is not good YAML: ${fault.message}`,
      position: placeIn(node.value, fault.pos, node.position)
    })
  }
  try {
    const value: unknown = document.toJS({maxAliasCount: 50})
    if (isRecord(value)) return value
    if (value !== null && value !== undefined)
      report({
        ruleId: 'front-matter',
        reason: 'the front matter is no list of keys: write `key: value` lines',
        position: node.position
      })
  } catch (error) {
    report({
      ruleId: 'front-matter',
      reason: `the front matter cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      position: node.position
    })
  }
  return {}
}

function isRecord(value: unknown): value is FrontMatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value begins on the line after the opening dashes. */
function placeIn(
  value: string,
  [from, to]: [number, number],
  position: Position | undefined
): Position | undefined {
  if (!position) return
  const lines = value.slice(0, from).split('\n')
  const column = lines.at(-1)?.length ?? 0
  const line = position.start.line + lines.length
  const opening = (position.end.offset ?? 0) - (position.start.offset ?? 0) - value.length > 8 ? 5 : 4
  const start = {line, column: column + 1, offset: (position.start.offset ?? 0) + opening + from}
  return {start, end: along(start, Math.max(to - from, 1))}
}
