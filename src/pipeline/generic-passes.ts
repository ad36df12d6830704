/** What is done to a page's generic tree before directives and roles are built. */
import type {PhrasingContent, Root} from 'mdast'
import type {Limits} from '../ast/limits.js'
import type {FlowContent} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {readAlerts} from '../transforms/alerts.js'
import {attachAttributes} from '../transforms/attributes.js'
import {showAttributions} from '../transforms/attributions.js'
import {linkAddresses} from '../transforms/autolinks.js'
import {readHtmlNodes} from '../transforms/html-nodes.js'
import {limitDepth} from '../transforms/limit-depth.js'
import {substitute} from '../transforms/substitute.js'
import {createLocate} from '../transforms/text-places.js'
import type {SetTypography} from '../transforms/typography.js'
import type {Config, ExtensionName} from './options.js'
import type {PageConfig} from './page-config.js'

export interface GenericPassOptions {
  source: string
  /** What is in the tree. */
  seen: Survey
  on: ReadonlySet<ExtensionName>
  config: Config
  limits: Limits
  page: PageConfig
  typography: SetTypography | undefined
  /** Parses a text by itself, with the page's extensions. */
  parse: (source: string) => Root
  report: Report
}

/** Run them, in place. */
export function runGenericPasses(
  tree: Root,
  {source, seen: given, on, config, limits, page, typography, parse, report}: GenericPassOptions
): void {
  const parser = {
    flow: (text: string): FlowContent[] => parse(text).children.filter(isFlow),
    inline: (text: string): PhrasingContent[] => parseInline(text, parse)
  }
  const locate = createLocate(source)
  let seen = given
  const look = (): void => {
    seen = limitDepth(tree, source, limits.depth, report)
  }
  const images = on.has('html_image')
  const admonitions = on.has('html_admonition')
  /** Before all else, as admonitions bring text; once more for what substitutions bring. */
  const readHtml = (): void => {
    const html = images || admonitions ? seen.nodes('html') : []
    if (readHtmlNodes(tree, {html, images, admonitions, parser})) look()
  }
  readHtml()
  if (seen.types.has('substitution') || seen.types.has('inlineSubstitution')) {
    const values = {...config.substitutions, ...page.substitutions}
    if (substitute(tree, {values, parser, limits, report})) {
      look()
      readHtml()
    }
  }
  attachAttributes(seen, report)
  if (showAttributions(seen, parser.inline)) look()
  if (on.has('alert')) readAlerts(seen, source, report)
  if (on.has('linkify') || on.has('gfm_autolink'))
    linkAddresses(tree, {
      source,
      locate,
      fuzzy: on.has('linkify') && (page.fuzzyLinks ?? config.fuzzyLinks) !== false
    })
  typography?.(tree, {source, locate, on, smartquotes: config.smartquotes})
}

/** Text alone: as the argument of a directive, where no block can begin. Line endings are spaces there. */
function parseInline(text: string, parse: (source: string) => Root): PhrasingContent[] {
  const [directive] = parse(`~~~{=} ${text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')}`).children
  const argument = directive?.type === 'mystDirective' ? directive.children[0] : undefined
  return argument?.type === 'mystDirectiveArgument' ? argument.children : []
}

function isFlow(node: Root['children'][number]): node is FlowContent {
  return node.type !== 'text' && node.type !== 'yaml'
}
