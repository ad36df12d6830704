/** Keeps a project's files within its folder. */
import {realpathSync} from 'node:fs'
import {isAbsolute, relative, resolve, sep} from 'node:path'

/**
 * Whether a path is a folder or stands in it; both are absolute.
 *
 * @example
 * isWithin('/docs', '/docs/about/team.md') // true
 */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/**
 * The real place of a file of the project: `undefined` where there is none, or where `..` or a symbolic link leads
 * out of the root.
 *
 * @param root an absolute path without symbolic links.
 * @param path from the root, with `/`.
 */
export function confine(root: string, path: string): string | undefined {
  const wanted = resolve(root, path)
  if (!isWithin(root, wanted)) return undefined
  try {
    const real = realpathSync(wanted)
    return isWithin(root, real) ? real : undefined
  } catch {
    // Not there, a circle of links, or a name that no file can have.
    return undefined
  }
}
