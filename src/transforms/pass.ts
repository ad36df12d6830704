/** A pass over the typed tree of a page, for whoever plugs one in. */
import type {Root} from 'mdast'
import type {Limits} from '../ast/limits.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import type {FrontMatter} from './front-matter.js'

/** A typed page on its way: directives and roles are built, nothing is numbered or linked. */
export interface TreePassCall {
  tree: Root
  /** The types of all nodes in it. */
  types: Survey['types']
  /** The page's text. */
  source: string
  frontMatter: FrontMatter
  limits: Limits
  report: Report
}

/** Changes a tree in place; one that gives `false` has changed nothing, so that nobody looks through the tree for it. */
export type TreePass = (call: TreePassCall) => unknown
