/** The grammar of `{only}`: names of tags with `and`, `or`, `not` and parentheses, as Python reads them. */

/** What is wrong in an expression, and where. */
export interface TagFault {
  reason: string
  start: number
  end: number
}

interface Token {
  text: string
  start: number
  end: number
}

/** Operators by how tightly they bind: what stands to the right on the stack is done first. */
const strength: Readonly<Record<string, number>> = {or: 1, and: 2, not: 3}

/**
 * Say whether an expression of tags is true.
 *
 * @param has whether a tag is set.
 * @example
 * evaluateTags('html and not (draft or old)', (tag) => tag === 'html') // true
 */
export function evaluateTags(expression: string, has: (tag: string) => boolean): boolean | TagFault {
  const values: boolean[] = []
  const operators: Token[] = []
  let wantsValue = true
  for (const token of tokens(expression)) {
    const {text} = token
    const opens = text === 'not' || text === '('
    const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !Object.hasOwn(strength, text)
    if (!opens && !isName && text !== ')' && text !== 'and' && text !== 'or')
      return fault(`"${text}" is no name of a tag`, token)
    if ((opens || isName) !== wantsValue)
      return fault(
        wantsValue ? `a tag is missing before "${text}"` : `"and" or "or" is missing before "${text}"`,
        token
      )
    if (opens) operators.push(token)
    else if (isName) {
      values.push(has(text))
      wantsValue = false
    } else if (text === ')') {
      reduceWhile((top) => top !== '(')
      if (!operators.pop()) return fault('")" closes nothing', token)
    } else {
      reduceWhile((top) => top !== '(' && (strength[top] ?? 0) >= (strength[text] ?? 0))
      operators.push(token)
      wantsValue = true
    }
  }
  const end = {text: '', start: 0, end: expression.length}
  if (wantsValue) return fault(values.length > 0 ? 'a tag is missing at the end' : 'there is no tag', end)
  const open = operators.find((token) => token.text === '(')
  if (open) return fault('"(" is not closed', open)
  reduceWhile(() => true)
  return values[0] ?? fault('there is no tag', end)

  function reduceWhile(wanted: (operator: string) => boolean): void {
    for (let top = operators.at(-1); top && wanted(top.text); top = operators.at(-1)) {
      operators.pop()
      const right = values.pop() ?? false
      if (top.text === 'not') values.push(!right)
      else {
        const left = values.pop() ?? false
        values.push(top.text === 'and' ? left && right : left || right)
      }
    }
  }
}

function tokens(expression: string): Token[] {
  return [...expression.matchAll(/[()]|[^\s()]+/g)].map(({0: text, index}) => ({
    text,
    start: index,
    end: index + text.length
  }))
}

function fault(reason: string, {start, end}: Token): TagFault {
  return {reason, start, end}
}
