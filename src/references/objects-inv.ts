import {Inflate, strFromU8} from 'fflate'
import {VFileMessage} from 'vfile-message'

/** One object that another project offers to link to. */
export interface InventoryEntry {
  /** As it is referred to: a docname, a label, a dotted Python name. May contain spaces. */
  name: string
  /** The Sphinx domain: `std`, `py`, `c` … */
  domain: string
  /** The object type within the domain. May contain colons: `directive:option`. */
  type: string
  /** Weight in a search: 1 normal, 0 important, 2 unimportant, -1 hidden. Links take no notice of it. */
  priority: number
  /** Where it is, relative to the base URL, `$` expanded; empty for the root page of some sites. */
  uri: string
  /** What a link without text of its own shows; the name where the inventory has `-`. */
  displayName: string
}

/** What an `objects.inv` says, as far as it could be read. */
export interface ExternalInventory {
  project: string
  version: string
  /** As the caller gave it: entries' URIs are relative to it, and are not joined here. */
  baseUrl: string
  /** In the file's order, repeated names included: which of them counts is for whoever looks one up. */
  entries: InventoryEntry[]
  messages: VFileMessage[]
}

/** How to read an `objects.inv`. */
export interface ReadObjectsInvOptions {
  /** Where the documentation stands that the inventory belongs to. */
  baseUrl: string
  /** Reading stops when the inventory has unpacked to more bytes than this. 64 MB where left out. */
  maxBytes?: number
}

type Report = (ruleId: string, reason: string) => void

// fflate cannot stop within a push: with pieces of this size at most 17 MB go beyond the limit.
const PIECE = 16_384
// A stored block gives nothing until all of its 64 kB are there; silence for longer is the stream's end.
const SILENT_PIECES = 8

/**
 * Reads a Sphinx inventory, version 1 or 2.
 *
 * Nothing in the bytes makes it throw: a fault is a message in the result, beside the entries that could be
 * read all the same.
 *
 * @example
 * ```ts
 * const python = readObjectsInv(bytes, {baseUrl: 'https://docs.python.org/3/'})
 * python.entries.find((d) => d.name === 'os.path.join')?.uri // 'library/os.path.html#os.path.join'
 * ```
 */
export function readObjectsInv(bytes: Uint8Array, options: ReadObjectsInvOptions): ExternalInventory {
  // The tag, not `instanceof`: bytes from a worker, a frame or a test environment have another constructor.
  if (Object.prototype.toString.call(bytes) !== '[object Uint8Array]') {
    throw new TypeError('readObjectsInv: bytes must be a Uint8Array')
  }
  const {baseUrl, maxBytes = 64 * 1024 * 1024} = options ?? {}
  if (typeof baseUrl !== 'string') throw new TypeError('readObjectsInv: options.baseUrl must be a string')
  if (!(maxBytes > 0)) throw new TypeError('readObjectsInv: options.maxBytes must be a number above 0')

  const messages: VFileMessage[] = []
  const report: Report = (ruleId, reason) => {
    const message = new VFileMessage(`${baseUrl || 'objects.inv'}: ${reason}`, {ruleId, source: 'myst'})
    // A line is lost on other people's site: if it matters here, a reference that it leaves open says so too.
    message.fatal = ruleId === 'inventory-line' ? undefined : false
    messages.push(message)
  }
  const result: ExternalInventory = {project: '', version: '', baseUrl, entries: [], messages}

  const [first = ''] = headerLines(bytes, 1).lines
  const format = /^# Sphinx inventory version (.*)$/.exec(first)?.[1]
  if (format !== '1' && format !== '2') {
    report('inventory-unreadable', notAnInventory(bytes, format))
    return result
  }
  const {lines, next} = headerLines(bytes, format === '1' ? 3 : 4)
  for (const line of lines) {
    if (line.startsWith('# Project:')) result.project = line.slice(10).trim()
    if (line.startsWith('# Version:')) result.version = line.slice(10).trim()
  }
  if (next === undefined) {
    report('inventory-truncated', 'the inventory ends within its first lines; download it again')
    return result
  }

  const packed = bytes.subarray(next)
  const body = format === '1' ? {bytes: packed, whole: true} : unpack(packed, maxBytes, report)
  const text = strFromU8(body.bytes)
  // Where the stream broke off, so did its last line: a title there is half a title.
  const cut = body.whole ? text.length : text.lastIndexOf('\n') + 1
  const complete = text.slice(0, cut)
  if (complete.includes('\uFFFD')) {
    report('inventory-encoding', 'names that are not UTF-8 have a � in them; build the inventory again')
  }
  result.entries = readEntries(complete, format === '1' ? parseEntryV1 : parseEntry, report)
  const half = parseEntry(text.slice(cut))
  if (half) result.entries.push({...half, displayName: half.name})
  return result
}

/** The first lines, and where the one after them starts, unless the file ends before. */
function headerLines(bytes: Uint8Array, count: number): {lines: string[]; next: number | undefined} {
  const lines: string[] = []
  let at = 0
  while (lines.length < count) {
    const newline = bytes.indexOf(10, at)
    // Decoding drops a byte order mark, trimming what stands before the line feed.
    lines.push(strFromU8(bytes.subarray(at, newline === -1 ? bytes.length : newline)).trimEnd())
    if (newline === -1) return {lines, next: undefined}
    at = newline + 1
  }
  return {lines, next: at}
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

function notAnInventory(bytes: Uint8Array, format: string | undefined): string {
  if (format !== undefined) {
    return `inventory version "${format.slice(0, 20)}" is unknown, only 1 and 2 are read; build it with a released Sphinx`
  }
  const start = strFromU8(bytes.subarray(0, 64)).trimStart()
  if (start === '') return 'the file is empty; download objects.inv again'
  if (start.startsWith('<')) {
    return 'this is a web page, not an inventory; check the address: objects.inv stands beside the front page'
  }
  if (start.startsWith('{')) {
    return 'this is JSON, not objects.inv; if it is the myst.xref.json of a mystmd site, give it as such'
  }
  if (isGzip(bytes)) return 'this is a gzip file, not an inventory; unpack it first'
  return 'the first line is not "# Sphinx inventory version 2", so this is no inventory; check the address'
}

/** Inflates a zlib stream as far as it goes and as far as the limit allows. */
function unpack(packed: Uint8Array, maxBytes: number, report: Report): {bytes: Uint8Array; whole: boolean} {
  const [method = 0, flags = 0] = packed
  // RFC 1950: method 8, a window of at most 32 kB, a header divisible by 31, no preset dictionary.
  const isZlib = (method & 0x8f) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0
  if (packed.length >= 2 && !isZlib) {
    report(
      'inventory-unreadable',
      `the entries are not packed with zlib${isGzip(packed) ? ' but with gzip' : ''}; build the inventory again, or run \`sphobjinv convert zlib\` on its text`
    )
    return {bytes: new Uint8Array(0), whole: true}
  }

  const parts: Uint8Array[] = []
  let size = 0
  let silent = 0
  const stream = new Inflate((part) => {
    silent = part.length === 0 ? silent + 1 : 0
    size += part.length
    parts.push(part)
  })
  try {
    for (let at = 2; at < packed.length && size <= maxBytes && silent < SILENT_PIECES; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE))
    }
  } catch {
    // Damaged from here on. The checksum below tells, and what came before is kept.
  }
  const bytes = new Uint8Array(Math.min(size, maxBytes))
  let filled = 0
  for (const part of parts) {
    bytes.set(part.subarray(0, bytes.length - filled), filled)
    filled += part.length
  }
  if (size > maxBytes) {
    report(
      'inventory-too-large',
      `the inventory unpacks to more than ${maxBytes} bytes, and is read up to there; raise maxBytes if you trust it`
    )
    return {bytes, whole: false}
  }
  const whole = hasChecksum(packed, bytes)
  if (!whole) report('inventory-truncated', 'cut short or damaged: entries may be missing; download it again')
  return {bytes, whole}
}

/**
 * Whether the stream ends with the Adler-32 checksum of what it held. fflate does not say where a stream ended, and
 * servers add bytes after it: so look back from the end.
 */
function hasChecksum(packed: Uint8Array, bytes: Uint8Array): boolean {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  const checksum = b * 65_536 + a
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  for (let at = packed.length - 4; at >= 2; at--) if (view.getUint32(at) === checksum) return true
  return false
}

function readEntries(text: string, parse: typeof parseEntry, report: Report): InventoryEntry[] {
  const entries: InventoryEntry[] = []
  let faults = 0
  let example = ''
  let number = 0
  for (let start = 0; start < text.length; ) {
    // Only here does a line end: names may contain what else Unicode calls a line end.
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end)
    const entry = parse(line)
    start = end + 1
    number++
    if (entry) {
      entries.push(entry)
    } else if (line.trim() !== '') {
      faults++
      example ||= `line ${number}, "${line.length > 60 ? `${line.slice(0, 60)}…` : line.trimEnd()}"`
    }
  }
  // One message for all: the inventories that mystmd writes break long titles over hundreds of lines.
  if (faults > 0) {
    const lines = faults === 1 ? example : `${faults} lines, the first of them ${example}`
    report(
      'inventory-line',
      `left out ${lines}: an entry is "name domain:type priority uri title"; its makers can build it again if you miss a name`
    )
  }
  return entries
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

function wordEnd(line: string, at: number, end: number): number {
  while (at < end && !isSpace(line.charCodeAt(at))) at++
  return at
}

function spaceEnd(line: string, at: number, end: number): number {
  while (at < end && isSpace(line.charCodeAt(at))) at++
  return at
}

/**
 * `name domain:type priority uri title`.
 *
 * The name may contain spaces and numbers, so it ends before the first word with a colon that a number follows
 * ("Part 2 of 3 std:label -1 …"). Sphinx looks for the number first, and loses such names. A scan, as the regular
 * expression for this is quadratic at best.
 */
function parseEntry(line: string): InventoryEntry | undefined {
  let end = line.length
  while (end > 0 && isSpace(line.charCodeAt(end - 1))) end--
  for (let at = spaceEnd(line, 0, end); at < end; ) {
    const nameEnd = wordEnd(line, at, end)
    const typeStart = spaceEnd(line, nameEnd, end)
    const typeEnd = wordEnd(line, typeStart, end)
    at = typeStart
    const type = line.slice(typeStart, typeEnd)
    const colon = type.indexOf(':')
    if (colon < 1 || colon === type.length - 1) continue

    const priorityStart = spaceEnd(line, typeEnd, end)
    const priorityEnd = wordEnd(line, priorityStart, end)
    const priority = line.slice(priorityStart, priorityEnd)
    if (!/^-?\d+$/.test(priority)) continue

    // A single space: a second one says that the URI is empty, as it is for the root page of some sites.
    const uriStart = priorityEnd + 1
    const uriEnd = wordEnd(line, uriStart, end)
    const titleStart = spaceEnd(line, uriEnd, end)
    if (titleStart >= end) continue

    const name = line.slice(0, nameEnd)
    const uri = line.slice(uriStart, uriEnd)
    const title = line.slice(titleStart, end)
    return {
      name,
      domain: type.slice(0, colon),
      type: type.slice(colon + 1),
      priority: Math.max(-1e9, Math.min(1e9, Number(priority))),
      uri: uri.endsWith('$') ? uri.slice(0, -1) + name : uri,
      displayName: title === '-' ? name : title
    }
  }
  return undefined
}

/** `name type page`, all of Python, from before 2010. */
function parseEntryV1(line: string): InventoryEntry | undefined {
  const [, name, type, page] = /^(\S+)\s+(\S+)\s+(\S.*)$/.exec(line.trim()) ?? []
  if (name === undefined || type === undefined || page === undefined) return undefined
  const entry = {name, domain: 'py', priority: 1, displayName: name}
  return type === 'mod'
    ? {...entry, type: 'module', uri: `${page}#module-${name}`}
    : {...entry, type, uri: `${page}#${name}`}
}
