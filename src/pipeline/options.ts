/** What a page is rendered with: the project's configuration, and plug-ins that bring data or heavy parsers. */
import type {Handlers} from 'mdast-util-to-hast'
import * as z from 'zod/mini'
import type {FileTools} from '../ast/host.js'
import {defaultLimits, type Limits} from '../ast/limits.js'
import {didYouMean} from '../ast/report.js'
import {isSafeUrl} from '../ast/url.js'
import type {Directive} from '../directives/define.js'
import type {Highlight} from '../html/code-elements.js'
import type {ElementTable} from '../html/elements.js'
import type {IconSource} from '../html/icons.js'
import type {MathRenderer} from '../html/math.js'
import type {ParseHtml, TransformHast} from '../html/to-html.js'
import type {Translations, WordKey} from '../html/words.js'
import {suggest} from '../names/suggest.js'
import type {Elsewhere} from '../references/bearers.js'
import type {CitationEngine} from '../references/citations.js'
import type {Excerpts} from '../references/excerpts.js'
import type {ProjectCheck} from '../references/orphans.js'
import type {Role} from '../roles/define.js'
import type {ParserFactory} from '../syntax/parser.js'
import type {SyntaxPart} from '../syntax/spec.js'
import type {TreePass} from '../transforms/pass.js'
import type {SetTypography} from '../transforms/typography.js'

/** The names of `myst_enable_extensions`. */
export const extensionNames = [
  'alert',
  'amsmath',
  'attrs_block',
  'attrs_image',
  'attrs_inline',
  'citations',
  'colon_fence',
  'deflist',
  'dollarmath',
  'fieldlist',
  'gfm_autolink',
  'html_admonition',
  'html_image',
  'linkify',
  'replacements',
  'smartquotes',
  'strikethrough',
  'substitution',
  'tasklist'
] as const

export type ExtensionName = (typeof extensionNames)[number]

export function isExtension(name: unknown): name is ExtensionName {
  return extensionNames.some((each) => each === name)
}

/** What is said where an extension is asked for by its name, and no plug-in brings it. */
export function lacksPlugin(
  name: string,
  {citations, typography}: Pick<Plugins, 'citations' | 'typography'>
): string | undefined {
  if (name === 'citations' ? citations : typography || !/^(?:smartquotes|replacements)$/.test(name)) return
  return `the extension "${name}" needs its plug-in, which mystmark/node has`
}

/** What is said of a name that no extension has. */
export function noExtension(name: unknown): string {
  const near = typeof name === 'string' ? didYouMean(suggest(name, extensionNames)) : ''
  return `there is no extension ${JSON.stringify(name)}${near || `; there are ${extensionNames.join(', ')}`}`
}

/** As `z.record` of strings, which would bring more code. */
const recordOf = <T extends z.ZodMiniType>(value: T) => z.catchall(z.object({}), value)

const whole = z.number().check(z.refine((value) => value >= 0, 'write a number from 0'))

const numberingOfKind = z.strictObject({
  enabled: z.optional(z.boolean()),
  start: z.optional(z.number()),
  template: z.optional(z.string()),
  continue: z.optional(z.boolean()),
  sectionDepth: z.optional(z.number())
})

const messageRule = z.strictObject({
  /** A rule id, or `*` for all. */
  rule: z.string(),
  /** A glob of pages; all if left out. */
  pages: z.optional(z.string()),
  /** What stands at the place that is wrong, as a link's target: one of these; anything if left out. */
  targets: z.optional(z.array(z.string())),
  severity: z.enum(['error', 'warning', 'info', 'off'])
})

/** How loudly a rule is said; of several that fit the last counts. */
export type MessageRule = z.output<typeof messageRule>

const customDirective = z.strictObject({
  inherit: z.string(),
  argument: z.optional(z.string()),
  options: z.optional(recordOf(z.union([z.string(), z.number(), z.boolean()])))
})

/** The schema of {@link Config}: strict, so that a misspelt key is said. */
export const configSchema = z.strictObject({
  extensions: z.optional(
    z.union([z.enum(['all']), z.array(z.enum(extensionNames))], {
      error: ({input}) =>
        Array.isArray(input)
          ? input
              .filter((name) => !isExtension(name))
              .map(noExtension)
              .join(', ')
          : 'write "all", or a list of names'
    })
  ),
  headingAnchors: z.optional(
    z.number().check(z.refine((depth) => depth >= 0 && depth <= 7, 'write a number from 0 to 7'))
  ),
  headingSlugs: z.optional(z.enum(['github', 'gitlab', 'docutils'])),
  /** Typographic quotes, dashes and dots in the whole project, as Sphinx sets them. */
  smartquotes: z.optional(z.boolean()),
  /** Whether `linkify` links names without a protocol, as `example.org`; yes if left out. */
  fuzzyLinks: z.optional(z.boolean()),
  /** `:::name[Title]{.class key=value}` and `::name[label]`, as Docusaurus and Starlight write directives. */
  genericDirectives: z.optional(z.boolean()),
  /** Languages of plain fences that are directives of that name (`myst_fence_as_directive`). */
  fenceAsDirective: z.optional(z.array(z.string())),
  substitutions: z.optional(recordOf(z.unknown())),
  numbering: z.optional(
    z.union([z.boolean(), recordOf(z.union([z.boolean(), z.string(), z.number(), numberingOfKind]))])
  ),
  urlSchemes: z.optional(
    recordOf(
      z.union([z.null(), z.string(), z.strictObject({url: z.string(), title: z.optional(z.string())})])
    )
  ),
  flavour: z.optional(z.enum(['sphinx', 'jupyter-book', 'mystmd'])),
  dollarmath: z.optional(
    z.strictObject({
      allowSpace: z.optional(z.boolean()),
      allowDigits: z.optional(z.boolean()),
      doubleInline: z.optional(z.boolean())
    })
  ),
  index: z.optional(z.string()),
  exclude: z.optional(z.array(z.string())),
  idPrefix: z.optional(z.string()),
  base: z.optional(
    z.string().check(z.refine((base) => isSafeUrl(base), 'write a path such as "/docs/", or a https address'))
  ),
  icons: z.optional(z.enum(['svg', 'font'])),
  /** TeX by the macro that stands for it: `{"\\R": "\\mathbb{R}"}`. */
  mathMacros: z.optional(recordOf(z.string())),
  /** What `{only}` asks for, beside `html`. */
  tags: z.optional(z.array(z.string())),
  /** sphinx-design's `sd_custom_directives`: names of one's own for a directive with defaults. */
  customDirectives: z.optional(recordOf(customDirective)),
  title: z.optional(z.string()),
  /** As `de`: the page's language, and that of words which no author wrote. */
  language: z.optional(z.string()),
  messages: z.optional(z.array(messageRule)),
  /** How much a page may be and bring; see `SECURITY.md`. */
  limits: z.optional(
    z.strictObject({
      length: z.optional(whole),
      depth: z.optional(whole),
      nodes: z.optional(whole),
      includes: z.optional(whole),
      included: z.optional(whole),
      substitutions: z.optional(whole),
      substituted: z.optional(whole),
      repeated: z.optional(whole)
    })
  ),
  /** `.bib` files by their paths from the root. */
  bibliography: z.optional(z.array(z.string())),
  /** How works are listed: `alpha`, `plain`, `unsrt`, `unsrtalpha`, `author_year`. */
  bibliographyStyle: z.optional(z.string()),
  citationStyle: z.optional(z.enum(['label', 'author_year', 'super'])),
  siteUrl: z.optional(
    z
      .string()
      .check(z.refine((value) => /^https?:\/\/[^\s/]\S*$/i.test(value), 'write a http or https address'))
  ),
  urlStyle: z.optional(z.enum(['file', 'folder']))
})

/** A project's configuration: plain data, as it may stand in a file. */
export type Config = z.output<typeof configSchema>

/** The limits of a page; the depth is never above that which our walks can take. */
export function limitsOf({limits = {}}: Config): Limits {
  const all = {...defaultLimits}
  const given = Object.entries(limits).filter(([, value]) => value !== undefined)
  Object.assign(all, Object.fromEntries(given))
  return {...all, depth: Math.min(all.depth, defaultLimits.depth)}
}

/** What it takes to cite: roles, directives, the extension `citations`, and what answers them. */
export interface CitationPlugin {
  readonly directives: readonly Directive[]
  readonly roles: readonly Role[]
  readonly syntax: SyntaxPart
  readonly index: CitationEngine
}

/** What cannot stand in a file: functions and data. */
export interface Plugins {
  /** Drawings of icons; see `iconsFromPacks`. */
  icons?: IconSource | undefined
  /** Colours code, as `nodeHighlight` of `mystmark/node` does; without it code is plain. */
  highlight?: Highlight | undefined
  /** Citations and bibliographies: `createCitations` of `mystmark/bibliography` makes them. */
  citations?: CitationPlugin | undefined
  /** Draws formulas; without it their TeX is shown. */
  math?: MathRenderer | undefined
  /** Find what is wrong with a project as a whole, as `orphanPages` of `mystmark/node` does. */
  checks?: readonly ProjectCheck[] | undefined
  /** Finds what bears a name as something else or in another project, to suggest it: `elsewhere` of this package. */
  elsewhere?: Elsewhere | undefined
  /** Typographic characters for the extensions `smartquotes` and `replacements`: `setTypography` of `mystmark/typography`. */
  typography?: SetTypography | undefined
  /** Run on the typed tree of each page before it is linked, as `createAbbreviations` of `mystmark/typography`. */
  passes?: readonly TreePass[] | undefined
  /** Parses pages beside micromark, as `nativeParser` of `mystmark/node` does; trees are the same. */
  parser?: ParserFactory | undefined
  /** Finds what `embed` and `todolist` show. */
  excerpts?: Excerpts | undefined
  /** What the options `diff` and `pyobject` of `literalinclude` need. */
  fileTools?: FileTools | undefined
  /** Reads raw HTML, as `hast-util-raw` does; without it raw HTML is shown as text. */
  parseHtml?: ParseHtml | undefined
  /** Leave authors' raw HTML as it is. Only for text that is trusted. */
  allowDangerousHtml?: boolean | undefined
  /** Further directives; they take the names of built-in ones. */
  directives?: readonly Directive[] | undefined
  /** Further roles; they take the names of built-in ones. */
  roles?: readonly Role[] | undefined
  /** How nodes are drawn, by type. */
  elements?: ElementTable | undefined
  /** Run on the hast after it is sanitized: the caller's own code is trusted. `mystmark/rehype` makes it of plug-ins. */
  transformHast?: TransformHast | undefined
  /** For mdast-util-to-hast. */
  toHast?: {handlers?: Handlers | undefined} | undefined
  /** Words that no author wrote, by language; `mystmark/node` brings German, French and Spanish. */
  translations?: Translations | undefined
  /** Words that no author wrote, over those of the configuration's language. */
  words?: Partial<Record<WordKey, string>> | undefined
  /** Where a page's HTML stands, from the root; `about/team.md` gives `about/team.html` if left out. */
  url?: ((page: string) => string) | undefined
}

/** What a value may be. By the kind of the fault, as zod's own words depend on which of its languages is loaded. */
export function issueReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  if (issue.code === 'invalid_value')
    return `write ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
  if (issue.code === 'invalid_union' && issue.message.startsWith('Invalid input'))
    return [...new Set(issue.errors.flat().map(issueReason))].join(', or ') || issue.message
  if (issue.code !== 'invalid_type') return issue.message
  return `write a value of type ${issue.expected}`
}

/**
 * Check a configuration.
 *
 * @throws TypeError that names each key that is unknown or has a wrong value.
 */
export function checkConfig(config: unknown): Config {
  if (config === undefined) return {}
  const result = configSchema.safeParse(config ?? {})
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) =>
    issue.path.length === 0
      ? `${issueReason(issue)} [known: ${Object.keys(configSchema.shape).join(', ')}]`
      : `"${issue.path.join('.')}": ${issueReason(issue)}`
  )
  throw new TypeError(`mystmark: the configuration is wrong: ${faults.join('; ')}`)
}
