/** The answer to a reference. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {ExternalRole, Reference} from '../ast/nodes.js'
import type {GivenNumber} from './numbers.js'

/** Why a step found nothing: a union on `reason`, in words by `explain`. */
export type WhyNot =
  /** Nothing is called so. */
  | {reason: 'unknown'}
  /** What is there is written in another case. */
  | {reason: 'other-case'; name: string}
  /** The name is there for something else: `page`, `label`, `heading`, `term`, or as `py:function`. */
  | {reason: 'other-kind'; kinds: string[]}
  /** The name is on other pages, or in other projects by these keys. */
  | {reason: 'other-place'; places: string[]}
  /** So many things fit that none of them is meant. */
  | {reason: 'several'; count: number}
  /** There is nothing to look in: an inventory without entries, or none at all. */
  | {reason: 'empty'}

/** One thing that was tried, and what came of it. */
export interface Step {
  /** As `label "team" on this page`. */
  tried: string
  outcome: 'found' | 'not found'
  /** Left out where nobody asked: `whyNot` of `createProject` does. */
  why?: WhyNot | undefined
}

/** Something that a reference may mean. */
export interface Candidate {
  /** An `address` is a URL as the author wrote it, never looked up. */
  kind: 'page' | 'label' | 'heading' | 'anchor' | 'term' | 'object' | 'file' | 'address'
  /** Relative to the page inside the project, absolute outside. */
  url: string
  /** Whether it leads out of the project. */
  remote: boolean
  /** For people: `label team:members at about/team.md:5:1`. */
  description: string
  /** The form that means this and nothing else, as `[](/about/team.md#members)`. */
  spelling?: string | undefined
  /** Text for a reference that has none. */
  text: PhrasingContent[]
  /** Title of the link. */
  title?: string | undefined
  page?: string | undefined
  id?: string | undefined
  inventory?: string | undefined
  /** The number of what it leads to. */
  number?: GivenNumber | undefined
  position?: Position | undefined
}

/** What is doubtful about an answer that was found. */
export interface Note {
  ruleId: string
  reason: string
  /** `warning` if left out. */
  severity?: 'info' | undefined
}

export interface Resolved extends Candidate {
  status: 'resolved'
  tried: Step[]
  notes: Note[]
}

/** Several things bear the name; the first is taken, by the order of look-up. */
export interface Ambiguous extends Candidate {
  status: 'ambiguous'
  candidates: Candidate[]
  tried: Step[]
  notes: Note[]
}

export interface Missing {
  status: 'missing'
  ruleId: string
  /** What is wrong and a way out. */
  reason: string
  /** What of the role's name is wrong, where it is not the target. */
  part?: 'name' | keyof ExternalRole | undefined
  /**
   * What may have been meant: what begins with `{` or `[` in place of the whole reference, all else in place of what
   * is wrong in it.
   */
  suggestions: string[]
  /** `warning` if left out. */
  severity?: 'info' | undefined
  tried: Step[]
}

/** The resolver's answer: a union on `status`. */
export type Resolution = Resolved | Ambiguous | Missing

/** A reference of a page with the answer to it. */
export interface AnsweredReference {
  reference: Reference
  /** One for all references of the page that ask the same. */
  resolution: Resolution
  position?: Position | undefined
}
