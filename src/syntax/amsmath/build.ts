/** From the lines of an environment to `math`; every engine builds its nodes here. */
import type {MathBlock} from '../../ast/nodes.js'
import {joinLines, type SourceLine} from '../../ast/place.js'
import {normalizeLabel} from '../../names/labels.js'
import {openedEnvironment, texLabel} from './grammar.js'

/**
 * Build the node of `\begin{name} … \end{name}`. One without a star has a number; a `\label` names it.
 *
 * @param lines from `\begin` to `\end`.
 */
export function buildEnvironment(lines: readonly SourceLine[]): MathBlock {
  const {text, point} = joinLines(lines)
  const value = text.trimEnd()
  const found = texLabel(value)
  return {
    type: 'math',
    value,
    enumerated: !openedEnvironment(value)?.endsWith('*'),
    ...(found
      ? {
          label: found.label,
          identifier: normalizeLabel(found.label),
          labelPosition: {start: point(found.start), end: point(found.end)}
        }
      : {}),
    data: {syntax: 'amsmath'}
  }
}
