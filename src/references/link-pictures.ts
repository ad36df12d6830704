/** Pictures and films of a page, and their addresses as seen from the page's own. */
import type {Image} from 'mdast'
import type {Position} from 'unist'
import type {Card} from '../ast/nodes.js'
import {decodeEscapes, projectPath} from '../names/paths.js'
import type {LinkRun} from './link-run.js'
import {placeOfUrl} from './place-of-url.js'

export function linkImage(run: LinkRun, node: Image): Image {
  const url = imageAddress(run, node.url, placeOfUrl(run.sourceOf(node.position), node))
  return url === node.url ? node : {...node, url}
}

/** A node that shows a file, as a video does. */
export function linkFile<T extends {src: string; srcPosition?: Position | undefined}>(
  run: LinkRun,
  node: T
): T {
  return {...node, src: imageAddress(run, node.src, node.srcPosition)}
}

/** The pictures of a card. */
export function cardImages(run: LinkRun, node: Card): Partial<Card> {
  const at = (key: 'imageTop' | 'imageBottom' | 'imageBackground') =>
    node[key] ? {[key]: imageAddress(run, node[key], node.imagePositions?.[key] ?? node.position)} : {}
  return {...at('imageTop'), ...at('imageBottom'), ...at('imageBackground')}
}

/** A picture of the project, as seen from the page's address; others as written. */
export function imageAddress(
  {inventory, page, hasFile, files, report}: LinkRun,
  url: string,
  position: Position | undefined
): string {
  // Where no pass made something else of it.
  if (url.startsWith('#'))
    report({
      ruleId: 'unknown-image',
      reason: `"${url}" is no picture; to show a part of the project again write the directive "embed"`,
      position
    })
  if (!hasFile || /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return url
  const file = /^[^?#]*/.exec(url)?.[0] ?? ''
  const path = file ? projectPath(page, decodeEscapes(file)) : url
  if (path !== undefined && hasFile(path)) {
    files.add(path)
    return inventory.fileHref(page, path) + url.slice(file.length)
  }
  report({
    ruleId: 'unknown-image',
    reason: `there is no file "${path ?? url}" in the project; paths count from the page's folder, with / from the root`,
    position
  })
  return url
}
