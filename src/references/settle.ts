/** Puts an answer on the node that asked: its address, and what it says. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {CrossReference, Reference, Referring} from '../ast/nodes.js'
import {plainText} from '../ast/tree.js'
import type {LinkRun} from './link-run.js'
import {linkText} from './link-text.js'
import type {Resolution} from './resolution.js'

/** What a node keeps of an answer. */
export type Answer = Omit<Referring, 'reference'>

export function answer(resolution: Resolution): Answer {
  if (resolution.status === 'missing') return {resolved: false}
  const {url, remote, title} = resolution
  return title ? {resolved: true, url, remote, title} : {resolved: true, url, remote}
}

/**
 * A cross-reference with its answer.
 *
 * @param written the words of its author.
 */
export function settle(
  run: LinkRun,
  node: CrossReference,
  written: PhrasingContent[],
  resolution: Resolution
): CrossReference {
  const children = textFor(run, node.reference, resolution, written, node.position)
  const settled = {...node, ...answer(resolution)}
  const bare =
    resolution.status !== 'missing' && run.inventory.pages.get(resolution.page ?? '')?.record.unrendered
  if (bare) settled.class = [node.class, 'myst-not-rendered'].join(' ').trim()
  if (node.title) settled.title = node.title
  settled.children = children
  return settled
}

/** Never empty: the author's words, what the target is called, or the target as written. */
export function textFor(
  run: LinkRun,
  reference: Reference,
  resolution: Resolution,
  written: PhrasingContent[],
  fallback: Position | undefined
): PhrasingContent[] {
  const position = reference.position ?? fallback
  if (resolution.status === 'missing') return written.length > 0 ? written : [textOf(reference)]
  const {children, notes} = linkText(reference, resolution, written, run.inventory.flavour)
  for (const each of notes) run.report({...each, position})
  if (children.length > 0) {
    const shown = written.length > 0 || run.budgetAt(position).take(plainText(children).length)
    return shown ? children : [textOf(reference)]
  }
  // An address by itself is a text, too.
  if (notes.length === 0 && resolution.kind !== 'address')
    run.report({
      ruleId: 'missing-text',
      reason: `"${reference.target}" has no title to show; give the reference a text: \`text <${reference.target}>\``,
      position
    })
  return [textOf(reference)]
}

function textOf({target}: Reference): PhrasingContent {
  return {type: 'text', value: target.replace(/^#/, '')}
}
