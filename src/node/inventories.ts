/** Inventories of other projects, from files and over HTTP. */
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {VFileMessage} from 'vfile-message'
import {readMystXref} from '../references/myst-xref.js'
import {
  type ExternalInventory,
  type ReadObjectsInvOptions,
  readObjectsInv
} from '../references/objects-inv.js'
import {fetchBytes} from './fetch-bytes.js'
import {readCache, writeCache} from './inventory-cache.js'
import {reasonOf} from './read-text.js'

/** How to read an inventory from a file. */
export interface ReadInventoryOptions {
  /** Where the documentation stands that the inventory belongs to. */
  baseUrl: string
}

/** From where inventories may be fetched, and where they are kept. */
export interface FetchInventoryRules {
  /** Milliseconds until the other side is given up; 10,000 if left out. */
  timeout?: number | undefined
  /** A folder that keeps what was fetched; nothing is kept if left out. */
  cache?: string | undefined
  /** Milliseconds that a kept copy holds without asking; a day if left out. After that the other side is asked whether it has changed. */
  maxAge?: number | undefined
  /** Ask nobody: what is kept counts, however old. */
  offline?: boolean | undefined
  /** Bytes that are taken at most; 16 MB if left out. */
  maxBytes?: number | undefined
  /** Bytes that it may unpack to; 64 MB if left out. */
  maxUnpackedBytes?: number | undefined
  /** Take `http:`, too. */
  allowHttp?: boolean | undefined
  /** Ask machines of the own network, too. */
  allowPrivate?: boolean | undefined
}

/** How to fetch an inventory. */
export interface FetchInventoryOptions extends FetchInventoryRules {
  /** Where the documentation stands; the inventory's own folder, after redirects, if left out. */
  baseUrl?: string | undefined
}

/** Sphinx's `objects.inv`, or mystmd's `myst.xref.json`, which alone begins with a brace. */
function readInventory(bytes: Uint8Array, options: ReadObjectsInvOptions): ExternalInventory {
  const json = /^\ufeff?\s*\{/.test(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.subarray(0, 64)))
  return json ? readMystXref(new TextDecoder().decode(bytes), options) : readObjectsInv(bytes, options)
}

/**
 * Read an `objects.inv` or `myst.xref.json` from a file; of a folder, as a site that was built, the one that is
 * there. What cannot be read gives an inventory without entries and a message.
 *
 * @example
 * const python = await readInventoryFile('python.inv', {baseUrl: 'https://docs.python.org/3/'})
 */
export async function readInventoryFile(
  path: string,
  {baseUrl}: ReadInventoryOptions
): Promise<ExternalInventory> {
  try {
    return readInventory(await readFile(fileIn(path)), {baseUrl})
  } catch (error) {
    return unreadable(baseUrl, `the inventory ${path} cannot be read: ${reasonOf(error)}`)
  }
}

/** What sites call their inventory, the one with titles first. */
const usualNames = ['objects.inv', 'myst.xref.json']

/** The inventory of a folder that has one; else the path as it is. */
function fileIn(path: string): string {
  return usualNames.map((name) => join(path, name)).find((file) => existsSync(file)) ?? path
}

/**
 * Fetch an `objects.inv` or `myst.xref.json`; of a folder, the one that is there. Where that fails the kept copy
 * counts, else there are no entries; one message says why.
 *
 * @example
 * const python = await fetchInventory('https://docs.python.org/3/objects.inv', {cache: '.cache/inventories'})
 * const guide = await fetchInventory('https://mystmd.org/guide/')
 */
export async function fetchInventory(
  url: string,
  options: FetchInventoryOptions = {}
): Promise<ExternalInventory> {
  const {pathname = '.', origin = ''} = URL.canParse(url) ? new URL(url) : {}
  // A file has an ending.
  if (pathname.slice(pathname.lastIndexOf('/')).includes('.')) return fetchFile(url, options)
  let first: ExternalInventory | undefined
  for (const name of usualNames) {
    const inventory = await fetchFile(`${origin}${pathname.replace(/\/?$/, '/')}${name}`, options)
    if (inventory.entries.length > 0) return inventory
    first ??= inventory
  }
  return first ?? fetchFile(url, options)
}

async function fetchFile(url: string, options: FetchInventoryOptions): Promise<ExternalInventory> {
  const {baseUrl, cache, maxAge = 86_400_000, offline = false, maxUnpackedBytes} = options
  const kept = cache === undefined ? undefined : await readCache(cache, url)
  const read = (bytes: Uint8Array, from: string): ExternalInventory =>
    readInventory(bytes, {
      baseUrl: baseUrl ?? folderOfUrl(from),
      ...(maxUnpackedBytes === undefined ? {} : {maxBytes: maxUnpackedBytes})
    })
  const age = kept ? Date.now() - kept.checked : Number.POSITIVE_INFINITY
  // A clock that was set back makes a copy of the future.
  if (kept && (offline || (age >= 0 && age < maxAge))) return read(kept.bytes, kept.from)
  /** The kept copy with the reason why it is not a new one. */
  const fallBack = (reason: string): ExternalInventory => {
    if (!kept) return unreadable(baseUrl ?? folderOfUrl(url), reason)
    const day = new Date(kept.checked).toISOString().slice(0, 10)
    const old = read(kept.bytes, kept.from)
    const {messages} = unreadable(old.baseUrl, `${reason}; the copy of ${day} is used`)
    return {...old, messages}
  }
  if (offline) return fallBack(`${url} is not fetched offline, and no copy of it is kept`)
  try {
    const fetched = await fetchBytes(
      url,
      {
        timeout: options.timeout ?? 10_000,
        maxBytes: options.maxBytes ?? 16 * 1024 * 1024,
        allowHttp: options.allowHttp ?? false,
        allowPrivate: options.allowPrivate ?? false
      },
      {
        ...(kept?.etag && {'if-none-match': kept.etag}),
        ...(kept?.lastModified && {'if-modified-since': kept.lastModified})
      }
    )
    const bytes = fetched.bytes ?? kept?.bytes
    if (!bytes) return fallBack(`${url} cannot be fetched: it answers 304, which nobody asked for`)
    const inventory = read(bytes, fetched.url)
    const wrong = inventory.messages.find(({fatal}) => fatal === false)
    // An error page, or half a file, is no reason to forget the good one.
    if (wrong && kept) return fallBack(`${url} cannot be read: ${wrong.reason}`)
    if (cache !== undefined && !wrong)
      await writeCache(cache, {
        url,
        from: fetched.url,
        checked: Date.now(),
        bytes,
        etag: fetched.etag ?? (fetched.bytes ? undefined : kept?.etag),
        lastModified: fetched.lastModified ?? (fetched.bytes ? undefined : kept?.lastModified)
      })
    return inventory
  } catch (error) {
    return fallBack(`${url} cannot be fetched: ${reasonOf(error)}`)
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

function unreadable(baseUrl: string, reason: string): ExternalInventory {
  const message = new VFileMessage(reason, {ruleId: 'inventory-unreadable', source: 'myst'})
  message.fatal = false
  return {project: '', version: '', baseUrl, entries: [], messages: [message]}
}
