/** Where the shared data is, for tests that are skipped by name without it. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

export const projectRoot = new URL('..', import.meta.url).pathname
export const sharedRoot = join(projectRoot, '../shared')
export const hasShared = existsSync(join(sharedRoot, 'README.md')) && !process.env.MYSTMARK_QUICK

/** Paths below a folder that end in `ending`, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules'))
    .sort()
}

/** Sources by path. */
export function readFolder(folder: string, ending = '.md'): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder, ending).map((path) => [path, readFileSync(join(folder, path), 'utf8')])
  )
}

/** Milliseconds of processor time of this process: what else the machine does changes nothing. */
export function cpuNow(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
