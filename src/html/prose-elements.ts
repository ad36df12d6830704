/** docutils' and Sphinx's blocks of prose as elements. */
import type {RootContent} from 'mdast'
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
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'

/** Which class says what became of it, beside `versionmodified`. */
const changes = {
  versionadded: 'added',
  versionchanged: 'changed',
  deprecated: 'deprecated',
  versionremoved: 'removed'
} as const

/** The words stand at the start of the first paragraph. */
export const versionNote: ToElement<VersionNote> = (node, {all, word}) => {
  const [first, ...rest] = node.children
  const words = node.version
    ? word(node.kind).replace('%s', node.version)
    : word(node.kind).replace(/\s*%s/, '')
  const label = (end: string): RootContent =>
    element('span', {className: ['versionmodified', changes[node.kind]]}, [
      {type: 'text', value: words + end}
    ])
  const body = first?.type === 'paragraph' ? rest : node.children
  return element('div', {className: classNames(node.kind, node.class)}, [
    first?.type === 'paragraph'
      ? element('p', {className: classNames(first.class)}, [label(': '), ...all(first.children)])
      : element('p', {}, [label(first ? ':' : '.')]),
    ...all(body)
  ])
}

export const rubric: ToElement<Rubric> = (node, {all}) =>
  element(
    node.level ? `h${node.level}` : 'p',
    {className: classNames('rubric', node.class)},
    all(node.children)
  )

export const aside: ToElement<Aside> = (node, {all}) => {
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

export const lineBlock: ToElement<LineBlock> = (node, {all}) =>
  node.literal
    ? element(
        'pre',
        {className: classNames(node.class)},
        node.children.flatMap(({children}, index) => [
          ...(index > 0 ? [{type: 'text' as const, value: '\n'}] : []),
          ...all(children)
        ])
      )
    : element(
        'div',
        {className: classNames('line-block', node.class)},
        node.children.map(({children}) =>
          element('div', {className: ['line']}, children.length > 0 ? all(children) : [element('br', {})])
        )
      )

export const contents: ToElement<Contents> = (node, {all, word}) => {
  const title = node.children.find((child): child is AdmonitionTitle => child.type === 'admonitionTitle')
  const lists = node.children.filter((child) => child.type === 'list')
  if (lists.length === 0) return []
  const words: RootContent[] = title ? all(title.children) : [{type: 'text', value: word('contents')}]
  return element(
    'nav',
    {className: classNames('contents', node.local && 'local', node.class), ariaLabel: word('contents')},
    [...(title || !node.local ? [element('p', {className: ['topic-title']}, words)] : []), ...all(lists)]
  )
}

/** Nothing is seen of an entry, but references may lead to it. */
export const indexEntry: ToElement<IndexEntry> = () => []

/** A todo list is one, too. */
export const embed: ToElement<Embed> = ({reference, children, class: className}, {all}) =>
  element('div', {className: classNames(reference ? 'embed' : 'todolist', className)}, all(children))
