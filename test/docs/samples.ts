/** Samples of code in the documentation: run, they must print what they say. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {format} from 'node:util'
import {vi} from 'vitest'
import {folderWith} from '../folder.js'
import {projectRoot} from '../support.js'

export interface Sample {
  code: string
  /** Its first line that imports nothing, to name a test by. */
  title: string
}

/** The fenced samples of a page that are in a language. */
export function samplesOf(page: string, language: string): Sample[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map(([, , code = '']) => ({
      code,
      title: code.split('\n').find((line) => !line.startsWith('import')) || code
    }))
}

/** What a sample says that it prints: what stands behind `// →`. */
export function promisedBy(code: string): string[] {
  return [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, line = '']) => line)
}

let count = 0

/**
 * Run a sample, and return what it prints.
 *
 * @param files stand in the folder that it runs in.
 */
export async function printedBy(
  code: string,
  files: Readonly<Record<string, string | Uint8Array>>
): Promise<string[]> {
  // Below the package, so that its dependencies are found by their names.
  const folder = join(projectRoot, 'test/tmp/samples')
  mkdirSync(folder, {recursive: true})
  const file = join(folder, `sample-${++count}.js`)
  writeFileSync(file, code)
  const home = process.cwd()
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...args) => void printed.push(format(...args)))
  try {
    process.chdir(folderWith(files))
    await import(/* @vite-ignore */ file)
    return printed
  } finally {
    log.mockRestore()
    process.chdir(home)
    rmSync(file)
  }
}
