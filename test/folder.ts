/** Folders on disk for tests. */
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {strToU8, zlibSync} from 'fflate'
import {onTestFinished} from 'vitest'

/** Write files into a new folder that is gone after the test; gives its real path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mystmark-')))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  writeFiles(root, files)
  return root
}

/** Write files into a folder that is there. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
}

/** The bytes of an `objects.inv`. */
export function inventoryBytes(project: string, version: string, lines: readonly string[]): Uint8Array {
  const head = `# Sphinx inventory version 2\n# Project: ${project}\n# Version: ${version}\n# The remainder of this file is compressed using zlib.\n`
  return Buffer.concat([strToU8(head), zlibSync(strToU8(`${lines.join('\n')}\n`))])
}
