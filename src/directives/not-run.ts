/** What other programs would run: shown as written, with one message a page. */
import type {MystDirective, NotRun} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'

/** By name: the language of the body, and what would be there. */
const programs: readonly [name: string, language: string, what: string, aliases?: readonly string[]][] = [
  ['eval-rst', 'rst', 'reStructuredText, which Sphinx would read'],
  ['jupyter-execute', 'python', 'code that jupyter-sphinx would run', ['jupyter-input', 'jupyter-output']],
  ['jupyter-download', 'text', 'a download that jupyter-sphinx would make'],
  ['nb-exec-table', 'text', 'a table of executed notebooks that MyST-NB would make'],
  ['program-output', 'console', 'output of a program that Sphinx would run', ['command-output']],
  ['autosummary', 'text', 'a summary that Sphinx would make of Python modules'],
  [
    'autodoc2-object',
    'text',
    'documentation that Sphinx would make of Python modules',
    ['autodoc2-docstring']
  ],
  ['automodule', 'rst', 'documentation that Sphinx would make of a Python module'],
  ['graphviz', 'dot', 'a drawing that Graphviz would make', ['digraph', 'graph', 'inheritance-diagram']],
  ['anywidget', 'text', 'a widget that mystmd would load'],
  ['bokeh-plot', 'python', 'a drawing that Bokeh would make'],
  ['plot', 'python', 'a drawing that Matplotlib would make'],
  ['exec', 'python', 'code that Sphinx would run', ['exec-code', 'ipython']],
  ['click', 'text', 'documentation that sphinx-click would make'],
  ['argparse', 'text', 'documentation that sphinx-argparse would make'],
  ['c:alias', 'c', 'declarations of what is described elsewhere', ['cpp:alias']],
  ['ifconfig', 'markdown', 'content for a condition that Sphinx would evaluate'],
  ['eval', 'text', 'a value that a notebook would compute', ['eval:figure']],
  ['mdast', 'text', 'a tree that mystmd would load']
]

const automatic = [
  'autoclass',
  'autoclasstree',
  'autofunction',
  'autodata',
  'automethod',
  'autoattribute',
  'autoproperty',
  'autoexception',
  'autodecorator',
  'js:autofunction',
  'js:autoclass',
  'js:autoattribute',
  'js:automodule'
]

/** Directives whose output other programs make. */
export const notRunDirectives: readonly Directive[] = [
  ...programs.map(([name, language, what, aliases = []]) => defineNotRun(name, language, what, aliases)),
  ...automatic.map((name) =>
    defineNotRun(name, 'rst', 'documentation that Sphinx would make of the source code', [])
  )
]

function defineNotRun(name: string, language: string, what: string, aliases: readonly string[]): Directive {
  return defineDirective({
    name,
    aliases,
    argument: 'raw',
    body: 'raw',
    options: {},
    moreOptions: true,
    build: (call) => notRun(call, call.value, language, what)
  })
}

/** The marked block, and the message. */
export function notRun(
  {node, host, attributes}: DirectiveCall<unknown>,
  value: string,
  language: string,
  what = 'reStructuredText, which Sphinx would read'
): NotRun {
  host.reportOnce({
    ruleId: 'not-run',
    reason: `${node.name} is shown as written: it stands for ${what}`,
    position: node.data?.namePosition ?? node.position,
    severity: 'info'
  })
  return {
    type: 'notRun',
    ...attributes,
    name: node.name,
    ...(node.args ? {args: node.args} : {}),
    lang: language,
    value: [optionLines(node), value].filter(Boolean).join('\n\n')
  }
}

function optionLines({options = {}}: MystDirective): string {
  return Object.entries(options)
    .map(([key, value]) => `:${key}: ${value}`.trimEnd())
    .join('\n')
}
