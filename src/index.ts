/** MyST Markdown: typed trees, references resolved, HTML. Names only; see each for what it does. */
import type {} from './ast/nodes.js'

export type * from './ast/nodes.js'
export type {Fault, Report} from './ast/report.js'
export {isSafeUrl} from './ast/url.js'
export {
  type Directive,
  type DirectiveCall,
  type DirectiveSpec,
  defineDirective,
  type OptionShape
} from './directives/define.js'
export {builtInDirectives} from './directives/index.js'
export * as optionTypes from './directives/options.js'
export type {Highlight} from './html/code-elements.js'
export type {ElementContext, ToElement} from './html/context.js'
export {builtInElements, type ElementTable} from './html/elements.js'
export type {IconPack, IconSet, IconShape, IconSource} from './html/icons.js'
export {type MathOptions, type MathRenderer, texOf} from './html/math.js'
export {type StandalonePage, standalonePage} from './html/page.js'
export type {ParseHtml, TransformHast} from './html/to-html.js'
export {makeId, normalizeLabel, slugify, sphinxId} from './names/labels.js'
export {suggest} from './names/suggest.js'
export type {CompiledPage} from './pipeline/compile.js'
export {
  type CitationPlugin,
  type Config,
  type ExtensionName,
  extensionNames,
  type Plugins
} from './pipeline/options.js'
export {type MystFileData, type RemarkMystOptions, remarkMyst} from './pipeline/remark-myst.js'
export {type ParseOptions, parse, type RenderOptions, render} from './pipeline/render.js'
export type {RenderedPage} from './pipeline/render-page.js'
export {createProject, type Project, type ProjectOptions} from './project/create-project.js'
export {type Elsewhere, elsewhere} from './references/bearers.js'
export {explain} from './references/explain.js'
export type {Inventory} from './references/inventory.js'
export type {GivenNumber} from './references/numbers.js'
export {
  type ExternalInventory,
  type InventoryEntry,
  type ReadObjectsInvOptions,
  readObjectsInv
} from './references/objects-inv.js'
export type {
  HeadingRecord,
  ObjectRecord,
  PageRecord,
  TargetRecord,
  TermRecord,
  TocRecord
} from './references/record.js'
export type {
  Ambiguous,
  AnsweredReference,
  Candidate,
  Missing,
  Note,
  Resolution,
  Resolved,
  Step,
  WhyNot
} from './references/resolution.js'
export type {SayWhyNot} from './references/search.js'
export type {SearchHit} from './references/search-entries.js'
export {whyNot} from './references/why-not.js'
export {defineRole, type Role, type RoleCall, type RoleSpec} from './roles/define.js'
export {builtInRoles} from './roles/index.js'
export {defineLinkRole, type LinkRoleSpec} from './roles/link-role.js'
export type {ParserOptions} from './syntax/parser.js'
export type {TreePass, TreePassCall} from './transforms/pass.js'
