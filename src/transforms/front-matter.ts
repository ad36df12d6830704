/** The front matter of a page. */
import type {Root} from 'mdast'
import type {Position} from 'unist'
import {along} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import {readYaml} from './read-yaml.js'

/** What a page says of itself; keys as the author wrote them. */
export type FrontMatter = Record<string, unknown>

/**
 * Read the front matter. What is wrong in it is reported at its own line and column; the page is shown all the same.
 *
 * @param source the page's text.
 */
export function readFrontMatter(tree: Root, source: string, report: Report): FrontMatter {
  const node = tree.children[0]
  if (node?.type !== 'yaml') return {}
  const {value, faults} = readYaml(node.value)
  for (const {reason, offset} of faults) {
    report({
      ruleId: 'front-matter',
      reason: `the front matter is not good YAML: ${reason}; the entry is left out`,
      position: placeIn(node.value, offset, source, node.position)
    })
  }
  if (isRecord(value)) return value
  if (value !== null && value !== undefined) {
    report({
      ruleId: 'front-matter',
      reason: 'the front matter is no list of keys: write `key: value` lines',
      position: node.position
    })
  }
  return {}
}

/**
 * The language of the page's notebook: what its kernel says, or what the kernel's name begins with.
 *
 * @example
 * kernelLanguage({kernelspec: {name: 'python3'}}) // 'python'
 */
export function kernelLanguage({kernelspec}: FrontMatter): string | undefined {
  if (!isRecord(kernelspec)) return
  const {language, name} = kernelspec
  if (typeof language === 'string') return language
  if (name === 'ir') return 'r'
  return typeof name === 'string' ? /^(?:bash|julia|octave|python)/.exec(name)?.[0] : undefined
}

/**
 * mystmd's label of a page, which stands in its front matter, and where it is written.
 *
 * @param source the page's text.
 */
export function pageLabel(
  tree: Root,
  {label}: FrontMatter,
  source: string
): {label: string; position?: Position} | undefined {
  const node = tree.children[0]
  if (typeof label !== 'string' || !label.trim() || node?.type !== 'yaml') return
  const key = /^label:[ \t]+["']?/m.exec(node.value)
  const at = key ? key.index + key[0].length : node.value.length
  // A scalar of several lines, or with escapes, is not there as it reads.
  if (!node.value.startsWith(label, at)) return {label}
  const start = placeIn(node.value, at, source, node.position)?.start
  return start ? {label, position: {start, end: along(start, label.length)}} : {label}
}

function isRecord(value: unknown): value is FrontMatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value begins on the line after the opening dashes. Its line endings are not the source's, so lines are counted.
 */
function placeIn(
  value: string,
  offset: number,
  source: string,
  position: Position | undefined
): Position | undefined {
  if (position?.start.offset === undefined) return
  const before = value.slice(0, offset).split(/\r\n|\r|\n/)
  const column = before.at(-1)?.length ?? 0
  const ends = [...source.slice(position.start.offset, position.end.offset).matchAll(/\r\n|\r|\n/g)]
  const end = ends[before.length - 1]
  const line = position.start.offset + (end ? end.index + end[0].length : 0)
  const start = {line: position.start.line + before.length, column: column + 1, offset: line + column}
  return {start, end: along(start, 1)}
}
