/** A site of which all is hostile: its documents have no script but their own. */
import type {Element, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {createSite, nodePlugins} from '../../src/node/index.js'
import {harmInTree} from './harmless.js'
import {hostileSite} from './site.js'

const site = createSite({...nodePlugins(), ...hostileSite()})

function elementsOf(tree: Root | Element): Element[] {
  const out: Element[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') out.push(node)
    if ('children' in node) stack.push(...node.children)
  }
  return out
}

/** What a document's frame may have beside harmless elements: its own head, and its button for the theme. */
const own = [
  /^script(?: src=(?:\/[^ ]*\/|(?:\.\.\/)*)mystmark\/(?:theme|script)\.js)(?: defer)?$/,
  /^link (?:rel=stylesheet href=(?:\/[^ ]*\/|(?:\.\.\/)*)mystmark\/style\.css|rel=icon href=data:,|rel=canonical href=https:\/\/good\.test\/[^ ]*)$/,
  /^meta (?:charset=utf-8|name=(?:viewport|description|color-scheme|robots) content=[\s\S]*)$/,
  /^button class=myst-theme type=button title=Theme data-auto=Auto data-light=Light data-dark=Dark hidden$/,
  /^title$/
]

function shown({tagName, properties}: Element): string {
  const names: Record<string, string> = {className: 'class', charSet: 'charset'}
  return [
    tagName,
    ...Object.entries(properties).map(([name, value]) => {
      const shownName = names[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return value === true ? shownName : `${shownName}=${Array.isArray(value) ? value.join(' ') : value}`
    })
  ].join(' ')
}

function harmInDocument(document: string): string[] {
  const tree = fromHtml(document)
  const mine = elementsOf(tree).filter((each) => {
    const text = shown(each)
    return own.some((pattern) => pattern.test(text))
  })
  const kept = new Set(mine)
  const strip = <T extends Root | Element>(node: T): T => ({
    ...node,
    children: node.children
      .filter((child) => child.type !== 'element' || !kept.has(child))
      .map((child) => (child.type === 'element' ? strip(child) : child))
  })
  const scripts = mine.filter(({tagName}) => tagName === 'script').length
  return [
    ...harmInTree(strip(tree)),
    ...(scripts > 2 ? [`${scripts} scripts`] : []),
    // The frame's own parts come once: none was closed from within.
    ...['html', 'head', 'body', 'main', 'title'].flatMap((name) => {
      const count = elementsOf(tree).filter(({tagName}) => tagName === name).length
      return count === 1 || (name === 'main' && count > 1) ? [] : [`${count} <${name}>`]
    })
  ]
}

describe('a hostile site', () => {
  test('has no page that does harm, from the first tag to the last', () => {
    const harm = site.pages.flatMap((page) =>
      harmInDocument(site.render(page).document).map((what) => `${page}: ${what}`)
    )
    expect(harm).toEqual([])
  })

  test('has no document that stands for no page and does harm', () => {
    const harm = site.extraDocuments().flatMap(({document}) => harmInDocument(document))
    expect(harm).toEqual([])
  })

  test.each(['javascript:alert(1)//', 'java\tscript:alert(1)', 'data:text/html,'])(
    'is not built on %s',
    (base) => expect(() => createSite({pages: {'index.md': '# A'}, config: {base}})).toThrow(/"base": write/)
  )
})
