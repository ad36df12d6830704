/** The package's own version. */
import {readFileSync} from 'node:fs'

/** As `package.json` has it. */
export function version(): string {
  // Two folders up from here both in the sources and in what is built.
  const data: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : 'unknown'
}
