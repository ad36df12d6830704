/** Where the pages of a site stand: their files, and the addresses that lead to them. */
import {docname, encodePath} from '../names/paths.js'

/** `about/team.md` is at `about/team.html` (`file`) or at `about/team/` (`folder`). */
export type UrlStyle = 'file' | 'folder'

/** A page whose place was taken. */
export interface TakenPlace {
  page: string
  /** The page that stands there. */
  by: string
  /** The file that the page got instead. */
  file: string
}

/** The places of a site's pages, all from the site's root. */
export interface SitePlaces {
  /** The file that a page is written to. */
  file(page: string): string
  /** The address of a page, percent-encoded; the root's is empty in the style `folder`. */
  url(page: string): string
  /** Pages that got another place, as the one of their name was taken. */
  readonly taken: readonly TakenPlace[]
}

/**
 * Give every page a place of its own. The root page is at `index.html`, whatever it is called.
 *
 * @example
 * sitePlaces(['about/team.md'], {style: 'folder'}).url('about/team.md') // 'about/team/'
 */
export function sitePlaces(
  pages: readonly string[],
  {style = 'file', root}: {style?: UrlStyle | undefined; root?: string | undefined}
): SitePlaces {
  const files = new Map<string, string>()
  const owners = new Map<string, string>()
  const taken: TakenPlace[] = []
  const give = (page: string, file: string): void => {
    files.set(page, file)
    owners.set(file, page)
  }
  // The root page, pages that are a folder's index by name, then the others: `about/index.md` beats `about.md`.
  const rank = (page: string): number => (page === root ? 0 : isIndex(docname(page)) ? 1 : 2)
  for (const page of [...pages].sort((a, b) => rank(a) - rank(b))) {
    const wanted = page === root ? 'index.html' : fileOf(docname(page), style)
    const by = owners.get(wanted)
    if (by === undefined) give(page, wanted)
    else {
      let file = `${docname(page)}.html`
      if (owners.has(file)) file = `${page}.html`
      give(page, file)
      taken.push({page, by, file})
    }
  }
  const file = (page: string): string => files.get(page) ?? fileOf(docname(page), style)
  return {
    file,
    url(page) {
      const path = file(page)
      return encodePath(style === 'folder' ? path.replace(/(^|\/)index\.html$/, '$1') : path)
    },
    taken
  }
}

function fileOf(name: string, style: UrlStyle): string {
  return style === 'folder' && !isIndex(name) && name !== '404' ? `${name}/index.html` : `${name}.html`
}

function isIndex(name: string): boolean {
  return name === 'index' || name.endsWith('/index')
}
