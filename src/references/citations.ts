/** What a bibliography answers: the door to whoever reads `.bib` files and writes works. */
import type {RootContent} from 'mdast'
import type {
  Bibliography,
  BibliographyOptions,
  Cite,
  CiteGroup,
  CrossReference,
  FlowContent
} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import type {Flavour} from './number-config.js'

/** What a page cites and lists. */
export interface CitationRecord {
  /** Keys as written, in the order of the page. */
  cited: string[]
  /** Its bibliographies, in order. */
  lists: BibliographyOptions[]
}

/** What the configuration says of citations. */
export interface CitationConfig {
  /** Paths of `.bib` files. */
  bibliography?: readonly string[] | undefined
  bibliographyStyle?: string | undefined
  citationStyle?: string | undefined
  flavour?: Flavour | undefined
  idPrefix?: string | undefined
}

/** A project that cites. */
export interface CitingProject {
  /** In order. */
  pages: readonly {page: string; citations?: CitationRecord | undefined}[]
  config: CitationConfig
  /** Text of a file of the project; or texts by name, all of them `.bib` files. */
  files: ((path: string) => string | undefined) | Readonly<Record<string, string>>
}

/** A page that cites. */
export interface CitingPage {
  page: string
  /** The address of a place as seen from the page. */
  href(page: string, id: string): string
  /** The reference to a label of the project that is called like a key, if there is one. */
  refer(work: Cite): CrossReference | undefined
  report: Report
}

/** The bibliography as a page sees it; citations and lists come in the order of the page. */
export interface PageCitations {
  /** A citation in words, with the ways to its works; what is in no bibliography keeps its words. */
  link(node: Cite | CiteGroup): RootContent
  /** Works, or the notes since the last list of those. */
  list(node: Bibliography): FlowContent[]
  /** What the page cites and nothing lists, for its end. */
  rest(): FlowContent[]
}

/** The bibliography of a project, once all its pages are known. */
export interface CitationIndex {
  page(options: CitingPage): PageCitations
}

/** Reads `.bib` files and writes works; `createCitations` of `mystmark/bibliography` makes one. */
export type CitationEngine = (project: CitingProject) => CitationIndex
