/** Settings of Sphinx, MyST-Parser and their extensions, as ours: for `conf.py` and for a book's `_config.yml`. */
import {didYouMean} from '../../ast/report.js'
import {projectPath} from '../../names/paths.js'
import {suggester} from '../../names/suggest.js'
import {isExtension, noExtension} from '../../pipeline/options.js'
import {noEnding, type PageFormat, pageEndings} from '../formats.js'
import {excludedBy} from './exclude.js'
import type {ProjectFile} from './schema.js'
import type {Settings} from './settings.js'
import {type ConfigSource, isRecord, listOf, type Path, stringsOf, type Tell, type Values} from './source.js'
import {numberingOf} from './sphinx-numbering.js'
import {messageRulesOf} from './sphinx-warnings.js'

type Key = keyof ProjectFile

/** What a setting of theirs comes to: nothing where it says nothing to us. */
type Read = (
  value: unknown,
  say: (reason: string, at?: Path) => void
) => readonly [key: Key, value: unknown][]

const plain =
  (key: Key): Read =>
  (value) => [[key, value]]

const text =
  (key: Key): Read =>
  (value) =>
    value === null || value === '' ? [] : [[key, value]]

const dollarmath =
  (key: string): Read =>
  (value) => [['dollarmath', {[key]: value}]]

/** Settings that have no effect here, and what says so. */
const unsupported =
  (usual: (value: unknown) => boolean, instead: string): Read =>
  (value, say) => {
    if (!usual(value)) say(`has no effect here: ${instead}`)
    return []
  }

const isEmpty = (value: unknown): boolean =>
  isRecord(value) ? Object.keys(value).length === 0 : listOf(value).length === 0

const isUsual = (value: unknown): boolean => value === null || value === '' || value === false

/** What is read, in this order, so that of two for one setting the second wins. */
export const sphinxSettings: Readonly<Record<string, Read>> = {
  project: text('title'),
  html_title: text('title'),
  language: (value) => (typeof value === 'string' ? [['language', value.replaceAll('_', '-')]] : []),
  master_doc: plain('index'),
  root_doc: plain('index'),
  exclude_patterns: (value) => [['exclude', stringsOf(value).flatMap(excludedBy)]],
  source_suffix: (value, say) => [['formats', formatsOf(value, say)]],
  smartquotes: plain('smartquotes'),
  tags: (value) => (listOf(value).length > 0 ? [['tags', value]] : []),
  html_baseurl: text('siteUrl'),
  html_static_path: (value) => (listOf(value).length > 0 ? [['static', listOf(value)]] : []),
  html_extra_path: (value) => (listOf(value).length > 0 ? [['extra', listOf(value)]] : []),
  html_css_files: (value) => (listOf(value).length > 0 ? [['styles', listOf(value).map(styleOf)]] : []),
  html_js_files: unsupported(
    isEmpty,
    'no script of a project is linked; `transformHast` and the server may add what a site needs'
  ),
  rediraffe_redirects: (value, say) => {
    if (isRecord(value)) return [['redirects', value]]
    if (!isUsual(value))
      say('has no effect here: write the pages into the setting instead of a file of its own')
    return []
  },
  // Of sphinx-reredirects, whose targets are addresses as seen from the old page.
  redirects: (value) => [['redirects', isRecord(value) ? seenFromRoot(value) : value]],
  html_logo: text('logo'),
  html_favicon: text('favicon'),
  myst_enable_extensions: (value, say) => {
    const names = listOf(value)
    for (const [index, name] of names.entries()) if (!isExtension(name)) say(noExtension(name), [index])
    return [['extensions', names.filter(isExtension)]]
  },
  myst_heading_anchors: (value) => (value === null ? [] : [['headingAnchors', value]]),
  myst_heading_slug_func: (value, say) => {
    if (isUsual(value)) return []
    if (value === 'github' || value === 'gitlab') return [['headingSlugs', value]]
    if (value === 'docutils.nodes.make_id') return [['headingSlugs', 'docutils']]
    say('has no effect here: a function of Python is not run; `headingSlugs` is github, gitlab or docutils')
    return []
  },
  myst_substitutions: plain('substitutions'),
  myst_url_schemes: (value) => [['urlSchemes', schemesOf(value)]],
  myst_fence_as_directive: (value) => [['fenceAsDirective', listOf(value)]],
  myst_dmath_allow_space: dollarmath('allowSpace'),
  myst_dmath_allow_digits: dollarmath('allowDigits'),
  myst_dmath_double_inline: dollarmath('doubleInline'),
  myst_linkify_fuzzy_links: plain('fuzzyLinks'),
  myst_all_links_external: unsupported(isUsual, 'links to pages and labels are references'),
  myst_links_external_new_tab: unsupported(isUsual, 'readers choose where a link opens'),
  myst_number_code_blocks: unsupported(isEmpty, 'write `:linenos:` in a `code-block`'),
  myst_enable_checkboxes: unsupported(isUsual, 'check boxes of task lists are for show'),
  myst_ref_domains: unsupported((value) => value === null, 'the objects of all domains are asked'),
  myst_html_meta: unsupported(isEmpty, 'a site has `description` of the front matter in its pages'),
  myst_sub_delimiters: unsupported(
    (value) => listOf(value).join('') === '{}',
    'substitutions stand in double braces'
  ),
  myst_title_to_header: unsupported(isUsual, 'write the title as a heading'),
  myst_disable_syntax: unsupported(isEmpty, 'all syntax is on'),
  myst_commonmark_only: unsupported(isUsual, 'directives and roles are read'),
  myst_gfm_only: unsupported(isUsual, 'directives and roles are read'),
  rst_prolog: unsupported(isUsual, 'reStructuredText is not read'),
  rst_epilog: unsupported(isUsual, 'reStructuredText is not read'),
  extlinks: (value) => [['extlinks', isRecord(value) ? linksOf(value) : value]],
  extlinks_detect_hardcoded_links: unsupported(
    isUsual,
    'addresses that are written out are links as they are'
  ),
  intersphinx_mapping: (value) => [['inventories', isRecord(value) ? mappingOf(value) : value]],
  bibtex_bibfiles: (value) => [['bibliography', listOf(value)]],
  bibtex_default_style: text('bibliographyStyle'),
  bibtex_reference_style: (value) =>
    value === 'label' || value === 'author_year' || value === 'super' ? [['citationStyle', value]] : [],
  mathjax_config: (value) => macrosOf(value, 'TeX', 'Macros'),
  mathjax2_config: (value) => macrosOf(value, 'TeX', 'Macros'),
  mathjax3_config: (value) => macrosOf(value, 'tex', 'macros'),
  mathjax4_config: (value) => macrosOf(value, 'tex', 'macros'),
  sd_custom_directives: (value) => [['customDirectives', value]],
  suppress_warnings: (value) => {
    const rules = messageRulesOf(value)
    return rules.length > 0 ? [['messages', rules]] : []
  }
}

/** All names that are read, alone or with others. */
export const readNames: readonly string[] = [
  ...Object.keys(sphinxSettings),
  ...['numfig', 'numfig_format', 'numfig_secnum_depth', 'math_numfig']
]

/** Which of our settings one of theirs is, for people. */
const ours: Readonly<Record<string, Key>> = {
  project: 'title',
  html_title: 'title',
  root_doc: 'index',
  master_doc: 'index',
  exclude_patterns: 'exclude',
  html_baseurl: 'siteUrl',
  source_suffix: 'formats',
  html_static_path: 'static',
  html_extra_path: 'extra',
  html_css_files: 'styles',
  html_logo: 'logo',
  html_favicon: 'favicon',
  rediraffe_redirects: 'redirects',
  myst_enable_extensions: 'extensions',
  myst_heading_anchors: 'headingAnchors',
  myst_url_schemes: 'urlSchemes',
  myst_substitutions: 'substitutions',
  intersphinx_mapping: 'inventories',
  bibtex_bibfiles: 'bibliography',
  sd_custom_directives: 'customDirectives',
  mathjax3_config: 'mathMacros'
}

/** The key under which `mystmark.config.json` says the same. */
export function ourKeyOf(name: string): string | undefined {
  return ours[name]
}

/** MyST-Parser's settings that change no page here. */
const quietMyst: readonly string[] =
  'myst_colon_fence_exact_match myst_dmath_allow_labels myst_footnote_sort myst_footnote_transition myst_highlight_code_blocks myst_inventories myst_mathjax_classes myst_meta_html myst_suppress_warnings myst_update_mathjax myst_words_per_minute myst_admonition_enable myst_amsmath_enable myst_dmath_enable myst_figure_enable myst_html_img_enable myst_nb_output_stderr'.split(
    ' '
  )

/** Take what a mapping says in Sphinx's names. */
export function takeSphinxSettings(
  source: ConfigSource,
  path: Path,
  values: Values,
  settings: Settings,
  tell: Tell
): void {
  const say =
    (name: string) =>
    (reason: string, at: Path = []): void =>
      tell(source.file, {
        ruleId: reason.startsWith('has no effect') ? 'config-without-effect' : 'invalid-config-value',
        reason: `"${name}": ${reason}`,
        severity: reason.startsWith('has no effect') ? 'info' : 'warning',
        position: source.place([...path, name, ...at])
      })
  for (const [name, read] of Object.entries(sphinxSettings)) {
    if (!Object.hasOwn(values, name) || values[name] === undefined) continue
    for (const [key, value] of read(values[name], say(name)))
      settings.set(key, value, source, [...path, name])
  }
  const numbering = numberingOf(values)
  if (numbering) settings.set('numbering', numbering, source, [...path, 'numfig'])
  const known = new Set([...Object.keys(sphinxSettings), ...quietMyst])
  const near = suggester(() => known)
  for (const name of Object.keys(values)) {
    if (!name.startsWith('myst_') || known.has(name)) continue
    tell(source.file, {
      ruleId: 'unknown-config-key',
      reason: `MyST-Parser has no setting "${name}"${didYouMean(near(name))}`,
      position: source.place([...path, name], true)
    })
  }
}

const markdownParsers = /^(?:markdown|myst(?:-nb)?|commonmark|recommonmark)$/i

/** Parsers by ending; endings alone are of reStructuredText, but for those that MyST-Parser takes. */
function formatsOf(value: unknown, say: (reason: string, at?: Path) => void): Record<string, PageFormat> {
  const out: Record<string, PageFormat> = {}
  const named = isRecord(value)
    ? Object.entries(value)
    : stringsOf(value).map((ending) => [ending, null] as const)
  for (const [index, [ending, parser]] of named.entries()) {
    const at = isRecord(value) ? [ending] : Array.isArray(value) ? [index] : []
    const isMarkdown = ending === '.md' || (typeof parser === 'string' && markdownParsers.test(parser))
    if (!pageEndings.includes(ending)) say(`has no effect here: ${noEnding(ending)}`, at)
    else if (isMarkdown) out[ending] = ending === '.ipynb' ? 'notebook' : 'markdown'
    else if (parser === null || parser === '' || parser === 'restructuredtext')
      out[ending] = 'restructuredtext'
    else say(`has no effect here: what the parser ${JSON.stringify(parser)} reads is no page`, at)
  }
  return out
}

/** `file` or `(file, attributes)`, from `_static`. */
function styleOf(style: unknown): unknown {
  const [file, attributes] = listOf(style)
  if (typeof file !== 'string') return style
  const place = /^(?:https?:)?\//i.test(file) ? file : `_static/${file}`
  return isRecord(attributes) && typeof attributes.media === 'string'
    ? {file: place, media: attributes.media}
    : place
}

/** A list of schemes, or what each of them stands for. */
function schemesOf(value: unknown): unknown {
  if (!isRecord(value)) return Object.fromEntries(stringsOf(value).map((scheme) => [scheme, null]))
  return Object.fromEntries(
    Object.entries(value).map(([scheme, each]) => {
      if (!isRecord(each)) return [scheme, each]
      const {url, title} = each
      return [scheme, title === undefined ? {url} : {url, title}]
    })
  )
}

/** `(address, inventory)` by key; of several inventories the first address counts. */
function mappingOf(mapping: Values): Values {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, value]) => {
      const [url, files] = listOf(value)
      const file = listOf(files).find((each) => typeof each === 'string')
      if (typeof file !== 'string') return [key, {url}]
      return [key, /^https?:/i.test(file) ? {url: file, baseUrl: url} : {file, baseUrl: url}]
    })
  )
}

/** `(address, caption)` by role. */
function linksOf(links: Values): Values {
  return Object.fromEntries(
    Object.entries(links).map(([name, value]) => {
      const [url, caption] = listOf(value)
      return [name, Array.isArray(value) ? (caption ? {url, caption} : {url}) : value]
    })
  )
}

function seenFromRoot(redirects: Values): Values {
  return Object.fromEntries(
    Object.entries(redirects).map(([old, target]) => [
      old,
      typeof target === 'string' && !/^https?:/i.test(target) ? (projectPath(old, target) ?? target) : target
    ])
  )
}

function macrosOf(config: unknown, part: string, name: string): [Key, unknown][] {
  const tex = isRecord(config) ? config[part] : undefined
  const macros = isRecord(tex) ? tex[name] : undefined
  if (!isRecord(macros)) return []
  return [
    [
      'mathMacros',
      Object.fromEntries(
        Object.entries(macros).map(([macro, value]) => [
          `\\${macro}`,
          Array.isArray(value) ? value[0] : value
        ])
      )
    ]
  ]
}
