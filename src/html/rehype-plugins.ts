/** Plug-ins of rehype, for the core's hook `transformHast`. */
import type {Root} from 'hast'
import {type PluggableList, unified} from 'unified'
import {VFile} from 'vfile'
import type {TransformHast} from './to-html.js'

/**
 * Make a hook of plug-ins of rehype, which run on each page in their order, after it is sanitized.
 *
 * @param plugins as `unified().use` takes them; they run synchronously.
 * @throws as the plug-ins do.
 * @example
 * render(text, {transformHast: rehypePlugins([[rehypeExternalLinks, {rel: ['nofollow']}]])})
 */
export function rehypePlugins(plugins: PluggableList): TransformHast {
  const processor = unified().use(plugins).freeze()
  return (tree, page) => {
    // The types of a list of plug-ins say nothing of what they return.
    const result: unknown = processor.runSync(tree, new VFile({path: page}))
    return isRoot(result) ? result : tree
  }
}

function isRoot(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'root'
}
