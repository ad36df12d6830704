/** The core's functions with the batteries that Node has. */
import type {Root} from 'mdast'
import {createCitations} from '../bibliography.js'
import {translations} from '../html/translations.js'
import type {Plugins} from '../pipeline/options.js'
import {
  type ParseOptions,
  parse as parseCore,
  type RenderOptions,
  render as renderCore
} from '../pipeline/render.js'
import type {RenderedPage} from '../pipeline/render-page.js'
import {
  createProject as createCoreProject,
  type Project,
  type ProjectOptions
} from '../project/create-project.js'
import {createSite as createCoreSite, type Site, type SiteOptions} from '../project/create-site.js'
import {elsewhere} from '../references/bearers.js'
import {embedImages} from '../references/embed-images.js'
import {excerpts} from '../references/excerpts.js'
import {whyNot} from '../references/why-not.js'
import {createAbbreviations, setTypography} from '../typography.js'
import {readBib} from './bib.js'
import {nodeHighlight} from './highlight.js'
import {nodeIcons} from './icons.js'
import {nodeMath} from './math.js'
import {type EngineOption, nativeParser, withParser} from './native-parser.js'
import {pythonObject} from './python-object.js'
import {parseHtml} from './raw-html.js'
import {unifiedDiff} from './unified-diff.js'

/**
 * The native engine, icons of the Iconify packs, highlight.js for code, temml for math, tools for files, and a reader
 * of raw HTML.
 */
export function nodePlugins(): Plugins {
  return {
    icons: nodeIcons(),
    highlight: nodeHighlight(),
    math: nodeMath,
    citations: createCitations(readBib),
    excerpts,
    elsewhere,
    typography: setTypography,
    parser: nativeParser,
    passes: [embedImages, createAbbreviations()],
    fileTools: {compare: unifiedDiff, pythonObject},
    translations,
    parseHtml
  }
}

let shared: Plugins | undefined

/** The core's `createProject` with {@link nodePlugins}; plug-ins that are given win. */
export function createProject(options: ProjectOptions & EngineOption): Project {
  shared ??= nodePlugins()
  return createCoreProject({whyNot, ...shared, ...withParser(options)})
}

/** A site in memory with {@link nodePlugins}; plug-ins that are given win. */
export function createSite(options: SiteOptions & EngineOption): Site {
  shared ??= nodePlugins()
  return createCoreSite({...shared, ...withParser(options)})
}

/** The core's `parse` with citations and typography; plug-ins that are given win. */
export function parse(source: string, options: ParseOptions & EngineOption = {}): Root {
  shared ??= nodePlugins()
  const {citations, typography, parser, passes} = shared
  return parseCore(source, {citations, typography, parser, passes, ...withParser(options)})
}

/** The core's `render` with {@link nodePlugins}; plug-ins that are given win. */
export function render(source: string, options: RenderOptions & EngineOption = {}): RenderedPage {
  shared ??= nodePlugins()
  return renderCore(source, {...shared, ...withParser(options)})
}
