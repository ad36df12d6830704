/** `myst.yml`, mystmd's configuration. */

import {excludedBy} from './exclude.js'
import type {Settings} from './settings.js'
import {
  type ConfigSource,
  isRecord,
  listOf,
  stringsOf,
  type Tell,
  tellUnknownKeys,
  type Values
} from './source.js'
import type {TocBlock, TocNode, TocPlan} from './toc.js'

export const mystFileName = 'myst.yml'

/** What mystmd knows. */
const words = (text: string): readonly string[] => text.split(/\s+/)
const topKeys = words('version project site extends')
const projectKeys = words(
  `title subtitle short_title description tags thumbnail thumbnailOptimized banner bannerOptimized authors author
  reviewers reviewer editors editor contributors contributor affiliations affiliation venue github keywords doi arxiv
  pmid pmcid open_access license funding copyright date subject biblio oxa numbering bibliography math abbreviations
  exports export downloads download settings edit_url source_url parts options requirements resources thebe jupyter
  jupytext kernelspec identifiers id exclude error_rules plugins references toc index remote social bluesky mastodon
  twitter linkedin volume issue first_page last_page abstract acknowledgments acknowledgements data_availability
  summary keypoints plain_language_summary dedication epigraph quote content_includes_title label site
  skip_execution enumerator execute zenodo substitutions binder name language static_files`
)
/** What is read of them. */
const projectReads = words(
  'title language substitutions abbreviations numbering math references exclude bibliography error_rules toc static_files plugins downloads download'
)
const siteKeys = words(
  `title subtitle short_title description template domains actions nav options parts logo logo_text favicon projects
  venue github keywords thumbnail banner authors author affiliations license copyright date doi arxiv funding
  subject biblio numbering twitter design analytics name hide_authors static_files`
)

/** mystmd's rules for messages, and ours that say the same. */
const rules: Readonly<Record<string, readonly string[]>> = {
  'link-resolves': ['unknown-document', 'unknown-file', 'unknown-anchor', 'missing-target'],
  'image-exists': ['unknown-image'],
  'image-alt-text': [],
  'reference-target-resolves': ['unknown-label', 'unknown-document', 'unknown-anchor'],
  'citation-is-unique': ['bib-syntax'],
  'bibliography-file-loads': ['bib-syntax', 'unreadable-file'],
  'directive-known': ['unknown-directive'],
  'role-known': ['unknown-role'],
  'directive-option-correct': ['invalid-option', 'unknown-option'],
  'math-eqnarray-replaced': [],
  'math-renders': ['invalid-math'],
  'math-label-lifted': [],
  'glossary-uses-definition-list': ['glossary-term'],
  'footnote-references-definition': ['undefined-footnote'],
  'identifier-is-unique': ['duplicate-label'],
  'valid-project-config': ['invalid-config-value', 'unknown-config-key'],
  'valid-page-frontmatter': ['front-matter']
}
const severities: Readonly<Record<string, 'off' | 'warning' | 'error'>> = {
  ignore: 'off',
  warn: 'warning',
  warning: 'warning',
  error: 'error'
}

/**
 * Take the settings of a `myst.yml`, or of a file that it extends.
 *
 * @returns its table of contents, if it has one.
 */
export function takeMystYml(source: ConfigSource, settings: Settings, tell: Tell): TocPlan | undefined {
  const {value} = source
  tellUnknownKeys(source, [], value, topKeys, tell)
  const project = isRecord(value.project) ? value.project : {}
  const site = isRecord(value.site) ? value.site : {}
  tellUnknownKeys(source, ['project'], project, projectKeys, tell)
  tellUnknownKeys(source, ['site'], site, siteKeys, tell)
  const take = (key: Parameters<Settings['set']>[0], given: unknown, name: string): void => {
    if (given !== undefined && given !== null) settings.set(key, given, source, ['project', name])
  }
  take('title', project.title, 'title')
  if (site.title !== undefined && site.title !== null)
    settings.set('title', site.title, source, ['site', 'title'])
  const options = isRecord(site.options) ? site.options : {}
  for (const [name, key] of [
    ['logo', 'logo'],
    ['favicon', 'favicon'],
    ['style', 'styles']
  ] as const)
    for (const [path, given] of [
      [['site', name], site[name]],
      [['site', 'options', name], options[name]]
    ] as const)
      if (given) settings.set(key, key === 'styles' ? listOf(given) : given, source, path)
  for (const [part, given] of [
    ['project', project.static_files],
    ['site', site.static_files]
  ] as const)
    if (given) settings.set('extra', listOf(given).map(copyOf), source, [part, 'static_files'])
  take('language', project.language, 'language')
  take('substitutions', project.substitutions, 'substitutions')
  take('abbreviations', project.abbreviations, 'abbreviations')
  take('numbering', numberingOf(project.numbering), 'numbering')
  take('mathMacros', isRecord(project.math) ? macrosOf(project.math) : project.math, 'math')
  take(
    'inventories',
    isRecord(project.references) ? referencesOf(project.references) : project.references,
    'references'
  )
  if (project.exclude !== undefined && project.exclude !== null)
    take('exclude', stringsOf(project.exclude).flatMap(excludedBy), 'exclude')
  const lacks = (path: readonly PropertyKey[], reason: string): void =>
    tell(source.file, {
      ruleId: 'config-without-effect',
      severity: 'info',
      reason: `"${path.map(String).join('.')}": has no effect here: ${reason}`,
      position: source.place(path, true)
    })
  const isAddress = (file: string): boolean => /^https?:/i.test(file)
  for (const [index, file] of stringsOf(project.bibliography).entries())
    if (isAddress(file))
      lacks(['project', 'bibliography', index], 'no works are fetched; copy the file into the project')
  if (listOf(project.plugins).length > 0)
    lacks(
      ['project', 'plugins'],
      'plug-ins of mystmd are not run; give `directives` and `roles` in mystmark.config.ts'
    )
  for (const name of ['downloads', 'download'])
    if (listOf(project[name]).length > 0)
      lacks(['project', name], 'pages have no list of downloads; write `{download}` where they are offered')
  const bibliography = stringsOf(project.bibliography).filter((file) => !isAddress(file))
  if (bibliography.length > 0) take('bibliography', bibliography, 'bibliography')
  const messages = listOf(project.error_rules).flatMap(messageRulesOf)
  if (messages.length > 0) take('messages', messages, 'error_rules')
  settings.ignore(source, [], Object.keys(value), topKeys)
  settings.ignore(source, ['project'], Object.keys(project), projectReads)
  settings.ignore(source, ['site'], Object.keys(site), words('title logo favicon options static_files'))
  settings.ignore(source, ['site', 'options'], Object.keys(options), words('logo favicon style'))
  return Array.isArray(project.toc) ? planOf(project.toc, source, tell) : undefined
}

/** A folder keeps its name at the root of the site. */
function copyOf(path: unknown): unknown {
  const name = typeof path === 'string' ? /(?<![^/])([^/]+)\/*$/.exec(path)?.[1] : undefined
  return name === undefined || /^\.*$/.test(name) ? path : {path, to: name}
}

/** mystmd's levels of headings are one kind here. */
function numberingOf(given: unknown): unknown {
  if (!isRecord(given)) return given
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    if (/^heading_[1-6]$|^headings$/.test(key)) {
      if (out.section === undefined || isOn(value)) out.section = isOn(value)
    } else if (key !== 'enumerator') out[key] = isRecord(value) ? kindOf(value) : value
  }
  return out
}

function isOn(value: unknown): boolean {
  return isRecord(value) ? value.enabled !== false : value !== false
}

function kindOf(value: Values): Values {
  const {enabled, start, template, continue: goesOn} = value
  return Object.fromEntries(
    Object.entries({enabled, start, template, continue: goesOn}).filter(([, each]) => each !== undefined)
  )
}

/** Macros by name with the TeX that they stand for. */
function macrosOf(math: Values): Values {
  return Object.fromEntries(
    Object.entries(math).map(([name, value]) => [
      name,
      isRecord(value) && 'macro' in value ? value.macro : value
    ])
  )
}

function referencesOf(references: Values): Values {
  return Object.fromEntries(
    Object.entries(references).map(([key, value]) => [
      key,
      typeof value === 'string' ? {url: value} : isRecord(value) ? {url: value.url} : value
    ])
  )
}

function messageRulesOf(rule: unknown): unknown[] {
  if (typeof rule === 'string') return (rules[rule] ?? []).map((name) => ({rule: name, severity: 'off'}))
  if (!isRecord(rule)) return []
  const {id, rule: name = id, severity = 'ignore', key, keys = key} = rule
  const ours = typeof name === 'string' ? (rules[name] ?? []) : []
  const loud = typeof severity === 'string' ? severities[severity] : undefined
  const targets = stringsOf(keys)
  return loud === undefined
    ? []
    : ours.map((each) => ({rule: each, severity: loud, ...(targets.length > 0 ? {targets} : {})}))
}

function planOf(toc: readonly unknown[], source: ConfigSource, tell: Tell): TocPlan {
  const nodes = toc.flatMap((entry, index) => nodeOf(entry, source, ['project', 'toc', index], tell))
  const [first, ...rest] = nodes
  const root = first?.kind === 'file' ? first : undefined
  return {
    file: source.file,
    root,
    blocks: blocksOf(root ? rest : nodes),
    onlyListed: true,
    numbersGoOn: true
  }
}

const entryKeys = words('file title children url pattern hidden short_title open_in_same_tab class id')

function nodeOf(entry: unknown, source: ConfigSource, path: readonly PropertyKey[], tell: Tell): TocNode[] {
  const position = source.place(path)
  if (!isRecord(entry)) {
    tell(source.file, {
      ruleId: 'invalid-config-value',
      reason: 'an entry of the table of contents is a mapping: write `- file: page.md`',
      position
    })
    return []
  }
  tellUnknownKeys(source, path, entry, entryKeys, tell)
  const {file, title, children, url, pattern} = entry
  const below = listOf(children).flatMap((child, index) =>
    nodeOf(child, source, [...path, 'children', index], tell)
  )
  const shared = {
    ...(typeof title === 'string' ? {title} : {}),
    ...(entry.hidden === true ? {hidden: true} : {}),
    below: below.length > 0 ? [{entries: below}] : []
  }
  const node = (kind: TocNode['kind'], key: string, target: string): TocNode[] => [
    {kind, target, position: source.place([...path, key]), ...shared}
  ]
  if (typeof file === 'string') return node('file', 'file', file)
  if (typeof url === 'string') return node('url', 'url', url)
  if (typeof pattern === 'string') return node('glob', 'pattern', pattern)
  if (typeof title === 'string') return node('group', 'title', '')
  tell(source.file, {
    ruleId: 'invalid-config-value',
    reason: 'an entry of the table of contents has none of "file", "url", "pattern" and "title"',
    position
  })
  return []
}

/** Groups at the top are toctrees with a caption; what stands between them is one without. */
function blocksOf(nodes: readonly TocNode[]): TocBlock[] {
  const out: TocBlock[] = []
  let open: TocBlock | undefined
  for (const node of nodes) {
    if (node.kind === 'group') {
      out.push({caption: node.title, entries: node.below.flatMap(({entries}) => entries)})
      open = undefined
    } else if (open) open.entries.push(node)
    else {
      open = {entries: [node]}
      out.push(open)
    }
  }
  return out
}
