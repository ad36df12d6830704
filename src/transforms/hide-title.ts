/** sphinx-design's front matter key for pages whose title stands in a picture or a card. */
import type {Root} from 'mdast'
import type {FrontMatter} from './front-matter.js'

/** With `sd_hide_title: true` the page's first heading is not seen; it still names the page. */
export function hideTitle(tree: Root, frontMatter: FrontMatter): void {
  if (frontMatter.sd_hide_title !== true) return
  const title = tree.children.find((node) => node.type === 'heading')
  if (title) title.class = [title.class, 'sd-d-none'].filter(Boolean).join(' ')
}
