import type {Nodes, Root} from 'hast'
import {describe, expect, test} from 'vitest'
import {translations} from '../../src/html/translations.js'
import {type Config, createProject, render} from '../../src/index.js'
import {rehypePlugins} from '../../src/rehype.js'

const rules = (source: string, config: Config = {}, path = 'a.md') =>
  render(source, {config, path}).messages.map(({ruleId, fatal}) => [ruleId, fatal])

describe('severity of messages', () => {
  const source = '{nosuch}`a` [b](no:where)\n'

  test('is warning by itself', () => {
    expect(rules(source)).toEqual([
      ['unknown-role', false],
      ['unknown-label', false]
    ])
  })

  test('follows the last rule that fits', () => {
    const messages: Config['messages'] = [
      {rule: '*', severity: 'info'},
      {rule: 'unknown-label', severity: 'error'},
      {rule: 'unknown-role', pages: 'drafts/**', severity: 'off'}
    ]
    expect(rules(source, {messages})).toEqual([
      ['unknown-role', undefined],
      ['unknown-label', true]
    ])
    expect(rules(source, {messages}, 'drafts/x/a.md')).toEqual([['unknown-label', true]])
  })

  test('a comment silences rules in the block after it, and in no other', () => {
    const text = (comment: string) => `${comment}\n{nosuch}\`a\` [b](no:where)\n\n{nosuch}\`c\`\n`
    expect(rules(text('% mystmark-ignore unknown-role'))).toEqual([
      ['unknown-label', false],
      ['unknown-role', false]
    ])
    expect(rules(text('% mystmark-ignore unknown-role, unknown-label'))).toEqual([['unknown-role', false]])
    expect(rules(text('% mystmark-ignore'))).toEqual([['unknown-role', false]])
    expect(rules(text('% mystmark-ignored by no one'))).toHaveLength(3)
  })

  test('a comment silences rules in the whole page', () => {
    expect(rules(`{nosuch}\`a\`\n\n% mystmark-ignore-page unknown-role\n\n${source}`)).toEqual([
      ['unknown-label', false]
    ])
  })

  test('a comment inside a directive speaks of the block after it there', () => {
    expect(rules(':::{note}\n% mystmark-ignore unknown-role\n{nosuch}`a`\n\n{nosuch}`b`\n:::\n')).toEqual([
      ['unknown-role', false]
    ])
  })
})

describe('hooks', () => {
  test('language gives the words that no author wrote', () => {
    expect(render(':::{warning}\nx\n:::', {config: {language: 'de-AT'}, translations}).html).toContain(
      '<p class="admonition-title">Warnung</p>'
    )
    expect(
      render(':::{warning}\nx\n:::', {config: {language: 'xx'}, words: {warning: 'Watch out'}}).html
    ).toContain('>Watch out<')
  })

  test('elements draws a node in a way of its own', () => {
    const html = render('{kbd}`A`', {
      elements: {
        keyboard: (node, {all}) => ({
          type: 'strong',
          children: all(node.children).filter((child) => child.type === 'text')
        })
      }
    }).html
    expect(html).toBe('<p><strong>A</strong></p>')
  })

  test('rehype plug-ins see the page last', () => {
    const mark = () => (tree: {children: unknown[]}) => {
      tree.children.push({type: 'comment', value: 'seen'})
    }
    expect(render('x', {transformHast: rehypePlugins([mark])}).html).toBe('<p>x</p><!--seen-->')
  })

  test('what rehype plug-ins take away of the page stays in the tree', () => {
    const strip = () => (tree: Root) => {
      const visit = (node: Nodes): void => {
        delete node.position
        if ('children' in node) node.children.forEach(visit)
      }
      visit(tree)
    }
    const {hast, tree} = render('*x*', {transformHast: rehypePlugins([strip])})
    expect(JSON.stringify(hast)).not.toContain('position')
    expect(tree).toEqual(render('*x*').tree)
  })

  test('handlers of mdast-util-to-hast can be given', () => {
    const html = render('a\n\n---\n', {
      toHast: {
        handlers: {
          thematicBreak: () => ({
            type: 'element',
            tagName: 'hr',
            properties: {className: ['wavy']},
            children: []
          })
        }
      }
    }).html
    expect(html).toContain('<hr class="wavy">')
  })

  test('url and base say where pages are', () => {
    const pages = {'index.md': '{doc}`a/b`', 'a/b.md': '# B\n\n[home](../index.md)\n'}
    const folders = createProject({
      pages,
      url: (page) => page.replace(/(?:index)?\.md$/, page.endsWith('index.md') ? 'index.html' : '/')
    })
    expect(folders.render('index.md').html).toContain('href="a/b/"')
    const based = createProject({pages, config: {base: '/docs/'}})
    expect(based.render('a/b.md').html).toContain('href="/docs/index.html"')
  })

  test('front matter is in the result as it was written', () => {
    expect(render('---\ntitle: T\ntags: [a, b]\n---\nx').frontMatter).toEqual({title: 'T', tags: ['a', 'b']})
  })

  test('an id prefix moves ids and links together', () => {
    const {html} = render('# A\n\n(b)=\n## B\n\n[x](#b) [^n]\n\n[^n]: N\n', {config: {idPrefix: 'p-'}})
    expect([...html.matchAll(/ id="([^"]*)"/g)].every(([, id]) => id?.startsWith('p-'))).toBe(true)
    for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${id}"`)
  })

  test('a wrong configuration throws a sentence that names the keys', () => {
    const config: object = {heading_anchors: 3}
    expect(() => render('x', {config})).toThrow(
      /unknown "heading_anchors" \[known: extensions, headingAnchors/
    )
  })
})
