/** Inventories that were fetched, kept in a folder. */
import {createHash, randomUUID} from 'node:crypto'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import * as z from 'zod/mini'
import {makeFolder} from './make-folder.js'

const stateSchema = z.object({
  url: z.string(),
  /** Where it came from in the end. */
  from: z.string(),
  /** Milliseconds since 1970 when the other side last said that it holds. */
  checked: z.number(),
  sha256: z.string(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string())
})

/** What is known of a kept file. */
export type CacheState = z.output<typeof stateSchema>

/** A file that is kept. */
export interface Cached extends CacheState {
  bytes: Uint8Array
}

/** The kept copy of an address. One that was damaged or half written counts as none. */
export async function readCache(folder: string, url: string): Promise<Cached | undefined> {
  const path = pathOf(folder, url)
  try {
    const state = stateSchema.parse(JSON.parse(await readFile(`${path}.json`, 'utf8')))
    const bytes = new Uint8Array(await readFile(`${path}.inv`))
    return state.url === url && state.sha256 === digest(bytes) ? {...state, bytes} : undefined
  } catch {
    return undefined
  }
}

/** Keep a file. A folder that cannot be written to keeps nothing, which is no fault: the file is there. */
export async function writeCache(folder: string, {bytes, ...state}: Omit<Cached, 'sha256'>): Promise<void> {
  const path = pathOf(folder, state.url)
  try {
    await makeFolder(folder)
    await replace(`${path}.inv`, bytes)
    await replace(`${path}.json`, JSON.stringify({...state, sha256: digest(bytes)}))
  } catch {
    // Another time, then.
  }
}

/** Nobody sees half a file, not even another process that writes the same. */
async function replace(path: string, content: Uint8Array | string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await writeFile(aside, content)
    await rename(aside, path)
  } finally {
    await rm(aside, {force: true})
  }
}

function pathOf(folder: string, url: string): string {
  return join(folder, digest(url).slice(0, 32))
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
