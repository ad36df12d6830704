/** Footnotes: numbers, the marks in the text, and the section at the end of the page. */
import type {FootnoteDefinition, FootnoteReference, PhrasingContent, Root} from 'mdast'
import type {Bibliography} from '../ast/nodes.js'
import {visitNodes} from '../ast/tree.js'
import {bibliography} from './citation-elements.js'
import type {Drawn, ElementContext} from './context.js'
import {element} from './element.js'

/** The footnotes of one page; marks and section agree because both ask here. */
export interface Footnotes {
  mark<D extends Drawn>(node: FootnoteReference, context: ElementContext<D>): D
  /** Those that stand in a bibliography, or all others; nothing where there are none. */
  section<D extends Drawn>(context: ElementContext<D>, within?: Bibliography): D[]
  /** Works, or the footnotes that cite them. */
  bibliography<D extends Drawn>(node: Bibliography, context: ElementContext<D>): D | D[]
}

interface Note {
  definition: FootnoteDefinition
  within: Bibliography | undefined
  number: string
  /** How many marks lead to it. */
  marks: number
  /** How many of them were drawn. */
  drawn: number
}

/**
 * Number the footnotes of a page as MyST-Parser does: labels that are numbers keep them, the others take the numbers
 * that are left, in the order of their first mark; those that nothing refers to come last.
 */
export function footnotesOf(tree: Root, idPrefix: string): Footnotes {
  const definitions = new Map<string, Pick<Note, 'definition' | 'within'>>()
  const marks: string[] = []
  visitNodes(tree, (node, parent) => {
    if (node.type === 'footnoteDefinition') {
      const key = node.identifier.toUpperCase()
      // Marks lead to the first of its label; the words of others are shown all the same.
      definitions.set(definitions.has(key) ? `${key}\n${definitions.size}` : key, {
        definition: node,
        within: parent?.type === 'bibliography' ? parent : undefined
      })
    }
    if (node.type === 'footnoteReference') marks.push(node.identifier.toUpperCase())
  })
  const order = [...new Set([...marks, ...definitions.keys()])].filter((key) => definitions.has(key))
  const fixed = new Set(order.filter((key) => /^\d+$/.test(key)).map((key) => String(Number(key))))
  const notes = new Map<string, Note>()
  let next = 1
  for (const key of order) {
    const found = definitions.get(key)
    if (!found) continue
    while (!/^\d+$/.test(key) && fixed.has(String(next))) next++
    notes.set(key, {
      ...found,
      number: /^\d+$/.test(key) ? String(Number(key)) : String(next++),
      marks: 0,
      drawn: 0
    })
  }
  for (const key of marks) {
    const note = notes.get(key)
    if (note) note.marks++
  }
  const noteId = (note: Note): string => `${idPrefix}footnote-${note.number}`
  const markId = (note: Note, index: number): string =>
    `${idPrefix}footnote-reference-${note.number}${index > 1 ? `-${index}` : ''}`

  return {
    mark(node, {element, text}) {
      const note = notes.get(node.identifier.toUpperCase())
      if (!note) return text(`[^${node.label ?? node.identifier}]`)
      note.drawn++
      return element('sup', {}, [
        element(
          'a',
          {
            className: ['footnote-reference', 'brackets'],
            href: `#${noteId(note)}`,
            id: markId(note, note.drawn),
            role: 'doc-noteref'
          },
          [text(note.number)]
        )
      ])
    },
    section,
    bibliography: (node, context) =>
      node.children.some((child) => child.type === 'footnoteDefinition')
        ? section(context, node)
        : bibliography(node, context)
  }

  function section<D extends Drawn>(context: ElementContext<D>, within?: Bibliography): D[] {
    const {element} = context
    const items = [...notes.values()]
      .filter((note) => note.within === within)
      .sort((a, b) => Number(a.number) - Number(b.number))
      .map((note) => element('li', {id: noteId(note), value: note.number}, withBackLinks(note, context)))
    if (items.length === 0) return []
    return [
      element(
        'section',
        {className: ['footnotes'], role: 'doc-endnotes', ariaLabel: context.word('footnotes')},
        [element('ol', {}, items)]
      )
    ]
  }

  function withBackLinks<D extends Drawn>(note: Note, {all, word}: ElementContext<D>): D[] {
    const links = Array.from({length: note.marks}, (_, index) =>
      element(
        'a',
        {
          className: ['footnote-backref'],
          href: `#${markId(note, index + 1)}`,
          role: 'doc-backlink',
          ariaLabel: word('backToReference')
        },
        [{type: 'text', value: note.marks > 1 ? `↩${index + 1}` : '↩'}]
      )
    ).flatMap((link): PhrasingContent[] => [{type: 'text', value: ' '}, link])
    const {children} = note.definition
    if (links.length === 0) return all(children)
    const last = children.at(-1)
    return all(
      last?.type === 'paragraph'
        ? [...children.slice(0, -1), {...last, children: [...last.children, ...links]}]
        : [...children, element('p', {}, links)]
    )
  }
}
