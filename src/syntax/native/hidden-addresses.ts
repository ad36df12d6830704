/**
 * The engine makes links of addresses in running text and cannot be told not to. So one character of each is hidden
 * behind one that no page has, and put back in the tree.
 */
import {unsure} from './unsure.js'

const hidden: readonly (readonly [shown: string, hidden: string])[] = [
  [':', '\ue000'],
  ['@', '\ue001'],
  ['.', '\ue002']
]

const address = /(?<![<])\b(https?|ftp|mailto|xmpp):|@|\bwww\./gi
const mayHide = /:\/\/|@|www\.|mailto:|xmpp:/i

/** Whether a page has the characters that addresses are hidden behind, or a place where hiding would be seen. */
export function canHide(text: string): boolean {
  return !/[\ue000-\ue002]/.test(text) && !/[*_~]@|@[*_~]|www\.[*_~]/i.test(text)
}

/** A line without addresses, of the same length; the line itself where it has none. */
export function hideAddresses(line: string): string {
  if (!mayHide.test(line)) return line
  return line.replace(address, (match, _scheme, at: number) => {
    // An escape takes the character, which cannot be part of an address then.
    if (line[at - 1] === '\\') return match
    if (match !== '@') return match.slice(0, -1) + (match.endsWith(':') ? '\ue000' : '\ue002')
    // <a@b.c> stays an autolink.
    return /<[^<>\s]*$/.test(line.slice(0, at)) ? match : '\ue001'
  })
}

/** A string of the tree as the page has it. */
export function showAddresses(value: string): string {
  let out = value
  for (const [shown, sign] of hidden) if (out.includes(sign)) out = out.replaceAll(sign, shown)
  return out
}

/** Leave the native road where addresses cannot be hidden. */
export function checkAddresses(text: string): void {
  if (!canHide(text)) unsure('address beside emphasis')
}
