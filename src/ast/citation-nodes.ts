/** Citations: the nodes of the MyST specification, with places and what the project's bibliography answers. */
import type {Data, Parent, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Referring} from './reference-nodes.js'
import type {FlowContent} from './syntax-nodes.js'
import type {Attributed} from './typed-nodes.js'

/** Where the parts of a citation stand. */
export interface CiteData extends Data {
  keyPosition?: Position | undefined
  prefixPosition?: Position | undefined
  suffixPosition?: Position | undefined
}

/** One work that is cited. */
export interface Cite extends Parent, Omit<Referring, 'reference'> {
  type: 'cite'
  /** `narrative` is a part of the sentence, `parenthetical` stands in brackets. */
  kind: 'narrative' | 'parenthetical'
  /** The key as written. */
  label: string
  /** Normalised for look-up. */
  identifier: string
  /** What alone is shown of the work. */
  partial?: 'year' | undefined
  /** Words before and behind it, as written. */
  prefix?: string | undefined
  suffix?: string | undefined
  /** Its author's words, until the project answers. */
  children: PhrasingContent[]
  data?: CiteData | undefined
}

/** Works that are cited together. */
export interface CiteGroup extends Parent {
  type: 'citeGroup'
  kind: 'narrative' | 'parenthetical'
  /** The role as written, lower-case; none for `[@key]`. */
  role?: string | undefined
  /** Works alone, until the project answers; then with the words between them. */
  children: PhrasingContent[]
}

/** Which works a bibliography lists, and how: as its author says. */
export interface BibliographyOptions {
  /** Paths of files, from the page's folder or the root; none for those of the configuration. */
  files: string
  /** Works that its body names, whether cited or not. */
  keys: string
  all?: boolean | undefined
  cited?: boolean | undefined
  notcited?: boolean | undefined
  /** An expression, as `cited and year > "2000"`. */
  filter?: string | undefined
  style?: string | undefined
  list?: 'citation' | 'bullet' | 'enumerated' | undefined
  enumtype?: string | undefined
  /** A number, or `continue`. */
  start?: string | undefined
  labelprefix?: string | undefined
  keyprefix?: string | undefined
  /** Where its files are named, or the directive. */
  position?: Position | undefined
  filterPosition?: Position | undefined
  startPosition?: Position | undefined
}

/** A `{bibliography}`, or the notes of a `{footbibliography}`; the project fills it. */
export interface Bibliography extends Parent, Attributed {
  type: 'bibliography'
  /** Left out for the notes of `{footcite}`. */
  options?: BibliographyOptions | undefined
  children: FlowContent[]
}

/** A work of a bibliography, with its label; docutils' node. */
export interface Citation extends Parent {
  type: 'citation'
  /** Its key. */
  label: string
  identifier: string
  /** Its label, and the work in words. */
  children: (PhrasingContent | FlowContent)[]
}
