/** Formats of pages, by the endings of their names. */
import {extname} from 'node:path'

/** What is in a page; of all but Markdown only the outline is read. */
export const pageFormats = ['markdown', 'restructuredtext', 'notebook'] as const

export type PageFormat = (typeof pageFormats)[number]

export type Formats = Readonly<Record<string, PageFormat>>

/** Endings that belong to no page's name; see `docname`. */
export const pageEndings: readonly string[] = ['.md', '.markdown', '.myst', '.txt', '.rst', '.ipynb']

/** What is said of another ending. */
export function noEnding(ending: string): string {
  return `pages end in ${pageEndings.join(', ')}, not in "${ending}"; rename them`
}

/** The format of a file, if it is a page. */
export function formatIn(formats: Formats, path: string): PageFormat | undefined {
  const ending = extname(path).toLowerCase()
  return Object.hasOwn(formats, ending) ? formats[ending] : undefined
}

/** Endings of the pages that are rendered. */
export function markdownEndings(formats: Formats): string[] {
  return Object.keys(formats).filter((ending) => formats[ending] === 'markdown')
}
