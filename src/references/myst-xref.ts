/** Reads and writes `myst.xref.json`, the inventory of mystmd. */
import {VFileMessage} from 'vfile-message'
import type {ExternalInventory, InventoryEntry} from './objects-inv.js'

/** One line of a `myst.xref.json`. */
export interface MystXrefReference {
  /** Left out for pages without a label. */
  identifier?: string | undefined
  /** The id in the page, where it is not the identifier. */
  html_id?: string | undefined
  /** `page`, `heading`, `figure` …; `domain:type` where it was converted from an `objects.inv`. */
  kind: string
  /** Address of the page's content as JSON. */
  data: string
  /** Address of the page, with a slash in front. */
  url: string
  /** Whether it is a heading that nobody labelled. */
  implicit?: boolean | undefined
  /** What it is called, where it was converted from an `objects.inv`; mystmd asks the page itself. */
  title?: string | undefined
}

/** A `myst.xref.json`: an inventory like any other, and what stood in the file. */
export interface MystXref extends ExternalInventory {
  /** Of the format. */
  format: string
  /** Of the mystmd that wrote it. */
  myst?: string | undefined
  references: MystXrefReference[]
}

/**
 * Read a `myst.xref.json`.
 *
 * Pages are there as documents, all else as labels, so that roles, `inv:` and `xref:` links find them as they find
 * entries of Sphinx. Nothing in the text makes it throw.
 *
 * @example
 * createProject({pages, inventories: {guide: readMystXref(json, {baseUrl: 'https://guide.example'})}})
 */
export function readMystXref(json: string, {baseUrl}: {baseUrl: string}): MystXref {
  const messages: VFileMessage[] = []
  const result: MystXref = {
    project: '',
    version: '',
    baseUrl,
    entries: [],
    messages,
    format: '1',
    references: []
  }
  const report = (reason: string): void => {
    const message = new VFileMessage(`${baseUrl || 'myst.xref.json'}: ${reason}`, {
      ruleId: 'inventory-unreadable',
      source: 'myst'
    })
    message.fatal = false
    messages.push(message)
  }
  const content = parseJson(json.replace(/^\ufeff/, ''))
  if (!isRecord(content) || !Array.isArray(content.references)) {
    report('this is no myst.xref.json: it has no list "references"; check the address')
    return result
  }
  if (typeof content.version === 'string') result.format = content.version
  if (typeof content.myst === 'string') result.myst = content.myst
  const good = content.references.filter(isReference)
  const left = content.references.length - good.length
  if (left > 0) report(`left out ${left} references without kind and url; build the site again`)
  result.references = good
  result.entries = good.flatMap(entriesOf)
  return result
}

/**
 * Write a `myst.xref.json`; what was read is written back equal.
 *
 * @example
 * writeMystXref({format: '1', references: project.inventory.mystReferences()})
 */
export function writeMystXref({
  format,
  myst,
  references
}: Pick<MystXref, 'format' | 'myst' | 'references'>): string {
  return JSON.stringify({version: format, ...(myst === undefined ? {} : {myst}), references})
}

/**
 * The entries of an `objects.inv` as a `myst.xref.json` has them. Priorities are left out: it has none.
 *
 * @example
 * writeMystXref({format: '1', references: toMystReferences(readObjectsInv(bytes, {baseUrl}).entries)})
 */
export function toMystReferences(entries: readonly InventoryEntry[]): MystXrefReference[] {
  return entries.map(({domain, type, name, uri, displayName}): MystXrefReference => {
    const hash = uri.indexOf('#')
    const id = hash === -1 ? undefined : uri.slice(hash + 1)
    const url = `/${hash === -1 ? uri : uri.slice(0, hash)}`
    const place = {
      data: `/${documentOf(url)}.json`,
      url,
      ...(displayName === name ? {} : {title: displayName})
    }
    if (domain === 'std' && type === 'doc' && name === documentOf(url)) return {kind: 'page', ...place}
    const kind =
      domain !== 'std' || type !== 'label' ? `${domain}:${type}` : id === undefined ? 'page' : 'heading'
    return {
      identifier: name,
      ...(id === undefined || (id === name && kind === 'heading') ? {} : {html_id: id}),
      kind,
      ...place
    }
  })
}

/** The name of the page at an address. */
function documentOf(url: string): string {
  return url.replace(/^\/+|(?<!\/)\/+$|\.html$/g, '') || 'index'
}

/** Kinds of mystmd's own that look like a domain and its type. */
const ownKinds = /^(?:proof|admonition|container|exercise|solution):/

function entriesOf({identifier, html_id: htmlId, kind, url, title}: MystXrefReference): InventoryEntry[] {
  const page = url.replace(/^\/+/, '')
  const std = {domain: 'std', priority: -1}
  if (identifier === undefined) {
    const name = documentOf(url)
    return kind === 'page' ? [{...std, type: 'doc', name, uri: page, displayName: title ?? name}] : []
  }
  const [, domain, type] = (!ownKinds.test(kind) && /^([^:]+):(.+)$/.exec(kind)) || []
  const whole = kind === 'page' || (domain !== undefined && htmlId === undefined)
  const uri = whole ? page : `${page}#${htmlId ?? identifier}`
  const named = {name: identifier, uri, displayName: title ?? identifier}
  return domain === undefined || type === undefined
    ? [{...std, type: 'label', ...named}]
    : [{domain, type, priority: domain === 'std' ? -1 : 1, ...named}]
}

function isReference(value: unknown): value is MystXrefReference {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    typeof value.url === 'string' &&
    isTextOrNothing(value.identifier) &&
    isTextOrNothing(value.html_id) &&
    isTextOrNothing(value.title)
  )
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return
  }
}
