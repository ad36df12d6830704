/** Inventories of other projects, from files and over HTTP. */
import {readFile} from 'node:fs/promises'
import {VFileMessage} from 'vfile-message'
import {type ExternalInventory, readObjectsInv} from '../references/objects-inv.js'
import {reasonOf} from './read-text.js'

/** How to read an inventory from a file. */
export interface ReadInventoryOptions {
  /** Where the documentation stands that the inventory belongs to. */
  baseUrl: string
}

/** How to fetch an inventory. */
export interface FetchInventoryOptions {
  /** Where the documentation stands; the inventory's own folder if left out. */
  baseUrl?: string | undefined
  /** Milliseconds until the other side is given up; 10,000 if left out. */
  timeout?: number | undefined
}

const maxBytes = 64 * 1024 * 1024

/**
 * Read an `objects.inv` from a file. A file that cannot be read gives an inventory without entries and a message.
 *
 * @example
 * const python = await readInventoryFile('python.inv', {baseUrl: 'https://docs.python.org/3/'})
 */
export async function readInventoryFile(
  path: string,
  {baseUrl}: ReadInventoryOptions
): Promise<ExternalInventory> {
  try {
    return readObjectsInv(await readFile(path), {baseUrl})
  } catch (error) {
    return unreadable(baseUrl, `the inventory ${path} cannot be read: ${reasonOf(error)}`)
  }
}

/**
 * Fetch an `objects.inv` over HTTP. What cannot be fetched gives an inventory without entries and a message.
 *
 * @example
 * const python = await fetchInventory('https://docs.python.org/3/objects.inv')
 */
export async function fetchInventory(
  url: string,
  {baseUrl = folderOfUrl(url), timeout = 10_000}: FetchInventoryOptions = {}
): Promise<ExternalInventory> {
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(timeout)})
    if (!response.ok)
      return unreadable(baseUrl, `${url} answers ${response.status} ${response.statusText}`.trimEnd())
    return readObjectsInv(await bytesOf(response), {baseUrl})
  } catch (error) {
    return unreadable(baseUrl, `${url} cannot be fetched: ${fetchFault(error, timeout)}`)
  }
}

/** Whether a place of an inventory is an address rather than a file. */
export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place)
}

/** `https://docs.example/en/objects.inv` gives `https://docs.example/en/`. */
function folderOfUrl(url: string): string {
  const path = /^[^?#]*/.exec(url)?.[0] ?? url
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The whole answer, unless there is no end of it. */
async function bytesOf({body}: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  if (body) {
    for await (const part of body) {
      parts.push(part)
      size += part.length
      if (size > maxBytes) throw new Error('it is longer than 64 MB')
    }
  }
  return Buffer.concat(parts)
}

function fetchFault(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeout / 1000} seconds`
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return cause || error.message
}

function unreadable(baseUrl: string, reason: string): ExternalInventory {
  const message = new VFileMessage(reason, {ruleId: 'inventory-unreadable', source: 'myst'})
  message.fatal = false
  return {project: '', version: '', baseUrl, entries: [], messages: [message]}
}
