/** The built-in directives and the registry. */
import {admonitions, mystmdAdmonitions} from './admonitions.js'
import {articleInfos} from './article-info.js'
import {asides} from './asides.js'
import {blocks} from './blocks.js'
import {buttons} from './buttons.js'
import {cards} from './cards.js'
import {carousels} from './carousels.js'
import {codeBlocks} from './code.js'
import {tablesOfContents} from './contents.js'
import type {Directive} from './define.js'
import {diagrams} from './diagrams.js'
import {dropdowns} from './dropdowns.js'
import {embedded} from './embed.js'
import {embeds} from './embeds.js'
import {glossaries} from './glossary.js'
import {grids, mystmdGrid} from './grids.js'
import {images} from './images.js'
import {includes} from './include.js'
import {indexEntries} from './index-entries.js'
import {literalLines} from './literal-lines.js'
import {mathBlocks} from './math.js'
import {notRunDirectives} from './not-run.js'
import {notebooks} from './notebooks.js'
import {objectDirectives} from './objects.js'
import {proofDirectives} from './proofs.js'
import {prose} from './prose.js'
import {quietDirectives} from './quiet.js'
import {sphinxTabs} from './sphinx-tabs.js'
import {tables} from './tables.js'
import {tabSets} from './tabs.js'
import {toctrees} from './toctree.js'
import {versionNotes} from './versions.js'

/** Every directive of mystmark, by family. */
export const builtInDirectives: readonly Directive[] = [
  ...admonitions,
  ...articleInfos,
  ...asides,
  ...blocks,
  ...buttons,
  ...cards,
  ...carousels,
  ...codeBlocks,
  ...diagrams,
  ...dropdowns,
  ...glossaries,
  ...embedded,
  ...embeds,
  ...grids,
  ...images,
  ...includes,
  ...notebooks,
  ...objectDirectives,
  ...notRunDirectives,
  ...proofDirectives,
  ...quietDirectives,
  ...tables,
  ...indexEntries,
  ...literalLines,
  ...prose,
  ...sphinxTabs,
  ...tablesOfContents,
  ...tabSets,
  ...mathBlocks,
  ...toctrees,
  ...versionNotes
]

/** What mystmd reads otherwise than Sphinx; these take the names of those above. */
export const mystmdDirectives: readonly Directive[] = [...mystmdAdmonitions, mystmdGrid]
