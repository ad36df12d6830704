/** Lines that look like options of a directive but stand in its body. */
import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {MystDirective} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import type {Locate} from './text-places.js'

const option = /^:([A-Za-z][\w-]*):(\S?)/
/** Without its first colon. */
const bare = /^([A-Za-z][\w-]*):[ \t]/
/** On a further line of a paragraph. */
const further = /[\r\n][> \t]*(:([A-Za-z][\w-]*):)(?=\s|$)/g
const mayBeFurther = /[\r\n][> \t]*:[A-Za-z]/
/** Dashes, and a key on the next line. */
const dashes = /^-{3,}[ \t]*\r?\n[> \t]*([A-Za-z][\w-]*):\s/

export interface LateOptionsOptions {
  source: string
  /** The names of a directive's options. */
  optionsOf(directive: string): readonly string[]
  locate: Locate
  report: Report
}

/**
 * Report a first line of a body that reads like an option: one that is, but stands behind a blank line or other text
 * or lacks its first colon, or one that is not, and so is text. And options or front matter between dashes of which the second are missing.
 */
export function reportLateOptions(
  tree: Root,
  seen: Survey,
  {source, optionsOf, locate, report}: LateOptionsOptions
): void {
  const [top] = tree.children
  const own = top?.type === 'thematicBreak' ? dashes.exec(source.slice(0, 200))?.[1] : undefined
  if (own !== undefined)
    report({
      ruleId: 'front-matter',
      reason: `the page begins with "---", but nothing ends its front matter: "${own}" is shown as text; write "---" behind the last key`,
      position: top?.position
    })
  seen.nodes('mystDirective').forEach(checkFirstLine)

  function checkFirstLine(node: MystDirective): void {
    const first = firstLine(node, source)
    if (!first) return
    const {text, paragraph = ''} = first
    const [, key, next] = option.exec(text) ?? []
    const open = dashes.exec(text)?.[1]
    const name = paragraph ? bare.exec(text)?.[1] : undefined
    const goesOn = mayBeFurther.test(paragraph)
    if (key === undefined && open === undefined && name === undefined && !goesOn) return
    const options = optionsOf(node.name)
    const below = isBelowHead(node, first)
    if (below && open !== undefined && options.includes(open))
      report({
        ruleId: 'unclosed-options',
        reason: `no second "---" ends the options of "${node.name}": "${open}" is shown as text; write "---" behind the last option`,
        position: {start: first.start, end: along(first.start, 3)}
      })
    if (below && name !== undefined && options.includes(name))
      report({
        ruleId: 'late-option',
        reason: `this is text of "${node.name}", not its option "${name}": write a colon before the name, too, as in ":${name}: …"`,
        position: {start: first.start, end: along(first.start, name.length + 1)}
      })
    if (goesOn)
      for (const {0: whole, 1: written = '', 2: name = '', index} of paragraph.matchAll(further)) {
        if (!options.includes(name)) continue
        const end = (first.start.offset ?? 0) + index + whole.length
        report({
          ruleId: 'late-option',
          reason: `this is text of "${node.name}", not its option "${name}": options stand right below the opening line, each on one line`,
          position: {start: locate(end - written.length), end: locate(end)}
        })
      }
    if (key === undefined) return
    if (options.includes(key)) {
      if (next) return
      report({
        ruleId: 'late-option',
        reason: `this is text of "${node.name}", not its option "${key}": options stand right below the opening line, so delete the blank line above`,
        position: {start: first.start, end: along(first.start, key.length + 2)}
      })
    } else if (options.length > 0 && below) {
      const start = along(first.start, 1)
      report({
        ruleId: 'unknown-option',
        reason: `${node.name} has no option "${key}", so this is text: if that is meant, leave a blank line above it [options: ${options.join(', ')}]`,
        position: {start, end: along(start, key.length)}
      })
    }
  }
}

/** Whether a first line of the body stands right below the head, without a blank line. */
function isBelowHead({position, data}: MystDirective, {start}: FirstLine): boolean {
  const body = data?.bodyLines ? data.bodyLines[0]?.start : data?.bodyPosition?.start
  return body?.line === start.line && start.line !== position?.start.line
}

interface FirstLine {
  text: string
  start: Position['start']
  /** The whole of it, where it is one. */
  paragraph?: string
}

function firstLine(node: MystDirective, source: string): FirstLine | undefined {
  if (node.value !== undefined) {
    const lines = node.data?.bodyLines ?? []
    const at = lines.findIndex(({text}) => text.trim() !== '')
    const line = lines[at]
    // As an option or dashes begin.
    if (!line || !/^[:-]/.test(line.text)) return
    return {text: `${line.text}\n${lines[at + 1]?.text ?? ''}`, start: line.start}
  }
  const first: Nodes | undefined = node.children.find(({type}) => type !== 'mystDirectiveArgument')
  const start = first?.position?.start
  if (!/^(?:paragraph|fieldList|thematicBreak)$/.test(first?.type ?? '')) return
  return start?.offset === undefined
    ? undefined
    : {
        text: source.slice(start.offset, start.offset + 80),
        start,
        ...(first?.type === 'paragraph' && {
          paragraph: source.slice(start.offset, first.position?.end.offset)
        })
      }
}
