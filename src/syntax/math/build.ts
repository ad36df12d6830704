/** From the lines and values that a tokenizer found to `math` and `inlineMath`; every engine builds its nodes here. */
import type {Position} from 'unist'
import type {InlineMath, MathBlock} from '../../ast/nodes.js'
import {onLine, type SourceLine} from '../../ast/place.js'
import {normalizeLabel} from '../../names/labels.js'
import {inlineMathValue, parseDollarBlock} from './grammar.js'

/**
 * Build the node of `$$ … $$ (label)`.
 *
 * @param lines from the opening to the closing dollars.
 */
export function buildDollarBlock(lines: readonly SourceLine[]): MathBlock {
  const {value, label, labelStart, labelEnd} = parseDollarBlock(lines.map((line) => line.text))
  const last = lines.at(-1)
  return {
    type: 'math',
    value,
    ...(label
      ? {
          label,
          identifier: normalizeLabel(label),
          ...(last ? {labelPosition: onLine(last.start, labelStart, labelEnd)} : {})
        }
      : {}),
    data: {syntax: 'dollar'}
  }
}

/**
 * Build the node of `$ … $` or `$$ … $$` in running text.
 *
 * @param source what stands between the dollars.
 */
export function buildInlineMath(source: string, double: boolean, position?: Position): InlineMath {
  const math: InlineMath = {type: 'inlineMath', value: inlineMathValue(source)}
  if (double) math.display = true
  if (position) math.position = position
  return math
}
