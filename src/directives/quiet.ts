/** Directives of docutils, Sphinx and their extensions that show nothing by themselves. */
import {normalizeClassNames} from '../names/labels.js'
import {type Directive, defineDirective} from './define.js'
import {classes} from './options.js'

/** Settings of other programs: nothing of them is for readers, but what stands where no body belongs. */
const settings: readonly (readonly [name: string, ...aliases: string[]])[] = [
  // Defaults: of code without a language, of text in single backticks, of roles without a domain.
  ['highlight'],
  ['default-role'],
  ['default-domain'],
  ['role'],
  // Words for search engines, and who wrote the page and when.
  ['meta', 'description', 'keywords'],
  ['title', 'date'],
  ['sectionauthor', 'moduleauthor', 'codeauthor'],
  // For LaTeX, for numbers of sections, for footnotes of addresses, for an index.
  ['tabularcolumns'],
  ['sectnum', 'section-numbering'],
  ['target-notes'],
  ['show-index', 'genindex'],
  [
    'c:namespace',
    'c:namespace-push',
    'c:namespace-pop',
    'cpp:namespace',
    'cpp:namespace-push',
    'cpp:namespace-pop'
  ],
  ['myst-config'],
  // Code around tests, and the kernel of the code that follows.
  ['testsetup', 'testcleanup'],
  ['jupyter-kernel', 'thebe-button']
]

const silent = settings.map(([name, ...aliases]) =>
  defineDirective({
    name,
    aliases,
    argument: 'raw',
    body: /^(?:role|meta|myst-config|testsetup)$/.test(name) ? 'raw' : 'none',
    options: {},
    moreOptions: true,
    build: ({node}) => ({type: 'mystComment', value: [node.args, node.value].filter(Boolean).join('\n')})
  })
)

/** Classes for what it holds. */
const classed = defineDirective({
  name: 'class',
  aliases: ['rst-class', 'cssclass'],
  argument: 'raw',
  argumentRequired: true,
  options: {},
  build({argument = '', attributes, children}) {
    const className = classes(normalizeClassNames(argument).join(' '), attributes.class)
    return children.length > 0
      ? {type: 'div', ...attributes, ...(className ? {class: className} : {}), children}
      : {type: 'mystComment', value: argument, ...(className ? {nextClass: className} : {})}
  }
})

/** A page's source beside what it becomes: the source is shown. */
const demo = defineDirective({
  name: 'myst',
  aliases: ['myst-example'],
  argument: 'raw',
  body: 'raw',
  options: {},
  moreOptions: true,
  build: ({value, attributes}) => ({type: 'code', lang: 'markdown', value, ...attributes})
})

/** Directives that show nothing, or no more than their body. */
export const quietDirectives: readonly Directive[] = [...silent, classed, demo]
