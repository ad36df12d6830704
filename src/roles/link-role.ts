/** Roles of one's own whose text stands in an address: numbers of issues, names of packages. */
import type {CrossReference} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {defineRole, type Role} from './define.js'

/** Where a role leads. `%s` stands for the role's text, `%%` for a percent sign. */
export interface LinkRoleSpec {
  name: string
  url: string
  /** What is shown where the author writes no text; the address if left out. */
  caption?: string | undefined
}

/**
 * Define a role that leads to an address with the role's text in it, as `extlinks` of Sphinx does.
 *
 * @example
 * const issue = defineLinkRole({name: 'issue', url: 'https://tracker.example/%s', caption: '#%s'})
 */
export function defineLinkRole({name, url, caption}: LinkRoleSpec): Role {
  return defineRole({
    name,
    doc: `A link to ${url}.`,
    build({value, place, node}): CrossReference {
      const {text, textEnd, target, targetStart, targetEnd} = parseTextAndTarget(value)
      const position = place(targetStart, targetEnd)
      const address = fill(url, target)
      return {
        type: 'crossReference',
        kind: name,
        label: target,
        identifier: target,
        class: `extlink-${name}`,
        reference: {role: 'url', target: address, explicit: true, ...(position ? {position} : {})},
        children: [
          text === undefined
            ? textNode(caption === undefined ? address : fill(caption, target), position)
            : textNode(text, place(textEnd - text.length, textEnd))
        ],
        ...(node.position ? {position: node.position} : {})
      }
    }
  })
}

/** As Python's `%`. */
function fill(pattern: string, value: string): string {
  return pattern.replace(/%([%s])/g, (_, sign: string) => (sign === 's' ? value : '%'))
}
