/** Tabs as elements: radio buttons, so that they change without a script and by the arrow keys. */
import type {TabItem, TabSet, TabTitle} from '../ast/nodes.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'

export const tabSet: DrawNode<TabSet> = (node, context) => {
  const {all, word, unique, element} = context
  const name = unique('sd-tab-set')
  return element(
    'div',
    {className: classNames('sd-tab-set', node.class), role: 'group', ariaLabel: word('tabs')},
    node.children.flatMap((child, index) =>
      child.type === 'tabItem' ? tab(child, name, index + 1, context) : all([child])
    )
  )
}

/** A tab that stands in no set: a label over its content. */
export const tabItem: DrawNode<TabItem> = (node, context) => {
  const {all, element} = context
  return element('div', {className: classNames('sd-tab-item', node.class)}, [
    element(
      'p',
      {className: classNames('sd-tab-label rubric', node.labelClass)},
      all(titleOf(node)?.children ?? [])
    ),
    content(node, undefined, context)
  ])
}

function tab<D extends Drawn>(node: TabItem, name: string, number: number, context: ElementContext<D>): D[] {
  const {all, word, unique, element, text} = context
  const id = unique('sd-tab-item')
  const title = titleOf(node)?.children ?? []
  const [own, ...others] = node.ids ?? []
  return [
    element('input', {
      checked: node.selected,
      id,
      name,
      type: 'radio',
      ariaControls: [`${id}-content`]
    }),
    element(
      'label',
      {
        className: classNames('sd-tab-label', node.labelClass),
        dataSyncGroup: node.sync === undefined ? undefined : node.syncGroup,
        dataSyncId: node.sync,
        htmlFor: [id],
        id: own
      },
      [
        ...others.map((other) => element('span', {id: other})),
        ...(title.length > 0 ? all(title) : [text(`${word('tab')} ${number}`)])
      ]
    ),
    content(node, `${id}-content`, context)
  ]
}

function content<D extends Drawn>(
  node: TabItem,
  id: string | undefined,
  {all, element}: ElementContext<D>
): D {
  return element(
    'div',
    {className: classNames('sd-tab-content', node.contentClass), id},
    all(node.children.filter((child) => child.type !== 'tabTitle'))
  )
}

function titleOf(node: TabItem): TabTitle | undefined {
  return node.children.find((child): child is TabTitle => child.type === 'tabTitle')
}
