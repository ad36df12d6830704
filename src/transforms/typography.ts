/** `replacements` and `smartquotes`: typographic characters for those that keyboards have, as markdown-it sets them. */
import type {Nodes, Root, Text} from 'mdast'
import {isParent, skip, visitNodes} from '../ast/tree.js'
import {type Run, setQuotes} from './smart-quotes.js'
import {type Locate, placesOf, type TextPlaces} from './text-places.js'

export interface TypographyOptions {
  source: string
  locate: Locate
  /** The extensions that are on: `replacements` brings (c), (r), (tm) and repeated signs, `smartquotes` quotes. */
  on: ReadonlySet<string>
  /** Quotes, dashes and dots, as Sphinx. */
  smartquotes?: boolean | undefined
}

/** {@link setTypography}, for whoever plugs it in. */
export type SetTypography = typeof setTypography

/** Blocks whose text is one line of thought for quotes. */
const lines = new Set<string>([
  'paragraph',
  'heading',
  'tableCell',
  'mystDirectiveArgument',
  'definitionTerm',
  'fieldName'
])

/**
 * Set typographic characters, in place; never in code, math, raw HTML, addresses, or what is escaped. Positions stay:
 * a node is where its author wrote it.
 */
export function setTypography(tree: Root, {source, locate, on, smartquotes}: TypographyOptions): void {
  const all = on.has('replacements')
  const quotes = on.has('smartquotes') || smartquotes === true
  if (!all && !quotes) return
  visitNodes(tree, (node) => {
    if (!lines.has(node.type)) return
    const runs = runsOf(node, source, locate)
    const before = runs.map((run) => run.characters.join(''))
    if (all || smartquotes) {
      for (const run of runs) if (run.node) run.characters = replace(run, all)
    }
    if (quotes) setQuotes(runs)
    runs.forEach((run, index) => {
      const value = run.characters.join('')
      if (run.node && value !== before[index]) run.node.value = value
    })
    return skip
  })
}

/** A paragraph as runs of characters, with how deep each stands. */
function runsOf(block: Nodes, source: string, locate: Locate): Run[] {
  const out: Run[] = []
  const stack: [Nodes, number][] = isParent(block)
    ? block.children.map((child): [Nodes, number] => [child, 0]).reverse()
    : []
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, level] = top
    if (node.type === 'text') out.push(runOf(node, level, placesOf(node, source, locate)))
    else if (node.type === 'break') out.push(fixed(' ', level))
    else if (isAutolink(node)) out.push(fixed('x', level))
    else if (isParent(node) && node.children.length > 0) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child) stack.push([child, level + 1])
      }
    } else if ('value' in node && typeof node.value === 'string' && node.value) {
      out.push(fixed(node.value.slice(-1), level, node.value.slice(0, 1)))
    }
  }
  return out
}

function runOf(node: Text, level: number, places: TextPlaces): Run {
  const characters = node.value.split('')
  return {node, level, characters, free: characters.map((_, index) => places.literal(index))}
}

/** What is never changed, and only stands beside quotes. */
function fixed(last: string, level: number, first = last): Run {
  const characters = first === last ? [last] : [first, last]
  return {level, characters, free: characters.map(() => false)}
}

function isAutolink(node: Nodes): boolean {
  if (node.type !== 'link' || node.children.length !== 1) return false
  const [child] = node.children
  return (
    child?.type === 'text' &&
    (child.value === node.url || node.url.endsWith(`:${child.value}`) || node.url === `http://${child.value}`)
  )
}

/** Replace in each stretch that the author wrote as it is; what is escaped stays. */
function replace(run: Run, all: boolean): string[] {
  const out: string[] = []
  const free: boolean[] = []
  let stretch = ''
  const flush = (): void => {
    const made = stretch && (all ? replaceAll(stretch) : dashes(stretch))
    for (const character of made.split('')) {
      out.push(character)
      free.push(true)
    }
    stretch = ''
  }
  run.characters.forEach((character, index) => {
    if (run.free[index]) stretch += character
    else {
      flush()
      out.push(character)
      free.push(false)
    }
  })
  flush()
  run.free = free
  return out
}

const signs: Readonly<Record<string, string>> = {c: '©', r: '®', tm: '™'}

function replaceAll(text: string): string {
  return dashes(
    text
      .replace(/\((c|r|tm)\)/gi, (_, sign: string) => signs[sign.toLowerCase()] ?? '')
      .replace(/\+-/g, '±')
      .replace(/\.{2,}/g, '…')
      .replace(/([?!])…/g, '$1..')
      .replace(/([?!]){4,}/g, '$1$1$1')
      .replace(/,{2,}/g, ',')
  )
}

function dashes(text: string): string {
  return text
    .replace(/(^|[^.])\.{3}(?!\.)/g, '$1…')
    .replace(/(^|[^-])---(?=[^-]|$)/gm, '$1—')
    .replace(/(^|\s)--(?=\s|$)/gm, '$1–')
    .replace(/(^|[^-\s])--(?=[^-\s]|$)/gm, '$1–')
}
