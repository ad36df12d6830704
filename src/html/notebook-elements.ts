/** Cells of notebooks, as MyST-NB draws them. */
import type {NotebookBlock} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'

export const notebookBlock: DrawNode<NotebookBlock> = (node, {all, word, element, text}) => {
  const has = (...names: string[]): boolean =>
    names.some((name) => node.tags.includes(name.replace('_', '-')) || node.tags.includes(name))
  if (has('remove_cell')) return []
  const className = classNames(
    'cell docutils container',
    ...node.tags.map((tag) => `tag_${tag.replace(/[^\w-]/g, '-')}`),
    node.class
  )
  if (node.kind === 'notebook-content') return element('div', {className}, all(node.children))
  // Nothing has run: a cell without its code has nothing to show.
  if (has('remove_input')) return []
  const input = element('div', {className: ['cell_input', 'docutils', 'container']}, all(node.children))
  if (!has('hide_input', 'hide_cell')) return element('div', {className}, [input])
  return element('div', {className}, [
    element('details', {className: ['hide', 'above-input']}, [
      element('summary', {}, [text(word('showCode'))]),
      input
    ])
  ])
}
