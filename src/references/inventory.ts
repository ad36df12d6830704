/** The project's inventory: all pages' records joined, and the inventories of other projects. */

import {docname, encodePath, relativeUrl} from '../names/paths.js'
import type {Elsewhere} from './bearers.js'
import type {CitationIndex} from './citations.js'
import {type ExternalIndex, externalIndex} from './external.js'
import {grouped} from './grouped.js'
import type {MystXrefReference} from './myst-xref.js'
import {type Flavour, type Numbering, numberRules} from './number-config.js'
import {createNumbers, type Numbers} from './numbers.js'
import {type ObjectIndex, objectIndex} from './objects.js'
import type {ExternalInventory, InventoryEntry} from './objects-inv.js'
import {mystReferences, ownEntries} from './own-entries.js'
import {readingOrder} from './page-order.js'
import type {
  AnchorRecord,
  HeadingRecord,
  ObjectRecord,
  PageRecord,
  TargetRecord,
  TermRecord
} from './record.js'
import type {UrlSchemes} from './resolve-scheme.js'
import {type SearchHit, type SearchSource, searchEntries} from './search-entries.js'

/** One page as the resolver asks for it. */
export interface PageIndex {
  record: PageRecord
  /** By normalised label. */
  explicit: ReadonlyMap<string, TargetRecord>
  /** By id or anchor. */
  implicit: ReadonlyMap<string, HeadingRecord>
  /** By id, of targets. */
  ids: ReadonlyMap<string, TargetRecord>
  /** By id, of terms and objects. */
  defined: ReadonlyMap<string, TermRecord | ObjectRecord>
  /** Ids of raw HTML. */
  anchors: ReadonlyMap<string, AnchorRecord>
}

/** Everything that a reference can lead to. */
export interface Inventory {
  /** In the order in which they were given. */
  readonly pages: ReadonlyMap<string, PageIndex>
  /** Pages by docname. */
  readonly docs: ReadonlyMap<string, PageIndex>
  /** Pages by docname, whatever its case. */
  docsAnyCase(name: string): readonly PageIndex[]
  /** By normalised label, in the order of the toctrees, or of the pages where there is none: the first keeps it. */
  readonly labels: ReadonlyMap<string, readonly TargetRecord[]>
  readonly numbers: Numbers
  readonly flavour: Flavour
  /** Schemes of addresses that stand for another, lower-case. */
  readonly urlSchemes: UrlSchemes
  /** Whether raw HTML is read, so that its ids and addresses are those of the page. */
  readonly rawHtml: boolean
  /** Finds what to suggest beside near names. */
  readonly elsewhere: Elsewhere | undefined
  /** The works that its pages cite, if it has a bibliography; read when the first page asks. */
  readonly citations: CitationIndex | undefined
  /** Terms and objects of the project's pages. */
  readonly objects: ObjectIndex
  /** By key, in the order of the configuration. */
  readonly external: ReadonlyMap<string, ExternalIndex>
  /** What the project offers to others: `writeObjectsInv` makes an `objects.inv` of it. */
  entries(): InventoryEntry[]
  /** The same for `writeMystXref`. */
  mystReferences(): MystXrefReference[]
  /** Entries of the project and of all inventories by letters, words or a pattern with `*`, the likeliest first. */
  search(text: string, options?: {limit?: number | undefined}): SearchHit[]
  /** The address of a place as seen from a page. */
  href(from: string, page: string, id?: string): string
  /** The address of a file of the project as seen from a page. */
  fileHref(from: string, path: string): string
}

export interface InventoryOptions {
  records: readonly PageRecord[]
  external: Readonly<Record<string, ExternalInventory>>
  /** Where a page's HTML stands, from the root. */
  url: (page: string) => string
  /** Before every address inside the project; left out, addresses are relative. */
  base?: string | undefined
  numbering?: Numbering | undefined
  flavour?: Flavour | undefined
  urlSchemes?: UrlSchemes | undefined
  /** Makes the works that pages cite of their records. */
  citations?: ((pages: readonly PageRecord[]) => CitationIndex | undefined) | undefined
  /** The page that all others hang on; `index` or the first if left out. */
  index?: string | undefined
  /** Whether raw HTML is read as such, so that its ids are places. */
  rawHtml?: boolean | undefined
  elsewhere?: Elsewhere | undefined
}

/** Join the records. Linear in their size. */
export function createInventory(options: InventoryOptions): Inventory {
  const {records, external, url, base, numbering, flavour = 'sphinx', index: root} = options
  const pages = new Map<string, PageIndex>()
  const docs = new Map<string, PageIndex>()
  for (const record of records) {
    const index = pageIndex(record, options.rawHtml)
    pages.set(record.page, index)
    docs.set(docname(record.page), index)
  }
  const finder = {pages, docs}
  // Readers meet first what the toctrees list first.
  const ordered = records.some(({tocs}) => tocs.length > 0) ? [...readingOrder(finder, root)] : records
  // A label of an included file leads to that file's own page, if it is one.
  const targets = ordered.flatMap((record) => record.targets)
  const own = targets.filter((target) => target.position?.file === undefined)
  const included = targets.filter((target) => target.position?.file !== undefined)
  const labels = grouped([...own, ...included], (target) => target.identifier)
  const address = (from: string, to: string): string =>
    base === undefined ? relativeUrl(url(from), to) : `${base.replace(/\/$/, '')}/${to}`
  let folded: Map<string, PageIndex[]> | undefined
  const docsAnyCase = (name: string): readonly PageIndex[] => {
    folded ??= grouped(pages.values(), ({record}) => docname(record.page).toLowerCase())
    return folded.get(name.toLowerCase()) ?? []
  }
  const entries = (): InventoryEntry[] => ownEntries(ordered, url)
  let citations: {index: CitationIndex | undefined} | undefined
  return {
    entries,
    mystReferences: () => mystReferences(records, url),
    search: (text, {limit} = {}) =>
      searchEntries(
        [
          [undefined, entries()],
          ...Object.entries(external).map(([key, inventory]): SearchSource => [key, inventory.entries])
        ],
        text,
        limit
      ),
    pages,
    docs,
    docsAnyCase,
    labels,
    flavour,
    urlSchemes: options.urlSchemes ?? {},
    rawHtml: options.rawHtml ?? false,
    elsewhere: options.elsewhere,
    get citations() {
      citations ??= {index: options.citations?.(ordered)}
      return citations.index
    },
    numbers: createNumbers({
      finder,
      rules: numberRules(numbering, flavour),
      ...(root ? {index: root} : {})
    }),
    objects: objectIndex(ordered),
    external: new Map(
      Object.entries(external).map(([key, inventory]) => [key, externalIndex(key, inventory)])
    ),
    href(from, page, id) {
      const fragment = id === undefined ? '' : `#${encodeFragment(id)}`
      return from === page && fragment ? fragment : address(from, url(page)) + fragment
    },
    fileHref: (from, path) => address(from, encodePath(path))
  }
}

function pageIndex(record: PageRecord, rawHtml = false): PageIndex {
  const implicit = new Map<string, HeadingRecord>()
  for (const heading of record.headings) {
    for (const anchor of heading.anchors) if (!implicit.has(anchor)) implicit.set(anchor, heading)
  }
  return {
    record,
    explicit: new Map(record.targets.map((target) => [target.identifier, target])),
    defined: new Map([...record.terms, ...record.objects].map((each) => [each.id, each])),
    anchors: new Map(rawHtml ? record.anchors.map((each) => [each.id, each]) : []),
    ids: new Map(record.targets.map((target) => [target.id, target])),
    implicit
  }
}

/** Ids hold no white space, but a percent sign would read as an escape. */
function encodeFragment(id: string): string {
  return id.replaceAll('%', '%25')
}
