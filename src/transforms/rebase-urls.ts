/** Paths in included text, as the including page would write them. */
import type {Nodes, Root} from 'mdast'
import {visitNodes} from '../ast/tree.js'
import {decodeEscapes, folderOf, projectPath, relativeUrl} from '../names/paths.js'

export interface RebaseOptions {
  /** The included file. */
  from: string
  /** The file that includes it. */
  to: string
  exists(path: string): boolean
  /** Rebase every link that begins with this. */
  relativeDocs?: string | undefined
  /** Rebase every image. */
  relativeImages?: boolean | undefined
}

/** Endings of pages that links and roles leave out. */
const endings = ['', '.md', '.ipynb', '.rst', '.txt']

/**
 * Rewrite the paths that an included file means from its own folder. Sphinx reads them all from the including page, so
 * what leads somewhere from there stays, unless the directive asks for more.
 */
export function rebaseUrls(
  tree: Root,
  {from, to, exists, relativeDocs, relativeImages}: RebaseOptions
): void {
  const always = relativeDocs !== undefined || relativeImages === true
  if (folderOf(from) === folderOf(to) && !always) return
  const isThere = (path: string | undefined): boolean =>
    path !== undefined && path !== '' && endings.some((ending) => exists(path + ending))

  /** @param isUrl whether escapes count, as in links; roles name files as they are called. */
  const rebased = (url: string, force: boolean, isUrl = true): string => {
    if (!url || /^(?:[a-z][a-z\d+.-]*:|[/#])/i.test(url)) return url
    const bare = isUrl ? (/^[^?#]*/.exec(url)?.[0] ?? '') : url
    const path = isUrl ? decodeEscapes(bare) : bare
    const own = projectPath(from, path)
    if (own === undefined || !bare) return url
    if (!force && (isThere(projectPath(to, path)) || !isThere(own))) return url
    const there = relativeUrl(to, own)
    return (isUrl ? there.replace(/[%?#]/g, encodeURIComponent) : there) + url.slice(bare.length)
  }
  const link = (url: string, isUrl = true): string =>
    rebased(url, relativeDocs !== undefined && url.startsWith(relativeDocs), isUrl)
  const image = (url: string): string => rebased(url, relativeImages === true)

  visitNodes(tree, (node: Nodes) => {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      const url = node.type === 'image' ? image(node.url) : link(node.url)
      if (url !== node.url) Object.assign(node, {url, writtenUrl: node.writtenUrl ?? node.url})
    } else if (node.type === 'blockImage' || node.type === 'video' || node.type === 'iframe')
      node.src = image(node.src)
    else if (node.type === 'card') {
      for (const key of ['imageTop', 'imageBottom', 'imageBackground'] as const) {
        const source = node[key]
        if (source !== undefined) node[key] = image(source)
      }
    }
    if (
      'reference' in node &&
      node.reference &&
      /^(?:link|doc|download|any|myst)$/.test(node.reference.role)
    ) {
      const {role, target} = node.reference
      node.reference = {...node.reference, target: link(target, role === 'link' || role === 'myst')}
    }
    return undefined
  })
}
