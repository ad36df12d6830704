/** Directives of docutils, Sphinx and their extensions that show nothing by themselves. */
import {normalizeClassNames} from '../names/labels.js'
import {type Directive, defineDirective} from './define.js'
import {classes} from './options.js'

/** Settings of other programs: nothing of them is for readers. */
const settings: readonly [name: string, what: string, aliases?: readonly string[]][] = [
  ['highlight', 'the language of code without one'],
  ['default-role', 'the role of text in single backticks'],
  ['default-domain', 'the domain of roles without one'],
  ['role', 'a role of reStructuredText'],
  ['meta', 'words for search engines', ['description', 'keywords']],
  ['tabularcolumns', 'widths for LaTeX'],
  ['sectnum', 'numbers of sections', ['section-numbering']],
  ['target-notes', 'footnotes of addresses'],
  ['title', 'the title of the document', ['date']],
  ['sectionauthor', 'who wrote it', ['moduleauthor', 'codeauthor']],
  [
    'c:namespace',
    'the namespace of what follows',
    ['c:namespace-push', 'c:namespace-pop', 'cpp:namespace', 'cpp:namespace-push', 'cpp:namespace-pop']
  ],
  ['myst-config', 'settings of MyST-Parser'],
  ['show-index', 'where an index would stand', ['genindex']],
  ['testsetup', 'code before tests', ['testcleanup']],
  ['jupyter-kernel', 'the kernel of the code after it', ['thebe-button']]
]

const silent = settings.map(([name, what, aliases = []]) =>
  defineDirective({
    name,
    aliases,
    doc: `Shows nothing: ${what}.`,
    argument: 'raw',
    body: 'raw',
    options: {},
    moreOptions: true,
    build: ({node}) => ({type: 'mystComment', value: [node.args, node.value].filter(Boolean).join('\n')})
  })
)

/** Classes for what it holds. */
const classed = defineDirective({
  name: 'class',
  aliases: ['rst-class', 'cssclass'],
  doc: 'Gives its body class names; without a body, the next block.',
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
  doc: 'MyST as it is written.',
  argument: 'raw',
  body: 'raw',
  options: {},
  moreOptions: true,
  build: ({value, attributes}) => ({type: 'code', lang: 'markdown', value, ...attributes})
})

/** Directives that show nothing, or no more than their body. */
export const quietDirectives: readonly Directive[] = [...silent, classed, demo]
