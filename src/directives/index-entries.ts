/** Places that an index leads to. */
import {type Directive, defineDirective} from './define.js'

const index = defineDirective({
  name: 'index',
  doc: 'Entries of an index that lead here; nothing is seen of them.',
  argument: 'raw',
  options: {},
  build: ({argument, attributes, children}) => [
    {
      type: 'indexEntry',
      ...attributes,
      entries: entriesOf(argument ?? ''),
      children: []
    },
    ...children
  ]
})

/** `{index}`. */
export const indexEntries: readonly Directive[] = [index]

/** `single: a; b` stays whole; without such a head, commas part the entries (Sphinx's `process_index_entry`). */
function entriesOf(argument: string): string[] {
  if (
    /^!?\s*(?:single|pair|double|triple|see|seealso|module|keyword|operator|object|exception|statement|builtin)\s*:/i.test(
      argument
    )
  )
    return [argument]
  return argument
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
