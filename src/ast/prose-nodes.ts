/** What docutils' and Sphinx's directives for prose become. */
import type {List, Parent, PhrasingContent} from 'mdast'
import type {FlowContent} from './syntax-nodes.js'
import type {AdmonitionTitle, Attributed} from './typed-nodes.js'

/** What changed in a version: its words stand before the first paragraph. */
export interface VersionNote extends Parent, Attributed {
  type: 'versionNote'
  kind: VersionNoteKind
  version: string
  children: FlowContent[]
}

export type VersionNoteKind = 'versionadded' | 'versionchanged' | 'deprecated' | 'versionremoved'

/** A heading that is no section. */
export interface Rubric extends Parent, Attributed {
  type: 'rubric'
  /** Drawn as a heading of this level; without one, as a paragraph. */
  level?: number | undefined
  children: PhrasingContent[]
}

/** Beside the text. */
export interface Aside extends Parent, Attributed {
  type: 'aside'
  kind: 'aside' | 'margin' | 'sidebar' | 'topic'
  children: (AdmonitionTitle | FlowContent)[]
}

/** Lines that end where their author ended them. */
export interface LineBlock extends Parent, Attributed {
  type: 'lineBlock'
  /** Spaces count, too. */
  literal?: boolean | undefined
  children: Line[]
}

/** A line of a line block; an empty one keeps its height. */
export interface Line extends Parent {
  type: 'line'
  children: PhrasingContent[]
}

/** The page's sections, or those below the one that it stands in. */
export interface Contents extends Parent, Attributed {
  type: 'contents'
  /** Only what is below the heading before it. */
  local: boolean
  /** Levels to list; `undefined` for all. */
  depth?: number | undefined
  /** The title, and after the page is read the list. */
  children: (AdmonitionTitle | List)[]
}

/** A place that an index leads to. */
export interface IndexEntry extends Parent, Attributed {
  type: 'indexEntry'
  /** As written, one an entry. */
  entries: string[]
  children: []
}
