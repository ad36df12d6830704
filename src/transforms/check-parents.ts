/** What may stand only inside one kind of parent: tabs and grid items. */
import type {Nodes, Parents, Root, RootContent} from 'mdast'
import type {TabItem} from '../ast/nodes.js'
import {setOrigin} from '../ast/origin.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {tabSet} from '../ast/tab-sets.js'
import {isParent, visitNodes} from '../ast/tree.js'

/**
 * Report tabs and grid items that stand alone, which are shown all the same. Neighbouring tabs that need no set
 * around them (sphinx-inline-tabs) get one.
 */
export function checkParents(tree: Root, seen: Survey, report: Report): void {
  // Sets that are made of tabs have others in them: a walk comes to what it makes.
  if (seen.nodes('tabItem').some(({inline}) => inline))
    visitNodes(tree, (node) => {
      if (isParent(node)) checkChildren(node, report)
      return undefined
    })
  else
    for (const parent of new Set([...seen.holders('gridItem'), ...seen.holders('tabItem')]))
      checkChildren(parent, report)
}

function checkChildren(parent: Parents, report: Report): void {
  // A misspelt name is said already, and may be the one that was meant.
  if (parent.type === 'mystDirective') return
  let inline = false
  for (const child of parent.children) {
    if (child.type === 'gridItem' && parent.type !== 'grid')
      report({
        ruleId: 'orphan-item',
        reason: 'grid-item stands in no grid: put a grid around it and its neighbours',
        position: child.position
      })
    if (child.type === 'tabItem' && parent.type !== 'tabSet') {
      if (child.inline) inline = true
      else
        report({
          ruleId: 'orphan-item',
          reason: 'tab-item stands in no tab-set: put a tab-set around it and its neighbours',
          position: child.position
        })
    }
  }
  if (inline) Object.assign(parent, {children: joinTabs(parent.children, report)})
}

function joinTabs(children: readonly RootContent[], report: Report): Nodes[] {
  const out: Nodes[] = []
  let run: TabItem[] = []
  const flush = (): void => {
    if (run.length > 0) {
      const set = around(tabSet(run.map(syncByLabel), report))
      setOrigin([set], run)
      out.push(set)
    }
    run = []
  }
  for (const child of children) {
    if (child.type === 'tabItem' && child.inline) {
      if (child.inline === 'first') flush()
      run.push(child)
    } else {
      if (child.type !== 'mystComment' || run.length === 0) flush()
      out.push(child)
    }
  }
  flush()
  return out
}

/** Tabs of one label change together, on the whole page. */
function syncByLabel({inline: _, ...item}: TabItem): TabItem {
  return item.title && item.sync === undefined ? {...item, sync: item.title, syncGroup: 'tab'} : item
}

function around(set: ReturnType<typeof tabSet>): ReturnType<typeof tabSet> {
  const start = set.children[0]?.position?.start
  const end = set.children.at(-1)?.position?.end
  return start && end ? {...set, position: {start, end}} : set
}
