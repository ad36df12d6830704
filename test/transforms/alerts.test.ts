import {describe, expect, test} from 'vitest'
import {parse, render} from '../../src/index.js'

const types = (source: string): string[] => parse(source).children.map((node) => node.type)

describe('alerts', () => {
  test.each<[string, string]>([
    ['> [!NOTE]\n> a', 'admonition'],
    ['> [!tip]\n> a', 'admonition'],
    ['> [!NOTE]', 'admonition'],
    ['> [!NOTE]  \n> *a*', 'admonition'],
    ['> [!WARNING] title\n> a', 'blockquote'],
    ['> [!NOTE] *a*', 'blockquote'],
    ['> [!FOO]\n> a', 'blockquote'],
    ['> a\n> [!NOTE]', 'blockquote']
  ])('%j', (source, type) => {
    expect(types(source)).toEqual([type])
  })

  test('the text behind the marker has its own place', () => {
    const source = '- > [!NOTE]\n  >  a b\n  >\n  > c'
    const [list] = parse(source).children
    const item = list?.type === 'list' ? list.children[0]?.children[0] : undefined
    const body = item?.type === 'admonition' ? item.children[0] : undefined
    expect(source.slice(body?.position?.start.offset, body?.position?.end.offset)).toBe('a b')
    expect(body?.position?.start).toMatchObject({line: 2, column: 6})
  })

  test('a kind that is nearly one is said', () => {
    expect(render('> [!WARNNG]\n> a').messages.map(String)).toEqual([
      'index.md:1:3-1:12: "[!WARNNG]" is no kind of alert; did you mean "warning"?'
    ])
  })
})

test.each(['> [!tip] Title\n> a', '> [!TIP]- a', '> [!TIP] *a*'])(
  '%j: text behind the kind is said',
  (source) => {
    const {messages} = render(source)
    expect(
      messages.map(({ruleId, line, column, reason}) => [ruleId, line, column, reason.slice(0, 11)])
    ).toEqual([['unknown-alert', 1, 3, 'text behind']])
  }
)

describe('raw HTML that becomes nodes', () => {
  const html = (source: string): string => render(source).html.replace(/\n/g, '')

  test.each<[string, string]>([
    [
      '<img src="https://x.org/a.png" alt="A" width="100px">',
      '<img alt="A" src="https://x.org/a.png" style="width: 100px">'
    ],
    ['in <img src="https://x.org/b.png"> line', '<p>in <img src="https://x.org/b.png"> line</p>'],
    ['<img src="javascript:alert(1)" onerror="x">', ''],
    [
      '<div class="admonition tip c">\n<p class="title">T *x*</p>\npara **b**\n</div>',
      '<aside class="admonition tip c"><p class="admonition-title">T <em>x</em></p><p>para <strong>b</strong></p></aside>'
    ],
    [
      '<div class="admonition warning">\n\nText *x*\n\n</div>',
      '<aside class="admonition warning"><p class="admonition-title">Warning</p><p>Text <em>x</em></p></aside>'
    ]
  ])('%j', (source, expected) => {
    expect(html(source).replace(/ role="[a-z]+"/g, '')).toBe(expected)
  })

  test('what stands in an admonition of HTML is read like the rest of the page', () => {
    const inner = '{.c}\n{{ name }} {sub}`x`\n\n> [!TIP]\n> y\n\n- {#q}\n  z'
    const options = {config: {substitutions: {name: 'value'}}}
    const around = render(`<div class="admonition">\n\n${inner}\n\n</div>`, options)
    expect(around.html).toContain('<p class="c">value <sub>x</sub></p><aside class="admonition tip"')
    expect(around.html).toContain('<li><p id="q">z</p></li>')
    const whole = render('<div class="admonition">\n{.c}\n{{ name }}\n</div>', options)
    expect(whole.html).toContain('<p class="c">value</p>')
    expect([...around.messages, ...whole.messages]).toEqual([])
  })

  test('what a substitution brings, too', () => {
    const {html} = render('{{ picture }}', {config: {substitutions: {picture: '<img src="/a.png">'}}})
    expect(html).toBe('<img alt="" src="/a.png">')
  })

  test('other HTML stays as it is', () => {
    expect(types('<div class="foo">x</div>')).toEqual(['html'])
    expect(types('<div class="admonition">x</div>\n<b>y</b>')).toEqual(['html'])
    expect(types('<div class="admonition">\n\nx')).toEqual(['html', 'paragraph'])
  })
})
