/** What the project offers to others, as an inventory has it. */
import {plainLine} from '../ast/tree.js'
import {docname} from '../names/paths.js'
import {compareEntries} from './compare-entries.js'
import type {MystXrefReference} from './myst-xref.js'
import type {InventoryEntry} from './objects-inv.js'
import type {PageRecord} from './record.js'

/**
 * Entries as Sphinx would have them: pages, labels, terms and objects; labels without a title too, which links with
 * a text of their own can use.
 *
 * @param url where a page's HTML stands, from the root.
 */
export function ownEntries(records: Iterable<PageRecord>, url: (page: string) => string): InventoryEntry[] {
  const out: InventoryEntry[] = []
  const labels = new Set<string>()
  for (const record of records) {
    const page = docname(record.page)
    const std = {domain: 'std', priority: -1}
    const at = (id: string): string => `${url(record.page)}#${id}`
    out.push({...std, name: page, type: 'doc', uri: url(record.page), displayName: record.titleText ?? page})
    for (const {identifier, id, kind, title} of record.targets) {
      // Sphinx keeps equations apart; the first page that defines a label keeps it.
      if (kind === 'math' || labels.has(identifier)) continue
      labels.add(identifier)
      const displayName = title ? plainLine(title) : ''
      out.push({...std, name: identifier, type: 'label', uri: at(id), displayName: displayName || identifier})
    }
    for (const {term, id} of record.terms)
      out.push({...std, name: term, type: 'term', uri: at(id), displayName: term})
    for (const {domain, type, name, id, display} of record.objects) {
      const priority = type === 'module' ? 0 : type === 'token' ? -1 : 1
      out.push({domain, type, name, priority, uri: at(id), displayName: display ?? name})
    }
  }
  return out.sort(compareEntries)
}

/** The same as mystmd has it: pages, labelled blocks and all headings. */
export function mystReferences(
  records: Iterable<PageRecord>,
  url: (page: string) => string
): MystXrefReference[] {
  return [...records].flatMap((record): MystXrefReference[] => {
    const address = `/${url(record.page)}`
    const place = {data: `/${docname(record.page)}.json`, url: address}
    const labelled = new Set(record.targets.map((target) => target.id))
    const named = (identifier: string, id: string) =>
      identifier === id ? {identifier} : {identifier, html_id: id}
    return [
      {kind: 'page', ...place},
      ...record.targets.map(({identifier, id, kind}) => ({...named(identifier, id), kind, ...place})),
      ...record.headings
        .filter(({id}) => !labelled.has(id))
        .map(({id}) => ({identifier: id, kind: 'heading', ...place, implicit: true})),
      ...record.terms.map(({id}) => ({identifier: id, kind: 'term', ...place}))
    ]
  })
}
