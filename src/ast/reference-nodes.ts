/** What a page asks for, and the nodes that ask. */
import type {Parent, PhrasingContent} from 'mdast'
import type {Position} from 'unist'

/** The parsed head of `{external+inventory:domain:role}`. */
export interface ExternalRole {
  inventory?: string | undefined
  domain?: string | undefined
  role: string
}

/** The name of a role that refers, and where it and its parts are written. */
export interface RoleName {
  /** As written. */
  value: string
  position?: Position | undefined
  /** Of the parts of an `{external…}` role. */
  parts?: Partial<Record<keyof ExternalRole, Position>> | undefined
}

/**
 * A question to the inventory. Plain data: the directive or role that asks fills it, the resolver answers it.
 */
export interface Reference {
  /** `link` for Markdown links, `url` for addresses given to directives, `html` for those of raw HTML, else the name of Sphinx' role. */
  role: string
  /** The domain of a role such as `{py:func}`. */
  domain?: string | undefined
  /** As written, white space trimmed. */
  target: string
  /** Whether the author wrote the text, too. */
  explicit: boolean
  /** Only this external project, or any of them. */
  external?: ExternalRole | undefined
  /** The role as written; Markdown links have none. */
  name?: RoleName | undefined
  /** Where the target is written. */
  position?: Position | undefined
}

/** A term of a glossary, defined by the node that bears it. */
export interface DefinedTerm {
  kind: 'term'
  /** As written. */
  name: string
  /** The id that it would like: `sphinxId(name, 'term')`. */
  id: string
  position?: Position | undefined
}

/** An object of one of Sphinx's domains: a function, an option, an environment variable. */
export interface DefinedObject {
  kind: 'object'
  domain: string
  /** The object type, as `function`; not the role. */
  type: string
  /** The full name, as `package.module.name`. */
  name: string
  /** The id that it would like. */
  id: string
  /** What a reference shows; the name if left out. */
  display?: string | undefined
  position?: Position | undefined
}

/** What a node defines beside labels: whoever builds the node fills it, all else follows. */
export type Defined = DefinedTerm | DefinedObject

/** What the resolver leaves on a node that asked. */
export interface Referring {
  reference?: Reference | undefined
  /** Where it leads: relative to the page inside the project, absolute outside. */
  url?: string | undefined
  /** Whether the resolver found it; `undefined` before it was asked. */
  resolved?: boolean | undefined
  /** Whether it leads out of the project. */
  remote?: boolean | undefined
  title?: string | null | undefined
}

/** A reference in running text: a role or a Markdown link that names a target of the project. */
export interface CrossReference extends Parent, Referring {
  type: 'crossReference'
  /** The role or `link`. */
  kind: string
  /** As written. */
  label: string
  /** Normalised for look-up. */
  identifier: string
  children: PhrasingContent[]
  reference: Reference
}
