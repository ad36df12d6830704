/** Folders with those that they stand in. */
import {mkdir, stat} from 'node:fs/promises'
import {dirname} from 'node:path'
import {codeOf} from './error-code.js'

/**
 * Make a folder, and those that it stands in. `mkdir` with `recursive` never ends where the system takes no folder,
 * as in `/proc`.
 *
 * @param parents whether to make those, too.
 */
export async function makeFolder(path: string, parents = true): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (!parents || codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    // Somebody else may have made it by now.
    await makeFolder(path, false)
  }
}
