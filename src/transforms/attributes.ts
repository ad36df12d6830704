/** Gives attribute lists to the nodes that they belong to. */
import type {Parents, RootContent} from 'mdast'
import type {Attribute, MystAttributes} from '../ast/nodes.js'
import {setAttributeLists} from '../ast/origin.js'
import type {Report} from '../ast/report.js'
import {pictureFields, setAttributes} from '../ast/set-attributes.js'
import type {Survey} from '../ast/survey.js'

/**
 * Move every list into the node behind it, or in running text before it. Ids become labels, classes go to `class`,
 * keys to the fields that they mean something to; of a directive all become options.
 */
export function attachAttributes(seen: Survey, report: Report): void {
  for (const node of seen.holders('mystAttributes')) {
    // A paragraph's children are phrasing; every other parent of lists holds blocks.
    Object.assign(node, {
      children: isBlockParent(node) ? attachBlocks(node, report) : attachInline(node, report)
    })
  }
}

function isBlockParent({type}: Parents): boolean {
  return /^(?:root|blockquote|listItem|footnoteDefinition|mystDirective|admonition|definitionDescription|fieldBody)$/.test(
    type
  )
}

function attachBlocks(parent: Parents, report: Report): RootContent[] {
  const out: RootContent[] = []
  let waiting: MystAttributes[] = []
  for (const child of parent.children) {
    if (child.type === 'mystAttributes') waiting.push(child)
    else {
      out.push(child)
      if (waiting.length > 0 && !passedOver.has(child.type)) {
        give(child, waiting, true, report)
        waiting = []
      }
    }
  }
  for (const {value, position} of waiting.filter((list) => list.attributes.length > 0))
    report({
      ruleId: 'unused-attribute',
      reason: `no block follows the attributes {${value}}; write them right above the block that they are for`,
      position
    })
  return out
}

/** What may stand between a list and its block. */
const passedOver = new Set<string>(['mystComment', 'mystTarget', 'definition', 'footnoteDefinition'])

function attachInline(parent: Parents, report: Report): RootContent[] {
  const out: RootContent[] = []
  let lists: MystAttributes[] = []
  const flush = (): void => {
    const carrier = out.at(-1)
    if (carrier && lists.length > 0) {
      give(carrier, lists, false, report)
      const end = lists.at(-1)?.position?.end
      if (carrier.position && end) carrier.position = {start: carrier.position.start, end}
    }
    lists = []
  }
  for (const child of parent.children) {
    if (child.type === 'mystAttributes') lists.push(child)
    else {
      flush()
      out.push(child)
    }
  }
  flush()
  return out
}

function give(node: RootContent, lists: readonly MystAttributes[], isBlock: boolean, report: Report): void {
  // Options and attributes of these are written with them.
  if (node.type !== 'mystDirective' && node.type !== 'mystRole') setAttributeLists(node, lists, isBlock)
  if (node.type === 'html' || node.type === 'blockBreak') {
    const what = node.type === 'html' ? 'raw HTML' : 'a block break'
    for (const {value, position} of lists)
      report({
        ruleId: 'unused-attribute',
        reason: `${what} takes no attributes, so {${value}} is left out`,
        position
      })
    return
  }
  const attributes = lists.flatMap((list) => list.attributes)
  // An image alone in its paragraph is what a line above it is meant for.
  const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
  const picture = only?.type === 'image' || only?.type === 'imageReference' ? only : undefined
  const ofPicture = (each: Attribute): boolean =>
    picture !== undefined && each.kind === 'key' && Object.hasOwn(pictureFields, each.key)
  setAttributes(
    node,
    attributes.filter((each) => !ofPicture(each)),
    report
  )
  if (picture) setAttributes(picture, attributes.filter(ofPicture), report)
}
