/** Directives that mystmd reads otherwise than Sphinx: the flavour says which way counts. */
import {describe, expect, test} from 'vitest'
import {type RenderOptions, render} from '../../src/index.js'
import {nativeParser} from '../../src/node/native-parser.js'

const mystmd: RenderOptions = {config: {flavour: 'mystmd'}}

describe.each([
  ['remark', {}],
  ['native', {parser: nativeParser}]
] as const)('the title of a named admonition, parsed by %s', (_, plugins) => {
  const draw = (source: string, options = mystmd): string => render(source, {...options, ...plugins}).html

  test.each([
    [':::{note} Mind the *gap*\nText.\n:::', 'Mind the <em>gap</em>', '<p>Text.</p>'],
    ['```{tip} Title\n:class: dropdown\n\nText.\n```', 'Title', '<p>Text.</p>'],
    [':::{warning}\n**Hot *stuff***\n\nText.\n:::', 'Hot <em>stuff</em>', '<p>Text.</p>'],
    [':::{warning}\n# Head\nText.\n:::', 'Head', '<p>Text.</p>'],
    // Words alone are no title, nor are bold words in a sentence.
    [':::{note} Words alone.\n:::', 'Note', '<p>Words alone.</p>'],
    [':::{note}\n**So** it is.\n:::', 'Note', '<p><strong>So</strong> it is.</p>'],
    [':::{note} Title\n**Bold**\n:::', 'Title', '<p><strong>Bold</strong></p>']
  ])('%j is headed %j', (source, title, body) => {
    const html = draw(source)
    expect(/admonition-title">(.*?)<\/(?:p|summary)>/.exec(html)?.[1]).toBe(title)
    expect(html.replace(/\n/g, '')).toContain(body)
  })

  test('begins the body in the other flavours', () => {
    for (const flavour of ['sphinx', 'jupyter-book'] as const)
      expect(draw(':::{note} Title\nText.\n:::', {config: {flavour, extensions: ['colon_fence']}})).toContain(
        '"admonition-title">Note</p><p>Title\nText.</p>'
      )
  })
})

test('the title stands where it is written', () => {
  const {tree} = render(':::{note}\n**Title**\n\nText.\n:::', mystmd)
  expect(tree.children[0]).toMatchObject({
    type: 'admonition',
    children: [{type: 'admonitionTitle', position: {start: {line: 2, column: 1}}}, {type: 'paragraph'}]
  })
})

describe('a grid', () => {
  const source = '::::{grid} 2\n:::{card} A\na\n:::\n:::{grid-item-card} B\nb\n:::\nText.\n::::'

  test('makes an item of whatever stands in it', () => {
    const {html, messages} = render(source, mystmd)
    expect(html.match(/class="sd-col /g)).toHaveLength(3)
    expect(html.match(/sd-w-100/g)).toHaveLength(2)
    expect(messages).toEqual([])
  })

  test('of the other flavours says what is none', () => {
    expect(render(source).messages.map(({ruleId}) => ruleId)).toEqual(['grid-child', 'grid-child'])
  })
})
