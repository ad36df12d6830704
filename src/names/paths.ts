/** Paths of a project: with `/`, relative to its root, free of Node. */

/** The folder of a page: `about/team.md` gives `about`, a page at the root gives an empty string. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** A path with parts that name no folder or file: empty ones, `.` and `..`. */
const roundabout = /(?:^|\/)\.{0,2}(?:\/|$)/

/** A path as a page writes it, behind its folder if it does not count from the root. */
function fromRoot(from: string, path: string): string {
  if (path.startsWith('/')) return path.slice(1)
  const folder = folderOf(from)
  return folder ? `${folder}/${path}` : path
}

/**
 * A path as a page writes it, from the root: `/x` counts from the root, others from the page's folder.
 *
 * @returns `undefined` where it leaves the project.
 * @example
 * projectPath('about/team.md', '../index') // 'index'
 */
export function projectPath(from: string, path: string): string | undefined {
  const full = fromRoot(from, path)
  if (!roundabout.test(full)) return full
  const out: string[] = []
  for (const part of full.split('/')) {
    if (part === '..') {
      if (out.pop() === undefined) return
    } else if (part !== '' && part !== '.') out.push(part)
  }
  return out.join('/')
}

/**
 * A page's path as another page writes it, from the root. Unlike a file's it cannot leave the project: as in Sphinx,
 * what is above the root is the root.
 *
 * @example
 * documentPath('about/team.md', '../../index') // 'index'
 */
export function documentPath(from: string, path: string): string {
  const full = fromRoot(from, path)
  if (!roundabout.test(full)) return full
  const out: string[] = []
  for (const part of full.split('/')) {
    if (part === '..') out.pop()
    else if (part !== '' && part !== '.') out.push(part)
  }
  return out.join('/')
}

/**
 * The address of one file as seen from another, both from the root.
 *
 * @example
 * relativeUrl('about/team.html', 'index.html') // '../index.html'
 */
export function relativeUrl(from: string, to: string): string {
  const source = folderOf(from).split('/').filter(Boolean)
  const target = to.split('/')
  let shared = 0
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++
  const path = [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/')
  // A folder seen from inside itself is empty, and a colon in the first part would read as a scheme.
  return path === '' ? './' : /^[^/]*:/.test(path) ? `./${path}` : path
}

/** A page's docname: its path without the ending. */
export function docname(page: string): string {
  return page.replace(/\.(?:md|markdown|myst|rst|ipynb|txt)$/i, '')
}

/**
 * A path as it stands in an address: what would end the path is encoded.
 *
 * @example
 * encodePath('a b/c#.png') // 'a%20b/c%23.png'
 */
export function encodePath(path: string): string {
  return encodeURI(path.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[?#]/g, encodeURIComponent)
}

/**
 * A part of an address with its escapes read; one that holds a bad escape is taken as written.
 *
 * @example
 * decodeEscapes('a%20b') // 'a b'
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
