/** What a page's front matter says of its own rendering, under `myst:` as MyST-Parser reads it. */
import type {Root} from 'mdast'
import type {Position} from 'unist'
import {didYouMean, type Report} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import type {FrontMatter} from '../transforms/front-matter.js'
import {createLocate} from '../transforms/text-places.js'
import {type ExtensionName, isExtension, lacksPlugin, noExtension, type Plugins} from './options.js'

/** What a page may set for itself. */
export interface PageConfig {
  /** On beside those of the project. */
  extensions: ExtensionName[]
  headingAnchors?: number | undefined
  /** Over those of the project. */
  substitutions: Readonly<Record<string, unknown>>
  fuzzyLinks?: boolean | undefined
}

/** MyST-Parser's keys that say nothing to us, or are read elsewhere. */
const silent =
  'all_links_external colon_fence_exact_match commonmark_only disable_syntax dmath_allow_digits dmath_allow_labels dmath_allow_space dmath_double_inline enable_checkboxes fence_as_directive footnote_sort footnote_transition gfm_only heading_slug_func highlight_code_blocks html_meta inventories links_external_new_tab mathjax_classes meta_html number_code_blocks ref_domains sub_delimiters suppress_warnings title_to_header update_mathjax url_schemes words_per_minute'.split(
    ' '
  )

const read = ['enable_extensions', 'heading_anchors', 'substitutions', 'linkify_fuzzy_links']

/**
 * Read it; what is wrong is said at its key.
 *
 * @param citations whether their plug-in is there.
 */
export function readPageConfig(
  frontMatter: FrontMatter,
  tree: Root,
  source: string,
  plugins: Plugins,
  report: Report
): PageConfig {
  const out: PageConfig = {extensions: [], substitutions: {}}
  if (isRecord(frontMatter.substitutions)) out.substitutions = frontMatter.substitutions
  const own = frontMatter.myst
  if (own === undefined || own === null) return out
  const wrong = (key: string, reason: string): void =>
    report({ruleId: 'front-matter', reason, position: placeOfKey(tree, source, key)})
  if (!isRecord(own)) {
    wrong(
      'myst',
      '"myst" in the front matter is no list of keys; write `enable_extensions: [linkify]` under it'
    )
    return out
  }
  for (const [key, value] of Object.entries(own)) {
    if (key === 'enable_extensions') out.extensions = readExtensions(value, plugins, wrong)
    else if (key === 'heading_anchors') {
      if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 7)
        out.headingAnchors = Number(value)
      else wrong(key, `heading_anchors is a number from 0 to 7, not ${JSON.stringify(value)}`)
    } else if (key === 'substitutions') {
      if (isRecord(value)) out.substitutions = {...out.substitutions, ...value}
      else if (value !== null) wrong(key, 'substitutions is a list of keys with values')
    } else if (key === 'linkify_fuzzy_links') {
      if (typeof value === 'boolean') out.fuzzyLinks = value
      else wrong(key, 'linkify_fuzzy_links is true or false')
    } else if (!silent.includes(key)) {
      const near = didYouMean(suggest(key, [...read, ...silent]))
      wrong(key, `"myst" in the front matter has no key "${key}"${near || `; known are ${read.join(', ')}`}`)
    }
  }
  return out
}

function readExtensions(
  value: unknown,
  plugins: Plugins,
  wrong: (key: string, reason: string) => void
): ExtensionName[] {
  const names: unknown[] = Array.isArray(value) ? value : [value]
  return names.flatMap((name) => {
    const lack = isExtension(name) ? lacksPlugin(name, plugins) : noExtension(name)
    if (lack === undefined && isExtension(name)) return [name]
    wrong(typeof name === 'string' ? name : 'enable_extensions', lack ?? '')
    return []
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where a word stands in the front matter. */
function placeOfKey(tree: Root, source: string, key: string): Position | undefined {
  const whole = tree.children[0]?.position
  const from = whole?.start.offset
  if (from === undefined) return whole
  const at = source.slice(0, whole?.end.offset).indexOf(key, from)
  if (at === -1) return whole
  const locate = createLocate(source)
  return {start: locate(at), end: locate(at + key.length)}
}
