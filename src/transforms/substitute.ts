/** Puts values where substitutions stand. */
import type {Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Limits} from '../ast/limits.js'
import type {FlowContent, InlineSubstitution, Substitution} from '../ast/nodes.js'
import {setOrigin} from '../ast/origin.js'
import {onLine} from '../ast/place.js'
import {relocate} from '../ast/relocate.js'
import {didYouMean, type Report} from '../ast/report.js'
import {addAll, around, isParent, text as textNode} from '../ast/tree.js'
import {parseExpression} from '../syntax/substitution/expression.js'
import {startsWithDirective} from '../syntax/substitution/grammar.js'
import {evaluate, filterNames, namesOf} from './evaluate.js'

/** Values in values in values. */
export const maxSubstitutionDepth = 20

/** Parses a value as running text or as blocks, to generic nodes. */
export interface ValueParser {
  inline(text: string): PhrasingContent[]
  flow(text: string): FlowContent[]
}

export interface SubstituteOptions {
  values: Readonly<Record<string, unknown>>
  parser: ValueParser
  limits: Pick<Limits, 'substitutions' | 'substituted'>
  report: Report
}

/**
 * Replace every substitution by its value, in place. What has no value keeps its text, and a message says why. All
 * that comes from a value has the place of the braces in the page.
 *
 * @returns whether there were any.
 */
export function substitute(tree: Root, {values, parser, limits, report}: SubstituteOptions): boolean {
  const parsed = new Map<string, RootContent[]>()
  let count = 0
  let length = 0
  expand(tree, [])
  return count > 0

  /** @param path the names whose values we are in. */
  function expand(parent: Parents, path: readonly string[]): void {
    let changed = false
    const out: RootContent[] = []
    for (const child of parent.children) {
      if (child.type === 'substitution' || child.type === 'inlineSubstitution') {
        changed = true
        const before = out.at(-1)
        if (before?.type === 'text' && before.value.endsWith(']('))
          report({
            ruleId: 'substitution-expression',
            reason: `no substitution counts in an address, so this is no link: let the value hold the whole link`,
            position: child.position
          })
        // A cell holds blocks in HTML, though Markdown cannot write them there.
        const block = child.type === 'substitution' || (parent.type === 'tableCell' && isBlock(child))
        addAll(out, replace(child, path, block))
      } else if (child.type === 'paragraph' && child.children.some(isBlock)) {
        changed = true
        addAll(out, split(child, path))
      } else {
        if (isParent(child)) expand(child, path)
        out.push(child)
      }
    }
    if (changed) Object.assign(parent, {children: out})
  }

  /** Whether a substitution in a paragraph gives blocks. */
  function isBlock(node: Nodes): boolean {
    if (node.type !== 'inlineSubstitution') return false
    const {expression} = parseExpression(node.value)
    return expression !== undefined && startsWithDirective(evaluate(expression, values).text ?? '')
  }

  /** A paragraph around a block becomes what is before it, the block, and what is behind it. */
  function split(paragraph: Paragraph, path: readonly string[]): RootContent[] {
    const out: RootContent[] = []
    let run: Paragraph['children'] = []
    const flush = (): void => {
      const position = around(run)
      const part: Paragraph = {type: 'paragraph', children: run, ...(position ? {position} : {})}
      expand(part, path)
      if (run.some((node) => node.type !== 'text' || node.value.trim())) out.push(part)
      run = []
    }
    for (const child of paragraph.children) {
      if (child.type === 'inlineSubstitution' && isBlock(child)) {
        flush()
        addAll(out, replace(child, path, true))
      } else run.push(child)
    }
    flush()
    setOrigin(out, [paragraph])
    return out
  }

  function replace(
    node: Substitution | InlineSubstitution,
    path: readonly string[],
    block: boolean
  ): RootContent[] {
    const value = valueFor(node, path)
    if (!value) {
      const kept = textNode(`{{${node.value}}}`, node.position)
      const made: RootContent = block
        ? {type: 'paragraph', children: [kept], ...(node.position ? {position: node.position} : {})}
        : kept
      setOrigin([made], [node])
      return [made]
    }
    if (!block && startsWithDirective(value.text))
      report({
        ruleId: 'substitution-expression',
        reason: `{{${node.value}}} is a directive, and no block can stand here, so it is shown as text: put it on a line of its own`,
        position: node.position
      })
    const key = `${block} ${value.text}`
    const nodes = parsed.get(key) ?? (block ? parser.flow(value.text) : parser.inline(value.text))
    parsed.set(key, nodes)
    const holder: Root = {type: 'root', children: relocate(nodes, node.position)}
    expand(holder, [...path, ...value.names])
    setOrigin(holder.children, [node])
    return holder.children
  }

  function valueFor(
    {value, position}: Substitution | InlineSubstitution,
    path: readonly string[]
  ): {text: string; names: string[]} | undefined {
    // In a value, only the place of the outermost braces is in the page.
    const place = (start: number, end: number): Position | undefined =>
      position && path.length === 0 && position.start.line === position.end.line
        ? onLine(position.start, start + 2, end + 2)
        : position
    if (++count > limits.substitutions || length > limits.substituted || path.length > maxSubstitutionDepth) {
      report({
        ruleId: 'substitution-limit',
        reason: `too many substitutions: at most ${limits.substitutions} in a page, ${maxSubstitutionDepth} in each other, and ${limits.substituted} characters from them`,
        position
      })
      return
    }
    const {expression, fault} = parseExpression(value)
    if (fault) {
      report({
        ruleId: 'substitution-expression',
        reason: `{{${value}}} is shown as text: ${fault.reason}; write a name, a.b, or a filter such as name | default("x")`,
        position: place(fault.start, fault.end)
      })
      return
    }
    const names = namesOf(expression)
    const circle = names.find((name) => path.includes(name))
    if (circle !== undefined) {
      report({
        ruleId: 'substitution-cycle',
        reason: `the substitution "${circle}" stands on itself: ${[...path.slice(path.indexOf(circle)), circle].join(' → ')}`,
        position
      })
      return
    }
    const {text, missing} = evaluate(expression, values)
    if (missing) {
      const near = didYouMean(missing.near)
      report(
        missing.kind === 'name'
          ? {
              ruleId: 'unknown-substitution',
              reason: `there is no substitution "${missing.name}"${near || '; its text is shown as it is'}`,
              position: place(missing.start, missing.end)
            }
          : {
              ruleId: 'substitution-expression',
              reason: `there is no filter "${missing.name}"${near} [filters: ${filterNames.join(', ')}]`,
              position: place(missing.start, missing.end)
            }
      )
      return
    }
    length += text.length
    return {text, names}
  }
}
