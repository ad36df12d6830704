/** Items of task lists: a box with a name, for those who do not see it. */
import type {ListItem, Paragraph} from 'mdast'
import type {ElementContext, ToElement} from './context.js'
import {element} from './element.js'

/** For hosts. */
export const listItem: ToElement<ListItem> = (node, context) => {
  const item = withBox(node, context)
  return Object.assign({}, item, {children: context.all(item.children)})
}

/** An item of a task list with its box, as mdast-to-hast draws it, whose box has no name. Others stay as they are. */
export function withBox(node: ListItem, {word}: Pick<ElementContext, 'word'>): ListItem {
  const {checked} = node
  if (typeof checked !== 'boolean') return node
  const box = element('input', {
    type: 'checkbox',
    checked,
    disabled: true,
    ariaLabel: word(checked ? 'taskDone' : 'taskOpen')
  })
  const [first, ...rest] = node.children
  const head: Paragraph =
    first?.type === 'paragraph' && first.children.length > 0
      ? {...first, children: [box, {type: 'text', value: ' '}, ...first.children]}
      : {type: 'paragraph', children: [box]}
  return {
    ...node,
    checked: null,
    data: {...node.data, hProperties: {className: ['task-list-item']}},
    children: [head, ...(first?.type === 'paragraph' ? rest : node.children)]
  }
}
