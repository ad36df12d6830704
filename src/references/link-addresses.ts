/** Markdown's links and citations as the resolver answers them: an address stays a link, all else becomes a cross-reference. */
import type {Link, PhrasingContent} from 'mdast'
import type {Cite, CrossReference, Reference} from '../ast/nodes.js'
import {normalizeLabel} from '../names/labels.js'
import type {LinkRun} from './link-run.js'
import {placeOfUrl} from './place-of-url.js'
import {settle} from './settle.js'

/**
 * A Markdown link with its answer.
 *
 * @param written the words of its author.
 */
export function linkAddress(run: LinkRun, node: Link, written: PhrasingContent[]): Link | CrossReference {
  const position = placeOfUrl(run.sourceOf(node.position), node)
  const reference: Reference = {role: 'link', target: node.url, explicit: written.length > 0}
  if (position) reference.position = position
  const resolution = run.ask(reference, node.position)
  if (resolution.status !== 'missing' && resolution.kind === 'address') {
    const {url, text} = resolution
    const children = written.length > 0 ? written : text.length > 0 ? text : node.children
    return url === node.url && children === node.children ? node : {...node, url, children}
  }
  const label = node.url.replace(/^#/, '')
  const {type: _, url: __, title, ...rest} = node
  const asking: CrossReference = {
    ...rest,
    ...(title ? {title} : {}),
    type: 'crossReference',
    kind: 'link',
    label,
    identifier: normalizeLabel(label),
    reference,
    children: written
  }
  return settle(run, asking, written, resolution)
}

/** `<address>`, or an address that is text by itself: its text is nobody's words, but the address again. */
export function isAutolink({url, children, position}: Link): boolean {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text' || only.value !== url) return false
  const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
  return length === url.length + 2 || length === url.length
}

/** `@label`, as mystmd has it: a label that is called like the key of a work. */
export function linkLabel(
  run: LinkRun,
  {label, identifier, data, position}: Cite
): CrossReference | undefined {
  const at = data?.keyPosition ?? position
  const reference: Reference = {role: 'ref', target: label, explicit: false, ...(at ? {position: at} : {})}
  const resolution = run.resolve(reference)
  if (resolution.status === 'missing') return
  run.note(reference, resolution, position)
  return settle(
    run,
    {
      type: 'crossReference',
      kind: 'cite',
      label,
      identifier,
      reference,
      children: [],
      ...(position ? {position} : {})
    },
    [],
    resolution
  )
}
