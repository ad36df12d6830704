/** Which files of a folder are pages. */
import {existsSync, realpath} from 'node:fs'
import {extname, join, relative, sep} from 'node:path'
import {glob} from 'tinyglobby'
import type {VFileMessage} from 'vfile-message'
import {globMatcher} from '../names/glob.js'
import {docname, folderOf} from '../names/paths.js'
import {toMessage} from '../pipeline/messages.js'
import {isWithin} from './confine.js'
import {type Formats, formatIn} from './formats.js'
import {siteMarker} from './site-folder.js'

/** Folders that hold no pages of anybody's own. */
const never = ['**/node_modules/**', '**/_build/**']

/** Pages found. */
export interface FoundPages {
  /** From the root, with `/`, in the order of their names. */
  pages: string[]
  /** Pages in other formats, in the same order; none whose name without ending another page has. */
  others: string[]
  /** `.bib` files, in the same order. */
  bibliography: string[]
  messages: VFileMessage[]
}

/**
 * Find the pages below a folder, and the `.bib` files. Names that begin with a dot, `node_modules`, `_build` and sites that were
 * built are left out.
 * Symbolic links are followed within the root; a page that leads out of it is reported and not read.
 *
 * @param root an absolute path without symbolic links.
 * @param exclude globs from the root.
 * @param formats of pages by ending.
 */
export async function findPages(
  root: string,
  exclude: readonly string[],
  formats: Formats = {'.md': 'markdown'}
): Promise<FoundPages> {
  const messages: VFileMessage[] = []
  const isPage = (path: string): boolean => formatIn(formats, path) === 'markdown'
  const within = (
    path: string,
    done: (error: NodeJS.ErrnoException | null, resolved: string) => void
  ): void =>
    realpath(path, (error, real) => {
      if (error || isWithin(root, real)) return done(error, real)
      const shown = relative(root, path).replaceAll(sep, '/')
      if (isPage(shown)) {
        const reason = 'the page is a symbolic link that leads out of the project, so it is not read'
        messages.push(toMessage({ruleId: 'outside-project', reason}, shown))
      }
      done(new Error('outside the project'), real)
    })
  const endings = [...Object.keys(formats), '.bib'].map((each) => each.slice(1))
  const found = await glob(`**/*.{${endings.join()}}`, {
    cwd: root,
    ignore: [...never, ...exclude.filter(isQuick)],
    expandDirectories: false,
    // The function's further properties are those of the original.
    fs: {realpath: Object.assign(within, realpath)}
  })
  const slow = exclude.filter((each) => !isQuick(each)).map(globMatcher)
  const wanted = found.filter((page) => !slow.some((matches) => matches(page)))
  const sources = wanted.filter(outsideSites(root)).filter((page) => {
    if (!page.includes('\\')) return true
    if (!isPage(page)) return false
    const reason =
      'the page has a backslash in its path, which no address may have, so it is not read: rename it'
    messages.push(toMessage({ruleId: 'page-name', reason}, page))
    return false
  })
  // By code unit: the same order on every machine.
  sources.sort((a, b) => (a < b ? -1 : 1))
  /** Of one name the one counts whose ending comes first. */
  const owners = new Map<string, string>()
  for (const ending of Object.keys(formats))
    for (const path of sources)
      if (isPage(path) && extname(path).toLowerCase() === ending && !owners.has(docname(path)))
        owners.set(docname(path), path)
  const pages = sources.filter((path) => {
    const owner = owners.get(docname(path))
    if (!isPage(path) || owner === path) return isPage(path)
    const reason = `the page has the name of ${owner}, which counts, so it is not read: rename it`
    messages.push(toMessage({ruleId: 'page-name', reason}, path))
    return false
  })
  return {
    pages,
    others: sources.filter((path) => {
      const format = formatIn(formats, path)
      return format !== undefined && format !== 'markdown' && !owners.has(docname(path))
    }),
    bibliography: sources.filter((path) => extname(path).toLowerCase() === '.bib'),
    messages: sortByFile(messages)
  }
}

/**
 * Whether a glob can be made an expression that takes no long time, as the library does: with many stars or choices
 * in one name it tries all ways to share the name among them. Our own matcher has `*`, `?` and `[a-z]` alone.
 */
function isQuick(glob: string): boolean {
  return glob.length < 1000 && glob.split('/').every((part) => (part.match(/[*({+]/g) ?? []).length <= 4)
}

/** A site may offer Markdown files for download; they are copies. */
function outsideSites(root: string): (page: string) => boolean {
  const known = new Map<string, boolean>([['', true]])
  const outside = (folder: string): boolean => {
    const old = known.get(folder)
    if (old !== undefined) return old
    const is = !existsSync(join(root, folder, siteMarker)) && outside(folderOf(folder))
    known.set(folder, is)
    return is
  }
  return (page) => outside(folderOf(page))
}

function sortByFile(messages: VFileMessage[]): VFileMessage[] {
  return messages.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))
}
