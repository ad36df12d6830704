/** The folder of a site: written aside, then switched in by renames. */
import {randomUUID} from 'node:crypto'
import {
  access,
  constants,
  copyFile,
  mkdir,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile
} from 'node:fs/promises'
import {basename, dirname, join, sep} from 'node:path'
import {codeOf} from './error-code.js'
import {makeFolder} from './make-folder.js'
import {reasonOf} from './read-text.js'
import {clearLeftovers} from './site-leftovers.js'

/** In a folder that a build wrote, and may replace. */
export const siteMarker = '.mystmark-site'

/** A site that is being written. Every method throws an error that says in words why the folder cannot be written. */
export interface SiteFolder {
  /** Write a file, by its path from the site's root. */
  write(file: string, content: string | Uint8Array): Promise<void>
  /** Copy a file. @returns why the source could not be read, where it could not. */
  copy(source: string, file: string): Promise<string | undefined>
  /** Put what was written in the place of what stood there. */
  switchIn(): Promise<void>
  /** Forget what was written. */
  discard(): Promise<void>
}

/**
 * Open a folder beside the one to be replaced, and clear away what builds left there that were killed.
 *
 * @throws Error where that one holds what no build wrote, or holds the project.
 */
export async function openSiteFolder(out: string, root: string): Promise<SiteFolder> {
  const wordy = orInWords(out)
  const found = await wordy(
    realpath(out).catch((error) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
  )
  const target = found ?? out
  if (`${root}${sep}`.startsWith(target.endsWith(sep) ? target : `${target}${sep}`))
    throw new Error(
      `mystmark: the site would replace the project itself: ${out} holds ${root}; choose another folder`
    )
  const parent = dirname(target)
  await wordy(makeFolder(parent))
  await wordy(clearLeftovers(target, siteMarker))
  const old = await stat(target).catch(() => undefined)
  if (old && !old.isDirectory()) throw new Error(`mystmark: ${out} is a file; choose a folder for the site`)
  const names = old ? await wordy(readdir(target)) : []
  if (names.length > 0 && !names.includes(siteMarker))
    throw new Error(
      `mystmark: ${out} is not empty and was not written by a build (it has no ${siteMarker}); choose another folder, or empty this one`
    )
  // Not `mkdtemp`, whose folders only their owner may read. The process is named for `clearLeftovers`.
  const path = join(parent, `.${basename(target)}-${process.pid}-${randomUUID().slice(0, 8)}`)
  const discard = (): Promise<void> => rm(path, {recursive: true, force: true})
  const place = async (file: string): Promise<string> => {
    const to = join(path, file)
    await makeFolder(dirname(to))
    return to
  }
  const write = async (file: string, content: string | Uint8Array): Promise<void> =>
    writeFile(await place(file), content)
  await wordy(mkdir(path))
  await wordy(write(siteMarker, 'Written by mystmark; the next build replaces this folder.\n')).catch(
    async (error) => {
      await discard()
      throw error
    }
  )
  return {
    write: (file, content) => wordy(write(file, content)),
    async copy(source, file) {
      try {
        await access(source, constants.R_OK)
        if (!(await stat(source)).isFile()) return 'it is no file'
      } catch (error) {
        return reasonOf(error)
      }
      await wordy(place(file).then((to) => copyFile(source, to)))
      return undefined
    },
    switchIn: () => wordy(switchIn(path, target, old !== undefined)),
    discard
  }
}

/** No system call swaps two folders: between the two renames no site stands there. `clearLeftovers` mends a kill. */
async function switchIn(path: string, target: string, isOld: boolean): Promise<void> {
  if (!isOld) return await rename(path, target)
  const aside = `${path}-old`
  await rename(target, aside)
  try {
    await rename(path, target)
  } catch (error) {
    await rename(aside, target)
    throw error
  }
  // The new site stands: what is left of the old one is for the next build.
  await rm(aside, {recursive: true, force: true}).catch(() => {})
}

/** Why the system refused, in words. */
const refusals = new Map([
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['EROFS', 'it is on a disk that is read only'],
  ['ENOENT', 'no folder can be made there'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['EEXIST', 'part of its path is a file, not a folder'],
  ['EISDIR', 'a folder stands where a file should'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENAMETOOLONG', 'a name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', "the user's share of the disk is full"],
  ['EFBIG', 'a file is larger than this user may write'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk is broken']
])

function orInWords(out: string): <T>(done: Promise<T>) => Promise<T> {
  return (done) =>
    done.catch((error: unknown) => {
      const why = refusals.get(codeOf(error)) ?? reasonOf(error)
      throw new Error(`mystmark: ${out} cannot be written: ${why}`, {cause: error})
    })
}
