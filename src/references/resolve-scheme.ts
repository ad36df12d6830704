/** Addresses with a scheme that stands for another: `wiki:`, `doi:`, `rrid:`, `ror:`, `xref:`, and the project's own. */
import {own} from '../names/own.js'
import {decodeEscapes} from '../names/paths.js'
import {entryCandidate} from './candidates.js'
import type {InventoryEntry} from './objects-inv.js'
import type {Resolution} from './resolution.js'
import {missingAt, missingInventory} from './resolve-external.js'
import {choose, found, type Search, step} from './search.js'

/** What a scheme of the project stands for: an address with `{{path}}` and the like in it. */
export interface UrlScheme {
  url: string
  /** Text of a link without one. */
  title?: string | undefined
}

export type UrlSchemes = Readonly<Record<string, string | UrlScheme | null>>

/** By scheme: the address, and the text of a link without one. */
const builtIn: Readonly<Record<string, (name: string) => {url: string; text: string}>> = {
  wiki(name) {
    const [, language = 'en', title = name] = /^([a-z]{2,3}):(.+)$/s.exec(name) ?? []
    return {
      url: `https://${language}.wikipedia.org/wiki/${title.replaceAll(' ', '_')}`,
      text: title.replaceAll('_', ' ')
    }
  },
  doi: (name) => ({url: `https://doi.org/${name}`, text: `https://doi.org/${name}`}),
  rrid: (name) => ({url: `https://scicrunch.org/resolver/${name}`, text: `RRID: ${name}`}),
  ror: (name) => ({url: `https://ror.org/${name}`, text: `https://ror.org/${name}`})
}

/**
 * Resolve an address whose scheme stands for another.
 *
 * @param scheme of the address, in lower case.
 * @returns `undefined` where it stands for itself.
 */
export function resolveScheme(search: Search, target: string, scheme: string): Resolution | undefined {
  const rest = target.slice(scheme.length + 1)
  if (!rest) return
  const template = own(search.inventory.urlSchemes, scheme)
  if (template) {
    const {url, title} = typeof template === 'string' ? {url: template, title: undefined} : template
    return shortened(search, fill(url, target), title === undefined ? '' : fill(title, target))
  }
  if (scheme === 'xref') return resolveXref(search, rest)
  const expand = own(builtIn, scheme)
  if (expand) {
    const {url, text} = expand(rest)
    return shortened(search, url, text)
  }
  return search.inventory.flavour === 'mystmd' ? resolveKnown(search, target) : undefined
}

/** MyST-Parser's names for the parts of an address. */
function fill(template: string, uri: string): string {
  const [, scheme = '', netloc = '', path = '', query = '', fragment = ''] =
    /^([^:]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/s.exec(uri) ?? []
  const parts: Record<string, string> = {uri, scheme, netloc, path, params: '', query, fragment}
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => own(parts, name) ?? whole)
}

/** mystmd names what it knows shortly: issues and files of GitHub, articles of Wikipedia, research resources. */
function resolveKnown(search: Search, target: string): Resolution | undefined {
  const [, repository, kind, rest = ''] =
    /^https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(issues|pull|blob\/[^/]+)\/([^?#]+)/.exec(target) ?? []
  if (kind?.startsWith('blob')) return shortened(search, target, decodeEscapes(rest))
  const number = /^\d+/.exec(rest)?.[0]
  if (number !== undefined) return shortened(search, target, `${repository}#${number}`)
  const article = /^https?:\/\/(?:[a-z]+\.)?wikipedia\.org\/wiki\/([^/?]+)$/.exec(target)?.[1]
  if (article) return shortened(search, target, decodeEscapes(article).replaceAll('_', ' '))
  const resource = /^https?:\/\/scicrunch\.org\/resolver\/(?:RRID:)?(\w+)$/.exec(target)?.[1]
  return resource === undefined ? undefined : shortened(search, target, `RRID: ${resource}`)
}

function shortened(search: Search, url: string, text: string): Resolution {
  return found(search, {
    kind: 'address',
    url,
    remote: true,
    description: `address ${url}`,
    text: text ? [{type: 'text', value: text}] : []
  })
}

/** mystmd's `xref:key/page#id`: a page of another project, or something on it. */
function resolveXref(search: Search, rest: string): Resolution {
  const [, key = '', page = '', id] = /^([^/#]*)\/?([^#]*)(?:#(.*))?/s.exec(rest) ?? []
  const index = search.inventory.external.get(key)
  if (!index) return missingInventory(search, key, [], (meant) => `xref:${meant}${rest.slice(key.length)}`)
  const entries = index.inventory.entries.filter((entry) => isAt(entry, page, id))
  const answer = choose(
    search,
    entries.slice(0, 1).map((entry) => entryCandidate(index, entry)),
    `"xref:${rest}"`
  )
  step(search, `"xref:${rest}"`, entries[0])
  const reason = `${key} has nothing at "${rest.slice(key.length)}"; write xref:KEY/PAGE#ID as its inventory has them`
  return answer ?? missingAt(search, reason, id ?? page, [index])
}

function isAt({name, type, uri}: InventoryEntry, page: string, id: string | undefined): boolean {
  const [path = '', fragment] = uri.split('#')
  const place = path.replace(/\.html$/, '').replace(/(?:^|\/)$/, '')
  const onPage = page === '' || place === page || path === page || (type === 'doc' && name === page)
  if (id === undefined) return onPage && type === 'doc'
  return onPage && (name === id || fragment === id)
}
