/**
 * The engine makes links of addresses in running text and cannot be told not to. So one character of each is hidden
 * behind one that the page does not have, and put back in the tree.
 */
import type {Association, Nodes, Resource} from 'mdast'
import * as characters from './characters.js'
import type {PageLines} from './source-lines.js'
import {unsure} from './unsure.js'

/** Signs that mean nothing to the engine; where a page has all of them, those of private use, which cost more. */
const signs = [...'%QZXJqzKVWYHUjxGBDEFNOLkv', '\ue000', '\ue001', '\ue002']
const shown: readonly string[] = [':', '@', '.']

const address = /\b(?:https?|ftp|mailto|xmpp):|@|\bwww\./gi
const mayHide = /:\/\/|@|www\.|mailto:|xmpp:/i
/** Longer is no address between angles. */
const longest = 300

/** Hides the addresses of one page. */
export class HiddenAddresses {
  readonly #signs: readonly string[]

  constructor({text, all}: PageLines) {
    this.#signs = (all & characters.address) === 0 ? [] : signsFor(text)
  }

  /**
   * A line without addresses, of the same length; the line itself where it has none. Leaves the native road where
   * hiding would be seen.
   */
  hide(line: string): string {
    if (this.#signs.length === 0 || !mayHide.test(line)) return line
    if (/[*_~]@|@[*_~]|www\.[*_~]/i.test(line)) unsure('an address beside emphasis')
    return line.replace(address, (match, at: number) => {
      // An escape takes the character, which cannot be part of an address then.
      if (line[at - 1] === '\\') return match
      const last = match.slice(-1)
      // What stands behind an angle may be an autolink, and must not become HTML.
      if (/<[^<>\s]*$/.test(line.slice(Math.max(0, at - longest), at))) return match
      return match.slice(0, -1) + this.#signs[shown.indexOf(last)]
    })
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    let out = value
    for (let index = 0; index < this.#signs.length; index++)
      out = out.replaceAll(this.#signs[index] ?? '', shown[index] ?? '')
    return out
  }
}

/** Show what is hidden in the strings that the engine gives a node. */
export function showStrings(node: Nodes, addresses: HiddenAddresses): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      node.value = addresses.show(node.value)
      break
    case 'code':
      node.value = addresses.show(node.value)
      if (node.lang) node.lang = addresses.show(node.lang)
      if (node.meta) node.meta = addresses.show(node.meta)
      break
    case 'link':
      showResource(node, addresses)
      break
    case 'image':
      showResource(node, addresses)
      if (node.alt) node.alt = addresses.show(node.alt)
      break
    case 'definition':
      showResource(node, addresses)
      showLabel(node, addresses)
      break
    case 'imageReference':
      if (node.alt) node.alt = addresses.show(node.alt)
      showLabel(node, addresses)
      break
    case 'linkReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      showLabel(node, addresses)
  }
}

function showResource(node: Resource, addresses: HiddenAddresses): void {
  node.url = addresses.show(node.url)
  if (node.title) node.title = addresses.show(node.title)
}

function showLabel(node: Association, addresses: HiddenAddresses): void {
  node.identifier = addresses.show(node.identifier)
  if (node.label) node.label = addresses.show(node.label)
}

/** Signs that a text does not have; none where it has no addresses. */
function signsFor(text: string): readonly string[] {
  if (!mayHide.test(text)) return []
  const found: string[] = []
  for (const sign of signs) {
    if (!text.includes(sign)) found.push(sign)
    if (found.length === shown.length) return found
  }
  return unsure('every sign is taken')
}
