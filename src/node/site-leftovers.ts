/** What a build that was killed left beside a site. */
import {readdir, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {codeOf} from './error-code.js'

/**
 * Clear away the folders of builds that are no more; where one was killed while it switched, the old site comes back.
 *
 * @param target the site's folder, which may be missing.
 * @param marker the file that stands in all folders of builds.
 */
export async function clearLeftovers(target: string, marker: string): Promise<void> {
  const parent = dirname(target)
  const prefix = `.${basename(target)}-`
  // What cannot be seen or cleared away is in nobody's way.
  for (const name of await readdir(parent).catch(() => [])) {
    // .site-1234-0a1b2c3d, or with -old behind it
    //       ^ process
    const process = name.startsWith(prefix)
      ? /^(\d+)-[\da-f]{8}(?:-old)?$/.exec(name.slice(prefix.length))?.[1]
      : undefined
    if (process === undefined || isRunning(Number(process))) continue
    const path = join(parent, name)
    const isSite = await exists(join(path, marker))
    if (name.endsWith('-old') && isSite && !(await exists(target))) await rename(path, target)
    else await rm(path, {recursive: true, force: true}).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Of another user, then.
    return codeOf(error) === 'EPERM'
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
