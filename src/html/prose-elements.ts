/** docutils' and Sphinx's blocks of prose as elements. */
import type {
  AdmonitionTitle,
  Aside,
  Contents,
  Embed,
  IndexEntry,
  LineBlock,
  Rubric,
  VersionNote
} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'

/** Which class says what became of it, beside `versionmodified`. */
const changes = {
  versionadded: 'added',
  versionchanged: 'changed',
  deprecated: 'deprecated',
  versionremoved: 'removed'
} as const

/** The words stand at the start of the first paragraph. */
export const versionNote: DrawNode<VersionNote> = (node, {all, word, element, text}) => {
  const [first, ...rest] = node.children
  const words = node.version
    ? word(node.kind).replace('%s', node.version)
    : word(node.kind).replace(/(?<!\s)\s*%s/, '')
  const label = (end: string) =>
    element('span', {className: ['versionmodified', changes[node.kind]]}, [text(words + end)])
  const body = first?.type === 'paragraph' ? rest : node.children
  return element('div', {className: classNames(node.kind, node.class)}, [
    first?.type === 'paragraph'
      ? element('p', {className: classNames(first.class)}, [label(': '), ...all(first.children)])
      : element('p', {}, [label(first ? ':' : '.')]),
    ...all(body)
  ])
}

export const rubric: DrawNode<Rubric> = (node, {all, element}) =>
  element(
    node.level ? `h${node.level}` : 'p',
    {className: classNames('rubric', node.class)},
    all(node.children)
  )

export const aside: DrawNode<Aside> = (node, {all, element}) => {
  const title = node.children.find((child): child is AdmonitionTitle => child.type === 'admonitionTitle')
  const body = node.children.filter((child) => child.type !== 'admonitionTitle')
  const kind = node.kind === 'topic' ? 'topic' : 'sidebar'
  const className = classNames(node.kind === 'aside' ? 'margin' : node.kind, node.class)
  // A note: landmarks would need names, and there may be many on a page.
  return element('aside', {className, role: 'note'}, [
    ...(title ? [element('p', {className: [`${kind}-title`]}, all(title.children))] : []),
    ...all(body)
  ])
}

export const lineBlock: DrawNode<LineBlock> = (node, {all, element, text}) =>
  node.literal
    ? element(
        'pre',
        {className: classNames(node.class)},
        node.children.flatMap(({children}, index) => [...(index > 0 ? [text('\n')] : []), ...all(children)])
      )
    : element(
        'div',
        {className: classNames('line-block', node.class)},
        node.children.map(({children}) =>
          element('div', {className: ['line']}, children.length > 0 ? all(children) : [element('br', {})])
        )
      )

export const contents: DrawNode<Contents> = (node, {all, word, element, text}) => {
  const title = node.children.find((child): child is AdmonitionTitle => child.type === 'admonitionTitle')
  const lists = node.children.filter((child) => child.type === 'list')
  if (lists.length === 0) return []
  const words = title ? all(title.children) : [text(word('contents'))]
  return element(
    'nav',
    {className: classNames('contents', node.local && 'local', node.class), ariaLabel: word('contents')},
    [...(title || !node.local ? [element('p', {className: ['topic-title']}, words)] : []), ...all(lists)]
  )
}

/** Nothing is seen of an entry, but references may lead to it. */
export const indexEntry: DrawNode<IndexEntry> = () => []

/** A todo list is one, too. */
export const embed: DrawNode<Embed> = ({reference, children, class: className}, {all, element}) =>
  element('div', {className: classNames(reference ? 'embed' : 'todolist', className)}, all(children))
