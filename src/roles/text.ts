/** Roles that say what a piece of text is. */
import type {PhrasingContent} from 'mdast'
import {text as textNode} from '../ast/tree.js'
import {defineRole, type Role} from './define.js'

const subscript = defineRole({
  name: 'sub',
  aliases: ['subscript'],
  content: 'inline',
  build: ({children}) => ({type: 'subscript', children})
})

const superscript = defineRole({
  name: 'sup',
  aliases: ['superscript'],
  content: 'inline',
  build: ({children}) => ({type: 'superscript', children})
})

/** Keys pressed together or in turn are drawn one by one, as Sphinx does: `Ctrl+Alt Del`. */
const keyboard = defineRole({
  name: 'kbd',
  aliases: ['keyboard'],
  build({value, place}) {
    const parts = value.trim().match(/\s+|[-+^](?=.)|[^\s+^-]+|./g) ?? []
    let offset = value.length - value.trimStart().length
    const nodes = parts.map((part): PhrasingContent => {
      const position = place(offset, offset + part.length)
      offset += part.length
      return textNode(part, position)
    })
    if (nodes.length < 2) return {type: 'keyboard', children: nodes}
    return {
      type: 'keyboard',
      children: nodes.map(
        (node): PhrasingContent =>
          node.type === 'text' && !/^(?:\s+|[-+^])$/.test(node.value)
            ? {type: 'keyboard', children: [node], ...(node.position ? {position: node.position} : {})}
            : node
      )
    }
  }
})

const abbreviation = defineRole({
  name: 'abbr',
  aliases: ['abbreviation', 'ab', 'acronym', 'ac'],
  build({value, place}) {
    const match = /^(.*?)(?<!\s)\s*\(([^()]*)\)$/s.exec(value.trimEnd())
    const short = match?.[1] || value
    const title = match?.[1] ? match[2]?.trim() : undefined
    return {
      type: 'abbreviation',
      ...(title ? {title} : {}),
      children: [textNode(short, place(0, short.length))]
    }
  }
})

/** All roles that mark text. */
export const textRoles: readonly Role[] = [subscript, superscript, keyboard, abbreviation]
