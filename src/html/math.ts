/** Formulas as elements. */
import type {ElementContent} from 'hast'
import type {Position} from 'unist'
import type {InlineMath, MathBlock} from '../ast/nodes.js'
import type {DrawNode, ElementContext} from './context.js'
import {classNames} from './element.js'

export interface MathOptions {
  /** Set as a block, not in a line of text. */
  display: boolean
  /** TeX by the macro that stands for it, or `{macro}` with it, as front matter has them; arguments are `#1`. */
  macros?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Draws a formula. It throws an Error where the TeX is wrong; then the source is shown, and a message says why.
 *
 * @example
 * const math: MathRenderer = (tex, {display}) => fromKatex(tex, display)
 */
export type MathRenderer = (tex: string, options: MathOptions) => ElementContent | ElementContent[]

/**
 * A renderer with the macros of a page.
 *
 * @param most elements that its formulas may be together, beyond what their own text can be: a short one may stand for
 * a long one.
 */
export function withMacros(
  render: MathRenderer,
  macros: NonNullable<MathOptions['macros']>,
  most: number
): MathRenderer {
  let left = most
  /** A renderer may give what it gave before. */
  const sizes = new WeakMap<object, number>()
  return (tex, {display}) => {
    if (left < 0) throw new Error('macros make the formulas of this page too long')
    const drawn = render(tex, {display, macros})
    let size = sizes.get(drawn)
    if (size === undefined) {
      size = sizeOf([drawn].flat())
      sizes.set(drawn, size)
    }
    left -= Math.max(0, size - 20 * tex.length)
    return drawn
  }
}

function sizeOf(nodes: readonly ElementContent[]): number {
  const all = [...nodes]
  for (const node of all) if (node.type === 'element') for (const child of node.children) all.push(child)
  return all.length
}

/**
 * The TeX that a display formula stands for. Formulas parted by blank lines stand below each other, and one of several
 * lines is split, as Sphinx does.
 *
 * @example
 * texOf({type: 'math', value: 'a\n\nb'}) // '\\begin{aligned}\na\\\\\nb\n\\end{aligned}'
 */
export function texOf({value, nowrap, data}: MathBlock): string {
  const tex = value.replace(/\\label\{[^{}\n]*\}/g, '')
  if (nowrap || data?.syntax === 'amsmath') return tex
  if (!/[\n\\&]/.test(tex)) return tex.trim()
  const parts = tex
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (isSplit(part) ? `\\begin{split}\n${part}\n\\end{split}` : part))
  return parts.length > 1 ? `\\begin{aligned}\n${parts.join('\\\\\n')}\n\\end{aligned}` : (parts[0] ?? '')
}

/** Whether lines or columns are parted outside all environments. */
function isSplit(tex: string): boolean {
  let depth = 0
  for (const [token] of tex.matchAll(/\\begin\{|\\end\{|\\\\|\\.|&|[{}]/g)) {
    // The brace behind `\begin` or `\end` is closed, too.
    if (token === '\\begin{') depth += 2
    else if (token === '{') depth++
    else if (token === '}') depth = Math.max(depth - 1, 0)
    else if ((token === '\\\\' || token === '&') && depth === 0) return true
  }
  return false
}

export const math: DrawNode<MathBlock> = (node, context) => {
  const number: ElementContent[] = node.enumerator
    ? [
        {
          type: 'element',
          tagName: 'span',
          properties: {className: ['eqno']},
          children: [{type: 'text', value: `(${node.enumerator})`}]
        }
      ]
    : []
  return context.fixed({
    type: 'element',
    tagName: 'div',
    properties: {className: classNames('math', node.data?.syntax === 'amsmath' && 'amsmath', node.class)},
    children: [...drawn(texOf(node), node, true, context), ...number]
  })
}

export const inlineMath: DrawNode<InlineMath> = (node, context) => {
  const children = drawn(node.value, node, node.display ?? false, context)
  const [only] = children
  // The source is marked as math already.
  if (only?.type === 'element' && only.tagName === 'code') return context.fixed(only)
  return context.fixed({
    type: 'element',
    tagName: 'span',
    properties: {className: classNames('math', node.class)},
    children
  })
}

function drawn(
  tex: string,
  {value, position}: {value: string; position?: Position | undefined},
  display: boolean,
  {math: render, report}: Pick<ElementContext, 'math' | 'report'>
): ElementContent[] {
  try {
    const result = render?.(tex, {display})
    if (result) return Array.isArray(result) ? result : [result]
  } catch (error) {
    report({
      ruleId: 'invalid-math',
      reason: `the formula is shown as its source: ${error instanceof Error ? error.message : String(error)}`,
      position
    })
  }
  return [
    {type: 'element', tagName: 'code', properties: {className: ['math']}, children: [{type: 'text', value}]}
  ]
}
