/** Tabs as elements: radio buttons, so that they change without a script and by the arrow keys. */
import type {RootContent} from 'mdast'
import type {TabItem, TabSet, TabTitle} from '../ast/nodes.js'
import type {ElementContext, ToElement} from './context.js'
import {classNames, element} from './element.js'

export const tabSet: ToElement<TabSet> = (node, context) => {
  const {all, word, unique} = context
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
export const tabItem: ToElement<TabItem> = (node, context) =>
  element('div', {className: classNames('sd-tab-item', node.class)}, [
    element(
      'p',
      {className: classNames('sd-tab-label rubric', node.labelClass)},
      context.all(titleOf(node)?.children ?? [])
    ),
    content(node, undefined, context)
  ])

function tab(node: TabItem, name: string, number: number, context: ElementContext): RootContent[] {
  const {all, word, unique} = context
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
        ...(title.length > 0 ? all(title) : [{type: 'text' as const, value: `${word('tab')} ${number}`}])
      ]
    ),
    content(node, `${id}-content`, context)
  ]
}

function content(node: TabItem, id: string | undefined, {all}: ElementContext): RootContent {
  return element(
    'div',
    {className: classNames('sd-tab-content', node.contentClass), id},
    all(node.children.filter((child) => child.type !== 'tabTitle'))
  )
}

function titleOf(node: TabItem): TabTitle | undefined {
  return node.children.find((child): child is TabTitle => child.type === 'tabTitle')
}
