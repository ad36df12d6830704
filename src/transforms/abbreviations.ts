/** Abbreviations that the project or a page explains: each in running text says what it stands for. */
import type {Root, RootContent, Text} from 'mdast'
import {createBudget, repeatedTooMuch} from '../ast/limits.js'
import type {Abbreviation} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {isParent, plainText, skip, text, visitNodes} from '../ast/tree.js'
import type {FrontMatter} from './front-matter.js'
import type {TreePass} from './pass.js'
import {createLocate, cut, type Locate, type Piece, placesOf, type TextPlaces} from './text-places.js'

/** What they stand for; `null` for what looks like one and is none. */
export type Abbreviations = Readonly<Record<string, string | null>>

/** What has its own meaning, or leads somewhere already. */
const apart =
  /^(?:abbreviation|badge|button|cite|citeGroup|citation|crossReference|link|linkReference|keyboard|mystDirective|mystRole|signature|substitution|inlineSubstitution)$/

/** Text of a program's face or files. */
const literalSpan = (kind: string | undefined): boolean => kind !== undefined && kind !== 'index'

/** Longer than any abbreviation. */
const maxLength = 100

/**
 * Make what explains abbreviations of a project; those in `abbreviations` of a page's front matter win there. They
 * are whole words, but for an `s` behind; of two that begin together the longer counts.
 *
 * @example
 * createAbbreviations({TOC: 'table of contents'})
 */
export function createAbbreviations(ofProject: Abbreviations = {}): TreePass {
  const shared = plant(Object.entries(ofProject))
  return ({tree, source, frontMatter, limits, report}) => {
    const own = readOwn(frontMatter, tree, report)
    if (own.length === 0 && shared.next.size === 0) return false
    const root = own.length > 0 ? plant([...Object.entries(ofProject), ...own]) : shared
    const locate = createLocate(source)
    let last: Text | undefined
    const budget = createBudget(limits.repeated, () =>
      report(repeatedTooMuch(limits.repeated, last?.position))
    )
    visitNodes(tree, (node) => {
      if (node.type === 'abbreviation' && node.title === undefined) {
        const title = match(root, plainText(node.children), 0, true)?.title
        if (title && budget.take(title.length)) node.title = title
      }
      if (apart.test(node.type) || (node.type === 'span' && literalSpan(node.kind))) return skip
      if (!isParent(node) || !node.children.some(({type}) => type === 'text')) return
      const old: readonly RootContent[] = node.children
      const children = old.flatMap((child): RootContent[] => {
        if (child.type !== 'text') return [child]
        last = child
        const pieces = findIn(child.value, root).filter(({title}) => budget.take(title.length))
        return pieces.length > 0
          ? cut(child, pieces.map(pieceOf(child.value)), places(child, source, locate))
          : [child]
      })
      Object.assign(node, {children})
      return
    })
    return true
  }
}

/** Text of another file is placed as a whole. */
function places(node: Text, source: string, locate: Locate): TextPlaces {
  return node.position?.file === undefined
    ? placesOf(node, source, locate)
    : {literal: () => true, place: () => node.position}
}

interface Found {
  start: number
  end: number
  title: string
}

const pieceOf =
  (value: string) =>
  ({start, end, title}: Found): Piece => ({
    start,
    end,
    node: (position): Abbreviation => ({
      type: 'abbreviation',
      title,
      children: [text(value.slice(start, end), position)],
      ...(position ? {position} : {})
    })
  })

/** Abbreviations by their characters. */
interface Branch {
  next: Map<string, Branch>
  /** What those that end here stand for; nothing for one that is none. */
  title?: string | null
}

function plant(entries: Iterable<readonly [string, string | null]>): Branch {
  const root: Branch = {next: new Map()}
  for (const [short, title] of entries) {
    // One letter may be anything.
    if (short.length < 2 || short.length > maxLength) continue
    let branch = root
    for (const character of short) {
      const next = branch.next.get(character) ?? {next: new Map()}
      branch.next.set(character, next)
      branch = next
    }
    branch.title = title
  }
  return root
}

const letter = /[\p{L}\p{N}_]/u

/** Whether a word may begin or end at an index. */
function isEdge(value: string, index: number): boolean {
  const before = [...value.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
  const [after = ''] = value.slice(index, index + 2)
  return !letter.test(before) || !letter.test(after)
}

/** The longest that begins at an index. */
function match(
  root: Branch,
  value: string,
  from: number,
  whole = false
): {end: number; title: string | null} | undefined {
  let found: {end: number; title: string | null} | undefined
  let branch: Branch | undefined = root
  for (let at = from; branch && at <= value.length; ) {
    const {title}: Branch = branch
    if (title !== undefined && (whole ? at === value.length : ends(value, at))) found = {end: at, title}
    const character: string = String.fromCodePoint(value.codePointAt(at) ?? 0)
    branch = at < value.length ? branch.next.get(character) : undefined
    at += character.length
  }
  return found
}

/** One of several has an `s` behind. */
function ends(value: string, at: number): boolean {
  return isEdge(value, at) || (value[at] === 's' && isEdge(value, at + 1))
}

function findIn(value: string, root: Branch): Found[] {
  const out: Found[] = []
  for (let at = 0; at < value.length; at++) {
    if (!root.next.has(String.fromCodePoint(value.codePointAt(at) ?? 0)) || !isEdge(value, at)) continue
    const found = match(root, value, at)
    if (!found) continue
    if (found.title) out.push({start: at, end: found.end, title: found.title})
    at = found.end - 1
  }
  return out
}

function readOwn({abbreviations}: FrontMatter, tree: Root, report: Report): [string, string | null][] {
  if (abbreviations === undefined || abbreviations === null) return []
  const wrong = (reason: string): void =>
    report({ruleId: 'front-matter', reason, position: tree.children[0]?.position})
  if (typeof abbreviations !== 'object' || Array.isArray(abbreviations)) {
    wrong('"abbreviations" in the front matter is no list of keys; write `TOC: table of contents` under it')
    return []
  }
  return Object.entries(abbreviations).flatMap(([short, title]): [string, string | null][] => {
    if (typeof title === 'string' || title === null) return [[short, title]]
    wrong(`"abbreviations" in the front matter: "${short}" stands for words, or for null where it is none`)
    return []
  })
}
