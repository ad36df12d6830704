/** Sets of tabs, however their author wrote them. */
import type {TabItem, TabSet} from './nodes.js'
import type {Report} from './report.js'

/** A set of tabs that were made already. */
export function tabSet(items: readonly TabItem[], report: Report): TabSet {
  return {type: 'tabSet', children: selectOne(items, report)}
}

/** The first of the selected tabs is seen, or the first of all. */
export function selectOne(items: readonly TabItem[], report: Report): TabItem[] {
  const chosen = Math.max(
    items.findIndex((item) => item.selected),
    0
  )
  return items.map((item, index) => {
    if (item.selected && index !== chosen)
      report({
        ruleId: 'tab-selected',
        reason: `another tab of this set is selected already${line(items[chosen])}: take :selected: from one of them`,
        position: item.position
      })
    const {selected: _, ...rest} = item
    return index === chosen ? {...rest, selected: true} : rest
  })
}

function line(item: TabItem | undefined): string {
  return item?.position ? ` in line ${item.position.start.line}` : ''
}
