/** The built-in directives and the registry. */
import {admonitions} from './admonitions.js'
import {articleInfos} from './article-info.js'
import {blocks} from './blocks.js'
import {buttons} from './buttons.js'
import {cards} from './cards.js'
import {carousels} from './carousels.js'
import {codeBlocks} from './code.js'
import type {Directive} from './define.js'
import {dropdowns} from './dropdowns.js'
import {grids} from './grids.js'
import {images} from './images.js'
import {includes} from './include.js'
import {mathBlocks} from './math.js'
import {notRunDirectives} from './not-run.js'
import {sphinxTabs} from './sphinx-tabs.js'
import {tables} from './tables.js'
import {tabSets} from './tabs.js'
import {toctrees} from './toctree.js'

/** Every directive of mystmark, by family. */
export const builtInDirectives: readonly Directive[] = [
  ...admonitions,
  ...articleInfos,
  ...blocks,
  ...buttons,
  ...cards,
  ...carousels,
  ...codeBlocks,
  ...dropdowns,
  ...grids,
  ...images,
  ...includes,
  ...notRunDirectives,
  ...tables,
  ...sphinxTabs,
  ...tabSets,
  ...mathBlocks,
  ...toctrees
]
