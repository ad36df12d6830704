/** Paths that a `conf.py` puts together by `os.path` and `pathlib`: pure text, counted from the folder of the file. */
import type {SyntaxNode} from '@lezer/common'
import {childrenOf} from './python-tree.js'

/** What an expression says, if it is a text. */
export type ReadText = (node: SyntaxNode) => string | undefined

/**
 * Read an expression that makes a path of texts.
 *
 * @returns `undefined` for any other.
 * @example
 * // `os.path.join(os.path.dirname(__file__), "_static")` gives '_static'
 */
export function readPath(node: SyntaxNode, source: string, read: ReadText): string | undefined {
  const parts = childrenOf(node)
  const [first, second, third] = parts
  if (!first || !second) return undefined
  const textOf = ({from, to}: SyntaxNode): string => source.slice(from, to).replace(/\s/g, '')
  if (node.name === 'BinaryExpression')
    return third && textOf(second) === '/' ? joined([read(first), read(third)]) : undefined
  if (node.name === 'MemberExpression') {
    const owner = third && textOf(third) === 'parent' ? read(first) : undefined
    return owner === undefined ? undefined : folderOf(owner)
  }
  if (node.name !== 'CallExpression') return undefined
  const given = childrenOf(second).filter(({name}) => !/^[(),]$/.test(name) && name !== 'Comment')
  const name = textOf(first)
  const [, method] = /^(?:os\.)?path\.(\w+)$/.exec(name) ?? []
  if (method !== undefined || /^(?:(?:pathlib\.)?Path|str)$/.test(name)) {
    const path = joined(given.map(read))
    if (path === undefined) return undefined
    if (method === 'join') return path
    if (method === undefined) return given.length === 1 || name !== 'str' ? path : undefined
    if (given.length !== 1) return undefined
    if (method === 'dirname') return folderOf(path)
    return /^(?:abspath|normpath|realpath)$/.test(method) ? normal(path) : undefined
  }
  const [owner, , last] = childrenOf(first)
  if (first.name !== 'MemberExpression' || !owner || !last || given.length > 0) return undefined
  const path = /^(?:resolve|absolute|as_posix)$/.test(textOf(last)) ? read(owner) : undefined
  return path === undefined ? undefined : normal(path)
}

/** An absolute part is a beginning. */
function joined(parts: readonly (string | undefined)[]): string | undefined {
  let out = ''
  for (const part of parts) {
    if (part === undefined) return undefined
    if (part.startsWith('/')) out = part
    else if (part !== '') out = out === '' || out.endsWith('/') ? out + part : `${out}/${part}`
  }
  return out
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** Without steps that lead nowhere; what leads out still does. */
function normal(path: string): string {
  const out: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop()
    else if (part !== '' && part !== '.') out.push(part)
  }
  return `${path.startsWith('/') ? '/' : ''}${out.join('/')}`
}
