/** Answers citations: by the project's bibliography, or by a label that is called like the key. */
import type {PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Cite, CiteGroup, CrossReference} from '../ast/nodes.js'
import {didYouMean, type Report} from '../ast/report.js'
import {citedWords} from '../ast/tree.js'

export interface CitationLinks {
  has(key: string): boolean
  /** Keys near to one that is not there. */
  near(key: string): string[]
  /** A citation in words. */
  write(group: CiteGroup): PhrasingContent[]
  /** The reference to a label of the project, if there is one. */
  refer(work: Cite): CrossReference | undefined
  report: Report
  /** Say that there is no bibliography, and whether that is so. */
  none(position: Position | undefined): boolean
}

/** A citation with its answers; what is in no bibliography keeps its words. */
export function linkCitation(
  node: Cite | CiteGroup,
  {has, near: nearKeys, write, refer, report, none}: CitationLinks
): RootContent {
  const {kind, position} = node
  const role = node.type === 'citeGroup' ? node.role : undefined
  const bare = node.type === 'cite' && node.suffix === undefined
  const works = node.type === 'cite' ? [node] : node.children
  const children = works.map((work): PhrasingContent => {
    if (work.type !== 'cite' || has(work.label)) return work
    const reference = role === undefined ? refer(work) : undefined
    if (reference) return reference
    const near = nearKeys(work.label)
    const at = work.data?.keyPosition ?? work.position
    // A name behind an `@` may be anybody's.
    if ((!bare || near.length > 0) && !none(at))
      report({
        ruleId: 'missing-citation',
        reason: `no bibliography has the key "${work.label}"${didYouMean(near) || '; its words are shown as they are'}`,
        position: at
      })
    return bare ? (work.children[0] ?? work) : {...work, resolved: false}
  })
  const [first] = children
  if (node.type === 'cite' && first && first.type !== 'cite') return first
  const group: CiteGroup = {
    type: 'citeGroup',
    kind,
    ...(role ? {role} : {}),
    children,
    ...(position ? {position} : {})
  }
  const known = children.some((each) => each.type === 'cite' && each.resolved !== false)
  return {...group, children: known ? write(group) : citedWords(group)}
}
