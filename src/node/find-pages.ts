/** Which files of a folder are pages. */
import {realpath} from 'node:fs'
import {extname, relative, sep} from 'node:path'
import {glob} from 'tinyglobby'
import type {VFileMessage} from 'vfile-message'
import {toMessage} from '../pipeline/messages.js'
import {isWithin} from './confine.js'

/** Folders that hold no pages of anybody's own. */
const never = ['**/node_modules/**', '**/_build/**']

/** Pages found. */
export interface FoundPages {
  /** From the root, with `/`, in the order of their names. */
  pages: string[]
  messages: VFileMessage[]
}

/**
 * Find the Markdown files below a folder. Names that begin with a dot, `node_modules` and `_build` are left out.
 * Symbolic links are followed within the root; a page that leads out of it is reported and not read.
 *
 * @param root an absolute path without symbolic links.
 * @param exclude globs from the root.
 */
export async function findPages(root: string, exclude: readonly string[]): Promise<FoundPages> {
  const messages: VFileMessage[] = []
  const within = (
    path: string,
    done: (error: NodeJS.ErrnoException | null, resolved: string) => void
  ): void =>
    realpath(path, (error, real) => {
      if (error || isWithin(root, real)) return done(error, real)
      const shown = relative(root, path).replaceAll(sep, '/')
      if (extname(shown).toLowerCase() === '.md') {
        const reason = 'the page is a symbolic link that leads out of the project, so it is not read'
        messages.push(toMessage({ruleId: 'outside-project', reason}, shown))
      }
      done(new Error('outside the project'), real)
    })
  const found = await glob('**/*.md', {
    cwd: root,
    ignore: [...never, ...exclude],
    expandDirectories: false,
    // The function's further properties are those of the original.
    fs: {realpath: Object.assign(within, realpath)}
  })
  // By code unit: the same order on every machine.
  return {pages: found.sort((a, b) => (a < b ? -1 : 1)), messages: sortByFile(messages)}
}

function sortByFile(messages: VFileMessage[]): VFileMessage[] {
  return messages.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))
}
