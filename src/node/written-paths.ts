/** Paths of pages that stand in other files than pages, or in front matter: no reference, but other tools read them. */
import {isPair, isScalar, parseAllDocuments, visit} from 'yaml'
import {projectPath} from '../names/paths.js'
import type {Edit} from '../project/edits.js'
import type {Renaming} from '../project/rename.js'
import {pathFrom} from '../project/spelling.js'
import {markdownEndings} from './formats.js'
import {type LoadedProject, sourceOf} from './load-project.js'

/** The table of contents of Jupyter Book. */
const bookToc = '_toc.yml'

/** Keys whose values are pages, in those files. */
const pageKeys = /^(?:file|root|index|pages)$/

/** Keys of front matter whose values are files. */
const fileKeys =
  /^(?:thumbnail|thumbnailOptimized|banner|bannerOptimized|cover|image|logo|file|path|src|url|href|link|bibliography|abstract|acknowledgments|data_availability)$/

/** The top of a page between its dashes, or nothing. */
export function frontMatterOf(source: string): string {
  return /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---(?=[ \t]*(?:\r?\n|$))/.exec(source)?.[0] ?? ''
}

/** Paths that a move changes, in the files of the configuration, too. */
export function pathEdits(
  loaded: LoadedProject,
  {old, wanted}: Renaming,
  configFiles: readonly string[]
): Edit[] {
  const {pages, files} = loaded
  const moved = (path: string): string => (path === old ? wanted : path)
  /** The file that a path means, a page perhaps without its ending. */
  const meant = (from: string, path: string): string | undefined => {
    const full = projectPath(from, path)
    if (full === undefined || full === '') return
    return (
      [full, ...markdownEndings(loaded.formats).map((ending) => full + ending)].find((each) =>
        Object.hasOwn(pages, each)
      ) ?? (files(full) === undefined ? undefined : full)
    )
  }
  const edits = (file: string, text: string, keys: RegExp, from: string): Edit[] =>
    scalarsIn(text).flatMap(({key, value, start, end}) => {
      const to = keys.test(key) ? meant(from, value) : undefined
      if (to === undefined || (to !== old && from !== old)) return []
      const next = pathFrom(moved(from), moved(to), value, false)
      const at = text.slice(start, end).indexOf(value)
      return at === -1 ? [] : [{file, start: start + at, end: start + at + value.length, text: next}]
    })
  return [
    ...[...new Set([...configFiles, bookToc])].flatMap((file) =>
      edits(file, sourceOf(loaded, file) ?? '', pageKeys, file)
    ),
    ...Object.keys(pages).flatMap((page) =>
      edits(page, frontMatterOf(sourceOf(loaded, page) ?? ''), fileKeys, page)
    )
  ]
}

interface Scalar {
  /** The key that it stands under, itself or in a list. */
  key: string
  value: string
  start: number
  end: number
}

/** Texts of YAML with their places; JSON is YAML. */
function scalarsIn(text: string): Scalar[] {
  const out: Scalar[] = []
  if (!text.trim()) return out
  for (const document of parseAllDocuments(text, {logLevel: 'silent'}))
    visit(document, {
      Scalar(key, {value, range}, path) {
        if (key === 'key' || typeof value !== 'string' || !range) return
        const pair = path.findLast((each) => isPair(each))
        const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
        out.push({key: name, value, start: range[0], end: range[1]})
      }
    })
  return out
}
