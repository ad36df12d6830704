/** A project as a site, in memory: where its pages stand, their order, and each as a document. */
import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'
import {plainText} from '../ast/tree.js'
import {isSafeUrl} from '../ast/url.js'
import {escapeHtml} from '../html/page.js'
import {serialize} from '../html/serialize.js'
import {englishWords, type WordKey, wordsOf} from '../html/words.js'
import {docname, encodePath, relativeUrl} from '../names/paths.js'
import {toMessage} from '../pipeline/messages.js'
import type {RenderedPage} from '../pipeline/render-page.js'
import {createProject, type Project, type ProjectOptions} from './create-project.js'
import {nestHeadings} from './nest-headings.js'
import {layOutPage, type PageLayout, type PageLink} from './site-layout.js'
import {type NavGroup, rootPage, type SiteMap, siteMap} from './site-map.js'
import {sitePlaces, type UrlStyle} from './site-urls.js'
import {unrenderedPage} from './unrendered-page.js'

/** What a site looks like. Files count from its root. */
export interface SiteLook {
  /** Style sheets behind our own. */
  styles?: readonly {file: string; media?: string | undefined}[] | undefined
  /** A picture in the place of the title, a file or an address. */
  logo?: string | undefined
  /** A picture for the browser's tabs, a file or an address. */
  favicon?: string | undefined
}

/** What a site is made of: a project, how its addresses look, and how it does. */
export interface SiteOptions extends ProjectOptions {
  look?: SiteLook | undefined
  /** Pages that are gone, by path, each with the page or address that stands for it. */
  redirects?: Readonly<Record<string, string>> | undefined
  /** `file` gives `about/team.html`, `folder` gives `about/team/`. */
  urlStyle?: UrlStyle | undefined
}

/** A page of a site. */
export interface SitePage extends RenderedPage {
  /** Where it is written, from the site's root. */
  file: string
  /** The whole document. */
  document: string
}

/** A site, in memory. */
export interface Site {
  readonly project: Project
  readonly map: SiteMap
  /** The configured title, or that of the root page. */
  readonly title: string
  /** Pages in the order of reading. */
  readonly pages: readonly string[]
  /** What is wrong with the site as a whole. */
  readonly messages: readonly VFileMessage[]
  /** Where a page is written, from the site's root. */
  file(page: string): string
  render(page: string): SitePage
  /** Documents that no page stands for: `404.html`, redirections, and an `index.html` if the project has no root page. */
  extraDocuments(): {file: string; document: string}[]
}

/** Where a site's own style sheet and scripts are, from its root. */
export const siteAssets = {
  stylesheet: 'mystmark/style.css',
  script: 'mystmark/theme.js',
  tabs: 'mystmark/script.js'
} as const

/**
 * Make a site of a project. Nothing is rendered before it is asked for.
 *
 * @throws TypeError as `createProject` does.
 * @example
 * const site = createSite({pages: {'index.md': '# Home\n\n:::{toctree}\nteam\n:::\n', 'team.md': '# Team'}})
 * site.render('team.md').document // '<!doctype html>…'
 */
export function createSite({urlStyle, look = {}, redirects = {}, ...options}: SiteOptions): Site {
  const {config = {}, words} = options
  const foreign = new Map((options.unrendered ?? []).map((record) => [record.page, record]))
  const pages = [...Object.keys(options.pages), ...foreign.keys()]
  const root = rootPage(pages, config.index)
  const places = sitePlaces(pages, {style: urlStyle ?? config.urlStyle, root})
  const project = createProject({...options, url: options.url ?? places.url})
  const url = options.url ?? places.url
  const ownWords = {...wordsOf(config.language, options.translations), ...words}
  const word = (key: WordKey): string => ownWords[key] ?? englishWords[key]
  let known: {map: SiteMap; at: ReadonlyMap<string, number>} | undefined
  const mapped = () => {
    if (known) return known
    const map = siteMap(project.inventory, root)
    known = {map, at: new Map(map.way.map((page, index) => [page, index]))}
    return known
  }
  const titleOf = (page: string): string =>
    project.inventory.pages.get(page)?.record.titleText || docname(page)
  const rootTitle = (): string | undefined =>
    root === undefined ? undefined : project.inventory.pages.get(root)?.record.titleText
  const siteTitle = (): string => config.title || rootTitle() || word('pages')

  /** What all documents share, for one whose addresses are seen from `from`, or start with `base`. */
  const frame = (
    from: string,
    base: string | undefined
  ): Pick<
    PageLayout,
    | 'stylesheet'
    | 'script'
    | 'tabsScript'
    | 'styles'
    | 'logo'
    | 'favicon'
    | 'home'
    | 'siteTitle'
    | 'language'
    | 'groups'
    | 'href'
    | 'word'
  > => {
    const address = (to: string): string =>
      base === undefined ? relativeUrl(from, to) : `${base.replace(/\/$/, '')}/${to}`
    const picture = (file: string | undefined): string | undefined =>
      file === undefined || /^(?:https?:)?\/\//i.test(file) ? file : address(encodePath(file))
    const style = urlStyle ?? config.urlStyle
    return {
      styles: (look.styles ?? []).map(({file, media}) => ({url: address(encodePath(file)), media})),
      logo: picture(look.logo),
      favicon: picture(look.favicon),
      stylesheet: address(siteAssets.stylesheet),
      script: address(siteAssets.script),
      tabsScript: address(siteAssets.tabs),
      home: address(root === undefined ? (style === 'folder' ? '' : 'index.html') : url(root)),
      siteTitle: siteTitle(),
      language: config.language ?? 'en',
      groups: mapped().map.groups,
      href: (page) => address(url(page)),
      word
    }
  }

  const render = (page: string): SitePage => {
    const record = foreign.get(page)
    const rendered = record
      ? unrenderedPage(record, project.inventory.fileHref(page, page), word)
      : project.render(page)
    const {map, at} = mapped()
    const neighbour = (step: number): PageLink | undefined => {
      const other = map.way[(at.get(page) ?? -2) + step]
      return other === undefined
        ? undefined
        : {title: titleOf(other), url: project.inventory.href(page, other)}
    }
    const shared = frame(url(page), config.base)
    const document = layOutPage({
      ...shared,
      html: withTitle(rendered),
      title: rendered.title ?? docname(page),
      language: languageOf(rendered) ?? shared.language,
      description: descriptionOf(rendered),
      canonical: config.siteUrl && `${config.siteUrl.replace(/\/$/, '')}/${url(page)}`,
      page,
      isHome: page === root,
      outline: rendered.outline,
      previous: neighbour(-1),
      next: neighbour(1)
    })
    return {...rendered, file: places.file(page), document}
  }

  return {
    project,
    get title() {
      return siteTitle()
    },
    get map() {
      return mapped().map
    },
    get pages() {
      return mapped().map.order
    },
    messages: places.taken.map(({page, by, file}) =>
      toMessage(
        {
          ruleId: 'url-taken',
          reason: `${by} stands at the address of this page, which is at ${file} instead; rename one of them`
        } satisfies Fault,
        page
      )
    ),
    file: places.file,
    render,
    extraDocuments() {
      const files = new Set(pages.map(places.file))
      const known = new Set(pages)
      const list = (shared: ReturnType<typeof frame>) => contents(mapped().map.groups, shared.href)
      const out: {file: string; document: string}[] = []
      for (const [old, target] of Object.entries(redirects)) {
        const file = places.file(old)
        const to = known.has(target) ? relativeUrl(file, url(target)) : target
        if (!files.has(file) && isSafeUrl(to))
          out.push({
            file,
            document: redirection(to, known.has(target) ? titleOf(target) : to, config.language)
          })
      }
      // Shown at any address, so nothing in it may be relative.
      const absolute =
        config.base ??
        (config.siteUrl ? (/^https?:\/\/[^/?#]*([^?#]*)/.exec(config.siteUrl)?.[1] ?? '/') : '/')
      const lost = frame('404.html', absolute)
      const heading = (title: string): string => `<h1>${escapeHtml(title)}</h1>`
      const lostHtml = `${heading(word('notFound'))}\n<p>${escapeHtml(word('notFoundText'))}</p>\n<ul><li><a href="${escapeHtml(lost.home)}">${escapeHtml(lost.siteTitle)}</a></li></ul>\n${list(lost)}`
      if (!files.has('404.html'))
        out.push({
          file: '404.html',
          document: layOutPage({...lost, title: word('notFound'), html: lostHtml, noIndex: true})
        })
      if (!files.has('index.html')) {
        const index = frame('index.html', config.base)
        const html = `${heading(index.siteTitle)}\n${list(index)}`
        out.push({
          file: 'index.html',
          document: layOutPage({...index, title: index.siteTitle, html, isHome: true})
        })
      }
      return out
    }
  }
}

/** Leads on without a script. */
function redirection(url: string, title: string, language = 'en'): string {
  const [address, name] = [escapeHtml(url), escapeHtml(title)]
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<title>${name}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${address}">
<meta http-equiv="refresh" content="0; url=${address}">
</head>
<body>
<p><a href="${address}">${name}</a></p>
</body>
</html>
`
}

/** The navigation's first level as a list of links. */
function contents(groups: readonly NavGroup[], href: (page: string) => string): string {
  return groups
    .map(({caption, items}) => {
      const links = items.map(({title, page, url = ''}) =>
        page === undefined && !url
          ? `<li>${escapeHtml(title)}</li>`
          : `<li><a href="${escapeHtml(page === undefined ? url : href(page))}">${escapeHtml(title)}</a></li>`
      )
      return `${caption ? `<h2>${escapeHtml(caption)}</h2>\n` : ''}<ul>\n${links.join('\n')}\n</ul>`
    })
    .join('\n')
}

/** The page's HTML, its headings nested; one that is called by its front matter shows this title once. */
function withTitle({html, hast, outline, frontMatter, title: name = ''}: RenderedPage): string {
  const {title} = frontMatter
  const titled = title === name && outline[0]?.text !== name
  const nested = nestHeadings(hast, titled)
  const body = nested === hast ? html : serialize(nested)
  return titled ? `<h1>${escapeHtml(name)}</h1>\n${body}` : body
}

function languageOf({frontMatter}: RenderedPage): string | undefined {
  const language = frontMatter.language ?? frontMatter.lang
  return typeof language === 'string' && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(language)
    ? language
    : undefined
}

/** What the front matter says, or the first paragraph, cut at a word. */
function descriptionOf({frontMatter, tree}: RenderedPage): string | undefined {
  const said = frontMatter.description
  const text = typeof said === 'string' ? said : firstParagraph(tree)
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= 160) return line || undefined
  const cut = line.slice(0, 160)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/, '')}…`
}

function firstParagraph(tree: Root): string {
  for (const node of tree.children) {
    const text = node.type === 'paragraph' ? plainText(node.children) : ''
    if (text.trim()) return text
  }
  return ''
}
