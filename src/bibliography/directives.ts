/** Lists of works: sphinxcontrib-bibtex's directives. */
import * as z from 'zod/mini'
import {type Directive, defineDirective} from '../directives/define.js'
import {flag, oneOf, text} from '../directives/options.js'

const words = z.optional(text)
const given = z.optional(flag)

const bibliography = defineDirective({
  name: 'bibliography',
  doc: 'The works that the project cites; `.bib` files behind its name, keys of further works in its body.',
  argument: 'raw',
  body: 'raw',
  options: {
    all: given,
    cited: given,
    notcited: given,
    filter: words,
    style: words,
    list: z.optional(oneOf('citation', 'bullet', 'enumerated')),
    enumtype: z.optional(oneOf('arabic', 'loweralpha', 'lowerroman', 'upperalpha', 'upperroman')),
    start: words,
    labelprefix: words,
    keyprefix: words
  },
  build: ({argument: files = '', value: keys, options, optionPosition, attributes, node}) => ({
    type: 'bibliography',
    ...attributes,
    options: {
      ...options,
      files,
      keys,
      position: node.data?.argumentPosition ?? node.data?.namePosition,
      filterPosition: optionPosition('filter'),
      startPosition: optionPosition('start')
    },
    children: []
  })
})

const footBibliography = defineDirective({
  name: 'footbibliography',
  doc: 'The notes of the `{footcite}` roles before it.',
  body: 'none',
  options: {},
  build: ({attributes}) => ({type: 'bibliography', ...attributes, children: []})
})

/** `{bibliography}` and `{footbibliography}`. */
export const bibliographies: readonly Directive[] = [bibliography, footBibliography]
