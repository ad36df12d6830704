/** mystmark for Node: the core with icons and raw HTML plugged in, and projects on disk. */

export * from '../bibliography.js'
export {iconsFromPacks} from '../html/icons.js'
export {rehypePlugins} from '../html/rehype-plugins.js'
export * from '../index.js'
export * from '../inventories.js'
export type {Site, SiteOptions, SitePage} from '../project/create-site.js'
export type {NavGroup, NavItem, SiteMap} from '../project/site-map.js'
export type {UrlStyle} from '../project/site-urls.js'
export {explain} from '../references/explain.js'
export {type CheckedProject, orphanPages, type ProjectCheck} from '../references/orphans.js'
export {createAbbreviations} from '../typography.js'
export {readBib} from './bib.js'
export {type BuildSiteOptions, type BuiltSite, buildSite, type SiteSource} from './build-site.js'
export type {IgnoredSetting} from './config/ignored.js'
export {defineConfig, type ProjectConfig} from './config/import-config.js'
export type {InventorySource, ProjectFile} from './config/schema.js'
export type {Setting} from './config/settings.js'
export type {ConfigSource} from './config/source.js'
export {nodeHighlight} from './highlight.js'
export {nodeIcons} from './icons.js'
export {
  type FetchInventoryOptions,
  type FetchInventoryRules,
  fetchInventory,
  type ReadInventoryOptions,
  readInventoryFile
} from './inventories.js'
export {type LoadedProject, type LoadOptions, loadProject} from './load-project.js'
export {nodeMath} from './math.js'
export {type EngineName, type EngineOption, nativeParser} from './native-parser.js'
export {createProject, createSite, nodePlugins, parse, render} from './plugged.js'
