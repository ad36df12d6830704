/** The built-in directives and the registry. */
import {admonitions} from './admonitions.js'
import {blocks} from './blocks.js'
import {buttons} from './buttons.js'
import {cards} from './cards.js'
import {codeBlocks} from './code.js'
import type {Directive} from './define.js'
import {grids} from './grids.js'
import {images} from './images.js'
import {toctrees} from './toctree.js'

/** Every directive of mystmark, by family. */
export const builtInDirectives: readonly Directive[] = [
  ...admonitions,
  ...blocks,
  ...buttons,
  ...cards,
  ...codeBlocks,
  ...grids,
  ...images,
  ...toctrees
]
