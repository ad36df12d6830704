/** Addresses in the pages of a site that no reference answered: those of raw HTML. */
import type {Nodes} from 'hast'
import type {Root} from 'mdast'
import type {Position} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {decodeEscapes, folderOf, projectPath, relativeUrl} from '../names/paths.js'
import {toMessage} from '../pipeline/messages.js'
import type {MessageRule} from '../pipeline/options.js'
import {weighFaults} from '../pipeline/severity.js'

/** An address as it stands in a page. */
export interface PlacedAddress {
  address: string
  position?: Position | undefined
  page: string
  /** Where the page is written. */
  file: string
}

const attributes = ['href', 'src', 'poster'] as const

/** All addresses of a page that lead to files of the site. */
export function addressesIn(tree: Nodes): Pick<PlacedAddress, 'address' | 'position'>[] {
  const out: Pick<PlacedAddress, 'address' | 'position'>[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element')
      for (const name of attributes) {
        const address = node.properties[name]
        // What begins with a slash belongs to the host, which may have more than the site.
        if (typeof address === 'string' && !/^(?:[a-z][a-z\d+.-]*:|[/#?]|$)/i.test(address))
          out.push({address, ...(node.position ? {position: node.position} : {})})
      }
    if ('children' in node) stack.push(...[...node.children].reverse())
  }
  return out
}

const empty: Root = {type: 'root', children: []}

/** What there is to lead to. */
export interface SiteFiles {
  /** Whether the site has a file. */
  has(path: string): boolean
  /** Whether the project has a file. */
  find(path: string): boolean
  /** Where a page is written. */
  pageAt(path: string): string | undefined
  /** Whether a message of the page speaks of a path. */
  isSaid(page: string, path: string): boolean
  rules?: readonly MessageRule[] | undefined
}

/** Files that the site is still to be given, and what leads nowhere. */
export function lookUpAddresses(
  addresses: readonly PlacedAddress[],
  {has, find, pageAt, isSaid, rules}: SiteFiles
): {wanted: {path: string; page: string}[]; messages: VFileMessage[]} {
  const wanted: {path: string; page: string}[] = []
  const messages: VFileMessage[] = []
  const known = new Map<string, boolean>()
  for (const {address, page, file, position} of addresses) {
    const path = decodeEscapes(/^[^?#]*/.exec(address)?.[0] ?? '')
    const target = projectPath(file, path)
    const key = `${folderOf(file)}\n${path}`
    const old = known.get(key)
    if (old !== undefined && old) continue
    const is = target !== undefined && (has(target) || has(`${target ? `${target}/` : ''}index.html`))
    const copied = !is && target !== undefined && path !== '' && pageAt(target) === undefined && find(target)
    if (copied) wanted.push({path: target, page})
    known.set(key, is || copied)
    if (is || copied || isSaid(page, target ?? address) || isSaid(page, address)) continue
    const made = pageAt(projectPath(page, path) ?? path)
    const cure = made === undefined ? '' : `; the page is at "${relativeUrl(file, made)}"`
    const reason = `"${address}" leads to no file of the site${cure}`
    const fault = {ruleId: 'dead-address', reason}
    for (const weighed of weighFaults([fault], page, empty, rules, address))
      messages.push(toMessage({...weighed, position}, page))
  }
  return {wanted, messages}
}
