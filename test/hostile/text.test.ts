/** No page makes script run, in any sink and on any way through the library: as a parser of HTML reads it. */
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {remarkMyst, render as renderCore} from '../../src/index.js'
import {toMarkdown} from '../../src/markdown.js'
import {parse, render} from '../../src/node/index.js'
import {harmIn} from './harmless.js'
import {sinks, vectors} from './vectors.js'

const all = {config: {extensions: 'all' as const}}

const host = unified().use(remarkParse).use(remarkMyst, all).use(remarkRehype).use(rehypeStringify).freeze()

/** From a page's text to HTML. */
const ways: Readonly<Record<string, (source: string) => string>> = {
  'by render of the core, where raw HTML is text': (source) =>
    renderCore(source, {config: {extensions: 'all'}}).html,
  'by render with the batteries of Node': (source) => render(source, all).html,
  'with the default configuration': (source) => render(source).html,
  'with the directives of Docusaurus': (source) =>
    render(source, {config: {extensions: 'all', genericDirectives: true}}).html,
  'as a trusted author, but for raw HTML': (source) =>
    renderCore(source, {config: {extensions: 'all'}, allowDangerousHtml: true}).html,
  'written back to Markdown and rendered again': (source) => render(toMarkdown(parse(source, all)), all).html,
  'by remarkMyst in a pipeline of unified': (source) => String(host.processSync(source))
}

test('there are enough vectors, and none has the name of another', () => {
  expect(vectors.length).toBeGreaterThan(300)
  expect(new Set(vectors.map(({sink, name}) => `${sink}: ${name}`)).size).toBe(vectors.length)
})

describe.each(Object.entries(ways))('%s', (_, html) => {
  test.each(sinks)('%s do no harm', (_sink, each) => {
    const harm = each.flatMap(({name, source}) => harmIn(html(source)).map((what) => `${name}: ${what}`))
    expect(harm).toEqual([])
  })
})

test('with a prefix every id has it, and so has every link to one', () => {
  const prefix = 'user-content-'
  const bare = vectors.flatMap(({sink, name, source}) => {
    const {html} = render(source, {config: {extensions: 'all', idPrefix: prefix}})
    return [...html.matchAll(/\s(?:id|name|for|aria-(?:controls|describedby|labelledby)|href)="([^"]*)"/g)]
      .filter(([attribute, value = '']) => !/href/.test(attribute) || /^#./.test(value))
      .filter(([, value = '']) => !value.replace(/^#/, '').startsWith(prefix))
      .map(([attribute]) => `${sink}: ${name}: ${attribute}`)
  })
  expect(bare).toEqual([])
})
