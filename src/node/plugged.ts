/** The core's functions with the batteries that Node has. */
import {raw} from 'hast-util-raw'
import {translations} from '../html/translations.js'
import type {Plugins} from '../pipeline/options.js'
import {parse, type RenderOptions, render as renderCore} from '../pipeline/render.js'
import type {RenderedPage} from '../pipeline/render-page.js'
import {
  createProject as createCoreProject,
  type Project,
  type ProjectOptions
} from '../project/create-project.js'
import {nodeHighlight} from './highlight.js'
import {nodeIcons} from './icons.js'
import {nodeMath} from './math.js'

export {parse}

/** Icons of the Iconify packs, lowlight for code, temml for math, and a reader of raw HTML. */
export function nodePlugins(): Plugins {
  return {
    icons: nodeIcons(),
    highlight: nodeHighlight(),
    math: nodeMath,
    translations,
    parseHtml(tree) {
      const read = raw(tree)
      return read.type === 'root' ? read : {type: 'root', children: read.type === 'doctype' ? [] : [read]}
    }
  }
}

let shared: Plugins | undefined

/** The core's `createProject` with {@link nodePlugins}; plug-ins that are given win. */
export function createProject(options: ProjectOptions): Project {
  shared ??= nodePlugins()
  return createCoreProject({...shared, ...options})
}

/** The core's `render` with {@link nodePlugins}; plug-ins that are given win. */
export function render(source: string, options: RenderOptions = {}): RenderedPage {
  shared ??= nodePlugins()
  return renderCore(source, {...shared, ...options})
}
