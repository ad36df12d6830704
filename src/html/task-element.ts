/** Items of task lists: a box with a name, for those who do not see it. */
import type {ListItem, Paragraph} from 'mdast'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'

/** As mdast-to-hast draws it, whose box has no name. */
export const listItem: ToElement<ListItem> = (node, {all, word}) => {
  const {checked} = node
  if (typeof checked !== 'boolean') return Object.assign({}, node, {children: all(node.children)})
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
  const others = first?.type === 'paragraph' ? rest : node.children
  return Object.assign({}, node, {
    checked: null,
    data: {...node.data, hProperties: {className: classNames('task-list-item')}},
    children: all([head, ...others])
  })
}
