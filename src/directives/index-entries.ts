/** Places that an index leads to. */
import {joinLines} from '../ast/place.js'
import {type Directive, defineDirective} from './define.js'

const index = defineDirective({
  name: 'index',
  argument: 'raw',
  body: 'raw',
  options: {},
  build({argument, attributes, value, node, host}) {
    const lines = value.split('\n').filter((line) => line.trim())
    const own = lines.every((line) => headed.test(line))
    const entries = [...entriesOf(argument ?? ''), ...(own ? lines : []).map((line) => line.trim())]
    return [
      {type: 'indexEntry', ...attributes, entries, children: []},
      // What is no list of entries is a text whose place was mistaken.
      ...(own ? [] : host.parse(joinLines(node.data?.bodyLines ?? [])))
    ]
  }
})

/** `{index}`. */
export const indexEntries: readonly Directive[] = [index]

const headed =
  /^\s*(?:!\s*)?(?:single|pair|double|triple|see|seealso|module|keyword|operator|object|exception|statement|builtin)\s*:/i

/** `single: a; b` stays whole; without such a head, commas part the entries (Sphinx's `process_index_entry`). */
function entriesOf(argument: string): string[] {
  if (headed.test(argument)) return [argument]
  return argument
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
