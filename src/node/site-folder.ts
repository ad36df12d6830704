/** The folder of a site: written aside, then switched in by renames. */
import {randomUUID} from 'node:crypto'
import {mkdir, readdir, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join, sep} from 'node:path'

/** In a folder that a build wrote, and may replace. */
export const siteMarker = '.mystmark-site'

/** A site that is being written. */
export interface SiteFolder {
  /** Where to write for now. */
  path: string
  /** Put what was written in the place of what stood there. */
  switchIn(): Promise<void>
  /** Forget what was written. */
  discard(): Promise<void>
}

/**
 * Open a folder beside the one to be replaced.
 *
 * @throws Error where that one holds what no build wrote, or holds the project.
 */
export async function openSiteFolder(out: string, root: string): Promise<SiteFolder> {
  const found = await realpath(out)
    .catch(ifMissing(undefined))
    .catch((error) => {
      throw unwritable(out, error)
    })
  const target = found ?? out
  if (`${root}${sep}`.startsWith(target.endsWith(sep) ? target : `${target}${sep}`))
    throw new Error(
      `mystmark: the site would replace the project itself: ${out} holds ${root}; choose another folder`
    )
  const old = found === undefined ? undefined : await stat(found)
  if (old && !old.isDirectory()) throw new Error(`mystmark: ${out} is a file; choose a folder for the site`)
  const names = old ? await readdir(target) : []
  if (names.length > 0 && !names.includes(siteMarker))
    throw new Error(
      `mystmark: ${out} is not empty and was not written by a build (it has no ${siteMarker}); choose another folder, or empty this one`
    )
  const parent = dirname(target)
  // Not `mkdtemp`, whose folders only their owner may read.
  const path = join(parent, `.${basename(target)}-${randomUUID().slice(0, 8)}`)
  try {
    await mkdir(parent, {recursive: true})
    await mkdir(path)
  } catch (error) {
    throw unwritable(out, error)
  }
  await writeFile(join(path, siteMarker), 'Written by mystmark; the next build replaces this folder.\n')
  return {
    path,
    async switchIn() {
      if (!old) return await rename(path, target)
      const aside = `${path}-old`
      await rename(target, aside)
      try {
        await rename(path, target)
      } catch (error) {
        await rename(aside, target)
        throw error
      }
      await rm(aside, {recursive: true, force: true})
    },
    discard: () => rm(path, {recursive: true, force: true})
  }
}

function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value
    throw error
  }
}

/** Why the system refused, in words. */
const refusals = new Map([
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['EROFS', 'it is on a disk that is read only'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['EEXIST', 'part of its path is a file, not a folder'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full']
])

function unwritable(out: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = refusals.get(code) ?? (error instanceof Error ? error.message : String(error))
  return new Error(`mystmark: ${out} cannot be written: ${why}`)
}
