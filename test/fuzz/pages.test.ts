/** What holds for the HTML and the messages of any project. */
import fc from 'fast-check'
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {serialize} from '../../src/html/serialize.js'
import {createProject, type RenderedPage} from '../../src/node/index.js'
import {budget, timeout} from './budget.js'
import {pages} from './pages.js'

const config = {extensions: 'all', genericDirectives: true, headingAnchors: 3, numbering: true} as const

/** What is wrong with a page, a line each; its own positions are tried by `test/syntax`. */
function faultsOf(page: string, rendered: RenderedPage, project: Readonly<Record<string, string>>): string[] {
  const source = project[page] ?? ''
  const tree = fromHtml(rendered.html, {fragment: true})
  return [
    ...misplacedMessages(rendered, source),
    ...repeatedIds(tree),
    ...unsafeAddresses(tree),
    ...deadAnchors(tree, rendered),
    ...(serialize(tree) === rendered.html ? [] : [`reads back as ${serialize(tree)}`])
  ].map((fault) => `${page}: ${fault}`)
}

function misplacedMessages({messages}: RenderedPage, source: string): string[] {
  const lines = source.split('\n')
  return messages.flatMap((message) => {
    const {place} = message
    if (!place) return []
    const {start, end} = 'start' in place ? place : {start: place, end: place}
    const inside = [start, end].every(
      ({line, column, offset = 0}) =>
        line >= 1 &&
        line <= lines.length &&
        column >= 1 &&
        column <= (lines[line - 1] ?? '').length + 1 &&
        offset <= source.length
    )
    return inside && (start.offset ?? 0) <= (end.offset ?? 0) ? [] : [`outside of the text: ${message}`]
  })
}

function repeatedIds(tree: Root): string[] {
  const seen = new Set<unknown>()
  const repeated: string[] = []
  visit(tree, 'element', ({properties: {id}}) => {
    if (id === undefined) return
    if (seen.has(id)) repeated.push(`id ${id} stands twice`)
    seen.add(id)
  })
  return repeated
}

const addressed = [
  'href',
  'src',
  'poster',
  'action',
  'formAction',
  'data',
  'cite',
  'xLinkHref',
  'srcSet',
  'srcDoc',
  'background'
]
const harmless = /^(?:https?|mailto|ftps?|tel|irc|ircs|sms|xmpp|wiki|doi|news):/i

/** An address as a browser takes it: without white space and control characters in its scheme. */
const asTaken = (value: string): string => [...value].filter((letter) => letter > ' ').join('')

function unsafeAddresses(tree: Root): string[] {
  const unsafe: string[] = []
  visit(tree, 'element', (element) => {
    const {tagName, properties} = element
    if (['script', 'object', 'embed', 'base', 'meta', 'link', 'form'].includes(tagName))
      unsafe.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) unsafe.push(`${name} on ${tagName}`)
      if (name === 'style' && /url|expression|@import/i.test(String(value))) unsafe.push(`style ${value}`)
      if (!addressed.includes(name)) continue
      const address = asTaken(String(value))
      const picture =
        tagName === 'img' && /^data:image\/(?:png|gif|jpeg|webp|avif|svg\+xml)[;,]/i.test(address)
      if (/^[a-z][a-z\d+.-]*:/i.test(address) && !harmless.test(address) && !picture)
        unsafe.push(`${name}="${value}" on ${tagName}`)
    }
  })
  return unsafe
}

function deadAnchors(tree: Root, {messages}: RenderedPage): string[] {
  const ids = new Set<string>()
  const links: Element[] = []
  visit(tree, 'element', (element) => {
    const {id, name} = element.properties
    if (id !== undefined) ids.add(String(id))
    if (name !== undefined) ids.add(String(name))
    if (element.tagName === 'a') links.push(element)
  })
  // What leads nowhere on this page was said, with any rule: forms of references differ in their words.
  const said = messages.some(({ruleId = ''}) => /^(?:unknown|unresolved|html-link|ambiguous)/.test(ruleId))
  return links.flatMap(({properties: {href}}) => {
    const id = /^#(.+)/.exec(String(href ?? ''))?.[1]
    return id === undefined || ids.has(id) || ids.has(decoded(id)) || said ? [] : [`#${id} is nowhere`]
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

test('any project renders: messages inside the text, ids once, safe addresses, HTML that reads back', {
  timeout
}, () => {
  fc.assert(
    fc.property(pages, (sources) => {
      const project = createProject({pages: sources, config})
      const faults = project.pages.flatMap((page) => faultsOf(page, project.render(page), sources))
      expect(faults).toEqual([])
    }),
    budget(300)
  )
})

test('after any edits a project is what it would be had it been written so', {timeout}, () => {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(3),
    insert: fc.constantFrom('', 'x\n', '```\n', ':::{note}\n', '> ', '\n\n', '{ref}`one`', '(one)=\n')
  })
  fc.assert(
    fc.property(pages, fc.array(edit, {minLength: 1, maxLength: 6}), (sources, edits) => {
      let text = sources['index.md'] ?? ''
      const before = createProject({pages: sources, config})
      const first = before.render('index.md').html
      for (const {at, remove, insert} of edits) {
        const from = text.length === 0 ? 0 : at % text.length
        text = text.slice(0, from) + insert + text.slice(from + remove)
        const edited = {...sources, 'index.md': text}
        const project = createProject({pages: edited, config})
        expect(project.pages.flatMap((page) => faultsOf(page, project.render(page), edited))).toEqual([])
      }
      // Nothing of one project stays in another, and rendering twice is rendering once.
      expect(before.render('index.md').html).toBe(first)
      expect(createProject({pages: sources, config}).render('index.md').html).toBe(first)
    }),
    budget(30)
  )
})
