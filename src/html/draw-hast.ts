/** A page as hast, in one walk: what mdast-util-to-hast makes of it once it is drawn as mdast. */
import type {ElementContent, Root as HastRoot} from 'hast'
import type {Root, RootContent} from 'mdast'
import {copyOf} from './copy-hast.js'
import {anchors, tidy} from './element.js'
import {drawnNodes} from './element-table.js'
import {footnotesOf} from './footnotes.js'
import {joined, trimmed, wrap} from './hast-parts.js'
import {type PageOptions, pageContext} from './page-context.js'
import {type DrawHast, drawOther, type HastContext, type HastTable, plainNodes} from './plain-nodes.js'

type Drawn = ElementContent | ElementContent[]

const footnotes: HastTable = {
  bibliography: (node, context) => context.footnotes.bibliography(node, context),
  footnoteReference: (node, context) => context.footnotes.mark(node, context)
}

const table = new Map<string, DrawHast>(Object.entries({...plainNodes, ...drawnNodes, ...footnotes}))

/**
 * Draw a linked tree as hast. Nothing of it is in the tree or in a plug-in's hands, but for positions and for lists in
 * properties.
 *
 * @param onRaw called for each node of raw HTML.
 */
export function drawHast(tree: Root, options: PageOptions, onRaw: HastContext['onRaw']): HastRoot {
  const ofPage = footnotesOf(tree, options.idPrefix)
  const context: HastContext = {
    ...pageContext<ElementContent>(options, {
      all,
      element: (tagName, properties, children = []) => ({
        type: 'element',
        tagName,
        properties: tidy(properties),
        children
      }),
      fixed: ({tagName, properties, children}, isFresh) => ({
        type: 'element',
        tagName,
        properties: {...tidy(properties)},
        children: isFresh ? children : copyOf(children, onRaw)
      }),
      plain: (node) => drawOther(node, context)[0] ?? context.text(''),
      text: (value) => ({type: 'text', value: trimmed(value)})
    }),
    footnotes: ofPage,
    one,
    onRaw
  }
  const children = wrap([...all(tree.children), ...ofPage.section(context)]).slice(1, -1)
  const {position} = tree
  return position ? {type: 'root', children, position} : {type: 'root', children}

  function all(nodes: readonly RootContent[]): ElementContent[] {
    // A list that is as long as it needs to be: most are of one.
    const drawn = nodes.map(one)
    return drawn.every(isOne) ? drawn : joined(nodes, drawn)
  }

  function one(node: RootContent): Drawn {
    const draw = table.get(node.type) ?? drawOther
    const drawn = draw(node, context)
    return node.ids?.length ? withIds(node, node.ids, drawn) : drawn
  }

  /** Put ids on what was drawn; nodes of Markdown's own have one on already. */
  function withIds(node: RootContent, ids: readonly string[], drawn: Drawn): Drawn {
    const {type} = node
    const list = Array.isArray(drawn) ? drawn : [drawn]
    const [first, ...rest] = list
    // What draws nothing is still led to.
    if (!first) return anchors(node, context)
    if (type === 'mystTarget') return drawn
    let [id] = ids
    if (first.type === 'element') {
      const {properties} = first
      if (properties.id === undefined) first.properties = {id, ...properties}
      else id = String(properties.id)
    }
    const others = ids.filter((each) => each !== id)
    if (others.length === 0) return drawn
    const spans = others.map((other) => context.element('span', {id: other}))
    // Further ids stand inside what holds text, before all else.
    const holdsText =
      type === 'heading' || type === 'paragraph' || (first.type === 'element' && first.tagName === 'dt')
    if (first.type !== 'element' || !holdsText) return [...spans, ...list]
    first.children = [...spans, ...first.children]
    return [first, ...rest]
  }
}

function isOne(drawn: Drawn): drawn is ElementContent {
  return !Array.isArray(drawn)
}
