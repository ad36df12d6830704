/** The label of a work in its list, with the ways back to where it is cited. */
import type {PhrasingContent} from 'mdast'
import type {Citation, Span} from '../ast/nodes.js'

/** A label in brackets: `[Ein05]`. */
export function labelNode(label: string): Span {
  return span('label', [bracket('['), text(label), bracket(']')])
}

/**
 * Lead from a work to its citations on the page: by its label, or by numbers behind it where there are several.
 *
 * @param ids of the citations.
 */
export function leadBack(work: Citation, ids: readonly string[]): void {
  const [label] = work.children
  const [only] = ids
  if (label?.type !== 'span' || only === undefined) return
  if (ids.length === 1) label.children.splice(1, 1, link(only, label.children[1]))
  else {
    const numbers = ids.flatMap((id, index) => [
      ...(index > 0 ? [text(',')] : []),
      link(id, text(String(index + 1)))
    ])
    work.children.splice(1, 0, span('backrefs', [text('('), ...numbers, text(')')]))
  }
}

function bracket(sign: string): Span {
  return span('fn-bracket', [text(sign)])
}

function span(kind: string, children: PhrasingContent[]): Span {
  return {type: 'span', kind, children}
}

function text(value: string): PhrasingContent {
  return {type: 'text', value}
}

function link(id: string, shown: PhrasingContent | undefined): PhrasingContent {
  return {type: 'link', url: `#${id}`, children: shown ? [shown] : []}
}
