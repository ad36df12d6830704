/** Roles that say what a piece of text names: a button, a file, a program. */
import type {PhrasingContent} from 'mdast'
import type {Span} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {defineRole, type Role, type RoleCall} from './define.js'

const guilabel = defineRole({
  name: 'guilabel',
  build: (call) =>
    span(
      'guilabel',
      accelerated(call, (text) => text)
    )
})

const menuselection = defineRole({
  name: 'menuselection',
  build: (call) =>
    span(
      'menuselection',
      accelerated(call, (text) => text.replaceAll('-->', '\u2023'))
    )
})

/** Text with parts in braces that the reader replaces. */
const variable = (['file', 'samp'] as const).map((name) =>
  defineRole({name, build: (call) => span(name, withVariables(call))})
)

const plainKinds: readonly [name: string, aliases?: readonly string[]][] = [
  ['command'],
  ['program'],
  ['dfn'],
  ['mailheader'],
  ['makevar'],
  ['manpage'],
  ['mimetype'],
  ['newsgroup'],
  ['regexp'],
  ['texpr', ['c:texpr', 'cpp:texpr']],
  ['title-reference', ['title', 't']]
]

const kinds = plainKinds.map(([name, aliases = []]) =>
  defineRole({
    name,
    aliases,
    build: ({value, place}) => span(name, [textNode(value, place(0, value.length))])
  })
)

const emphasis = defineRole({
  name: 'emphasis',
  content: 'inline',
  build: ({children}) => ({type: 'emphasis', children})
})

const strong = defineRole({
  name: 'strong',
  content: 'inline',
  build: ({children}) => ({type: 'strong', children})
})

const deleted = defineRole({
  name: 'del',
  aliases: ['delete', 'strike'],
  content: 'inline',
  build: ({children}) => ({type: 'delete', children})
})

const underline = defineRole({
  name: 'underline',
  aliases: ['u'],
  content: 'inline',
  build: ({children}) => ({type: 'underline', children})
})

const smallcaps = defineRole({
  name: 'smallcaps',
  aliases: ['sc'],
  content: 'inline',
  build: ({children}) => ({type: 'smallcaps', children})
})

const plainSpan = defineRole({
  name: 'span',
  content: 'inline',
  build: ({children}) => ({type: 'span', children})
})

const literal = defineRole({
  name: 'literal',
  aliases: ['c:expr', 'cpp:expr'],
  build: ({value}) => ({type: 'inlineCode', value})
})

const code = defineRole({
  name: 'code',
  build: ({value}) => ({type: 'inlineCode', value, class: 'code'})
})

/** All roles that name what a text is. */
export const markRoles: readonly Role[] = [
  guilabel,
  menuselection,
  ...variable,
  ...kinds,
  emphasis,
  strong,
  deleted,
  underline,
  smallcaps,
  plainSpan,
  literal,
  code
]

function span(kind: string, children: PhrasingContent[]): Span {
  return {type: 'span', kind, children}
}

/** `&File` marks its F; `&&` is an ampersand. */
function accelerated({value, place}: RoleCall, show: (text: string) => string): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let from = 0
  for (const match of value.matchAll(/&(&|\S)/gu)) {
    const letter = match[1] ?? ''
    if (match.index > from) out.push(textNode(show(value.slice(from, match.index)), place(from, match.index)))
    from = match.index + match[0].length
    const position = place(match.index + 1, from)
    out.push(
      letter === '&' ? textNode('&', position) : {...span('accelerator', [textNode(letter, position)])}
    )
  }
  if (from < value.length) out.push(textNode(show(value.slice(from)), place(from, value.length)))
  return out
}

/** `path/{name}`: what stands in braces varies; a backslash takes the next character as it is. */
function withVariables({value, place}: RoleCall): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let text = ''
  let start = 0
  const flush = (end: number): void => {
    if (text) out.push(textNode(text, place(start, end)))
    text = ''
  }
  for (let at = 0; at < value.length; at++) {
    const close = value[at] === '{' ? value.indexOf('}', at) : -1
    if (close > at + 1) {
      flush(at)
      const position = place(at + 1, close)
      out.push({
        type: 'emphasis',
        children: [textNode(value.slice(at + 1, close), position)],
        ...(position ? {position} : {})
      })
      at = close
      start = close + 1
    } else {
      if (value[at] === '\\' && at + 1 < value.length) at++
      text += value[at] ?? ''
    }
  }
  flush(value.length)
  return out
}
