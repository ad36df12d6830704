/** A page of a site as an HTML document; section 14 of the style sheet draws it. */
import {escapeHtml} from '../html/page.js'
import type {WordKey} from '../html/words.js'
import type {HeadingRecord} from '../references/record.js'
import type {NavGroup, NavItem} from './site-map.js'

/** A link that is ready: its address as seen from the page. */
export interface PageLink {
  title: string
  url: string
}

/** What a page of a site shows. */
export interface PageLayout {
  /** The page's HTML. */
  html: string
  /** What the page is called; the site's title stands for it on the root page. */
  title: string | undefined
  siteTitle: string
  language: string
  description?: string | undefined
  /** The page's full address. */
  canonical?: string | undefined
  /** Search engines are to leave the page out. */
  noIndex?: boolean | undefined
  stylesheet: string
  script: string
  /** Behind ours. */
  styles: readonly {url: string; media?: string | undefined}[]
  logo?: string | undefined
  favicon?: string | undefined
  /** What keeps tabs together, for pages that have any. */
  tabsScript: string
  home: string
  /** The page itself, if it is one of the project's. */
  page?: string | undefined
  /** Whether the page is the root page. */
  isHome?: boolean | undefined
  groups: readonly NavGroup[]
  outline?: readonly HeadingRecord[] | undefined
  previous?: PageLink | undefined
  next?: PageLink | undefined
  /** The address of a page. */
  href(page: string): string
  word(key: WordKey): string
}

/** More pages than this, and a page's navigation holds only the sections that lead to it. */
const wholeNavigation = 300

/** Lay out a page. */
export function layOutPage(layout: PageLayout): string {
  const {html, title, siteTitle, language, description, canonical, home, word} = layout
  const name = layout.isHome || !title || title === siteTitle ? siteTitle : `${title} · ${siteTitle}`
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(name)}</title>`,
    description && `<meta name="description" content="${escapeHtml(description)}">`,
    layout.noIndex && '<meta name="robots" content="noindex">',
    canonical && `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    // No request for an icon that is not there.
    `<link rel="icon" href="${escapeHtml(layout.favicon ?? 'data:,')}">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="stylesheet" href="${escapeHtml(layout.stylesheet)}">`,
    ...layout.styles.map(
      ({url, media}) =>
        `<link rel="stylesheet" href="${escapeHtml(url)}"${media ? ` media="${escapeHtml(media)}"` : ''}>`
    ),
    `<script src="${escapeHtml(layout.script)}"></script>`,
    /\bsd-tab-set\b|<details\b/.test(html) && `<script src="${escapeHtml(layout.tabsScript)}" defer></script>`
  ]
  const themes = (['Auto', 'Light', 'Dark'] as const).map(
    (theme) => ` data-${theme.toLowerCase()}="${escapeHtml(word(`theme${theme}`))}"`
  )
  const body = [
    `<a class="myst-skip" href="#main">${escapeHtml(word('skipToContent'))}</a>`,
    `<header class="myst-header">
<details class="myst-menu"><summary>${escapeHtml(word('menu'))}</summary></details>
<a class="myst-title" href="${escapeHtml(home)}"${current(layout.isHome)}>${brand(layout)}</a>
<button class="myst-theme" type="button" title="${escapeHtml(word('theme'))}"${themes.join('')} hidden></button>
</header>`,
    navigation(layout),
    `<main class="myst-main" id="main" tabindex="-1">\n${html}\n</main>`,
    pager(layout),
    outline(layout)
  ]
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
${head.filter(Boolean).join('\n')}
</head>
<body class="myst-site">
${body.filter(Boolean).join('\n')}
</body>
</html>
`
}

/** The logo says the title, as most logos do. */
function brand({logo, siteTitle}: PageLayout): string {
  const title = escapeHtml(siteTitle)
  return logo === undefined ? title : `<img class="myst-logo" src="${escapeHtml(logo)}" alt="${title}">`
}

function current(is: boolean | undefined): string {
  return is ? ' aria-current="page"' : ''
}

function link({title, url}: PageLink, attributes = ''): string {
  return `<a href="${escapeHtml(url)}"${attributes}>${escapeHtml(title)}</a>`
}

function navigation({groups, page, href, word}: PageLayout): string {
  if (groups.length === 0) return ''
  const open = new Set<NavItem>()
  let count = 0
  let found = false
  const look = (item: NavItem): boolean => {
    count++
    let leads = item.page !== undefined && item.page === page
    for (const child of item.children) if (look(child)) leads = true
    if (leads) open.add(item)
    return leads
  }
  for (const {items} of groups) for (const item of items) look(item)
  const whole = count <= wholeNavigation

  const entry = (item: NavItem): string => {
    const url = item.page === undefined ? (item.url ?? '') : href(item.page)
    // A page that is listed twice is marked where it comes first.
    const here = !found && item.page !== undefined && item.page === page
    if (here) found = true
    const title = url
      ? link({title: item.title, url}, item.page === undefined ? ' rel="external"' : current(here))
      : `<span>${escapeHtml(item.title)}</span>`
    if (item.children.length === 0 || !(whole || open.has(item))) return `<li>${title}</li>`
    // A link may not stand in a summary: the fold is a button of its own, with the page's name.
    const fold = `<summary aria-label="${escapeHtml(item.title)}"></summary>`
    return `<li>${title}<details${open.has(item) ? ' open' : ''}>${fold}\n${list(item.children)}</details></li>`
  }
  const list = (items: readonly NavItem[]): string => `<ul>\n${items.map(entry).join('\n')}\n</ul>`
  const parts = groups.map(
    ({caption, items}) => `${caption ? `<p>${escapeHtml(caption)}</p>\n` : ''}${list(items)}`
  )
  return `<nav class="myst-nav" aria-label="${escapeHtml(word('pages'))}">\n${parts.join('\n')}\n</nav>`
}

function pager({previous, next, word}: PageLayout): string {
  if (!previous && !next) return ''
  const side = (rel: 'prev' | 'next', page: PageLink | undefined): string =>
    page
      ? `<a rel="${rel}" href="${escapeHtml(page.url)}"><small>${escapeHtml(word(rel === 'prev' ? 'previous' : 'next'))}</small> ${escapeHtml(page.title)}</a>`
      : ''
  const links = [side('prev', previous), side('next', next)].filter(Boolean)
  return `<nav class="myst-pager" aria-label="${escapeHtml(word('neighbours'))}">\n${links.join('\n')}\n</nav>`
}

/** The page's sections below its title, nested as their depths say. */
function outline({outline: headings = [], word}: PageLayout): string {
  const shown = headings.filter(({text}, index) => text && !(index === 0 && isTitle(headings)))
  if (shown.length === 0) return ''
  let out = '<ul>'
  const path: number[] = []
  for (const {depth, id, text} of shown) {
    // A heading between two depths stands beside the deeper one.
    while (path.length > 1 && (path.at(-2) ?? 0) >= depth) {
      out += '</li></ul>'
      path.pop()
    }
    const last = path.at(-1)
    if (last !== undefined && last < depth) out += '\n<ul>'
    else {
      if (last !== undefined) out += '</li>\n'
      path.pop()
    }
    path.push(depth)
    out += `<li>${link({title: text, url: `#${id.replaceAll('%', '%25')}`})}`
  }
  out += '</li></ul>'.repeat(path.length)
  return `<aside class="myst-outline">
<nav aria-label="${escapeHtml(word('onThisPage'))}">
<p>${escapeHtml(word('onThisPage'))}</p>
${out}
</nav>
</aside>`
}

/** Whether the first heading is the page's title: no other stands as high. */
function isTitle(headings: readonly HeadingRecord[]): boolean {
  const [first, ...others] = headings
  return first !== undefined && others.every(({depth}) => depth > first.depth)
}
