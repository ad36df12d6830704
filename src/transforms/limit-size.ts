/** Keeps pages to the size that they may have: what is beyond stands in the page as it was written. */
import type {Root} from 'mdast'
import type {Report} from '../ast/report.js'
import {countNodes} from '../ast/tree.js'

/**
 * Where a text is cut that is longer than it may be: behind the last whole line.
 *
 * @example
 * cutAt('ab\ncd\n', 4) // 3
 */
export function cutAt(source: string, length: number): number {
  return source.length <= length ? source.length : source.lastIndexOf('\n', length - 1) + 1 || length
}

/** Put the rest of a text behind a tree as it is. */
export function appendRest(tree: Root, source: string, from: number, report: Report): void {
  const start = pointAt(source, from)
  const position = {start, end: pointAt(source, source.length)}
  tree.children.push({type: 'code', value: source.slice(from), position})
  report({
    ruleId: 'page-limit',
    reason: `the page is longer than ${from} characters: the rest is shown as it is written; make pages of its sections`,
    position: {start, end: start}
  })
}

/** Replace the blocks by their source with which a page has more nodes than it may have. */
export function limitNodes(tree: Root, source: string, most: number, report: Report): void {
  let count = 0
  for (const [index, block] of tree.children.entries()) {
    count += countNodes([block])
    if (count <= most) continue
    const {start} = block.position ?? {}
    const end = tree.children.at(-1)?.position?.end
    tree.children.length = index
    if (start && end)
      tree.children.push({
        type: 'code',
        value: source.slice(start.offset, end.offset),
        position: {start, end}
      })
    report({
      ruleId: 'page-limit',
      reason: `the page is longer than ${most} parts: the rest is shown as it is written; make pages of its sections`,
      ...(start ? {position: {start, end: start}} : {})
    })
    return
  }
}

function pointAt(source: string, offset: number) {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/)
  return {line: before.length, column: (before.at(-1) ?? '').length + 1, offset}
}
