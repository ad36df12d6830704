/** Theorems, proofs, exercises and solutions, as sphinx-proof and sphinx-exercise draw them. */
import type {PhrasingContent} from 'mdast'
import type {AdmonitionTitle, Exercise, Proof} from '../ast/nodes.js'
import {withoutLinks} from '../ast/tree.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'
import {englishWords, type WordKey} from './words.js'

export const proof: DrawNode<Proof> = (node, context) =>
  box(node, ['proof', node.kind, 'admonition'], node.kind, context)

export const exercise: DrawNode<Exercise & {type: 'exercise'}> = (node, context) =>
  node.hidden ? [] : box(node, ['exercise', 'admonition'], 'exercise', context)

export const solution: DrawNode<Exercise & {type: 'solution'}> = (node, context) =>
  node.hidden ? [] : box(node, ['solution', 'admonition'], 'solution', context)

function box<D extends Drawn>(
  node: Proof | Exercise,
  names: readonly string[],
  kind: string,
  context: ElementContext<D>
): D {
  const {all, element} = context
  const title = node.children.find((child): child is AdmonitionTitle => child.type === 'admonitionTitle')
  const body = all(node.children.filter((child) => child.type !== 'admonitionTitle'))
  const className = classNames(...names, node.class)
  if (!node.dropdown) {
    const heading = headingOf(node, kind, title?.children ?? [], context)
    return element('div', {className}, [element('p', {className: ['admonition-title']}, heading), ...body])
  }
  // What is pressed to unfold it holds no link; the link to the exercise stands inside.
  const words = withoutLinks(title?.children ?? [])
  const linked = node.type === 'solution' && title
  return element('details', {className}, [
    element('summary', {className: ['admonition-title']}, headingOf(node, kind, words, context)),
    ...(linked ? [element('p', {}, all(title.children))] : []),
    ...body
  ])
}

/** `Theorem 1 (Title)`; a solution's title says all. */
function headingOf<D extends Drawn>(
  node: Proof | Exercise,
  kind: string,
  title: PhrasingContent[],
  {all, word, element, text}: ElementContext<D>
): D[] {
  const words = all(title)
  if (node.type === 'solution' && words.length > 0) return words
  const name = [isWord(kind) ? word(kind) : kind, node.enumerator].filter(Boolean).join(' ')
  const label = node.enumerated
    ? element('span', {className: ['caption-number']}, [text(name)])
    : text(node.type === 'proof' && kind === 'proof' && words.length === 0 ? `${name}.` : name)
  return words.length > 0 ? [label, text(' ('), ...words, text(')')] : [label]
}

function isWord(kind: string): kind is WordKey {
  return Object.hasOwn(englishWords, kind)
}
