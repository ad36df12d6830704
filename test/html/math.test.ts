/** Formulas as HTML: numbered, referred to, drawn by a plug-in or shown, and never a way in for script. */
import {describe, expect, test} from 'vitest'
import {createProject, parse, render, texOf} from '../../src/index.js'
import {render as renderNode} from '../../src/node/index.js'

const body = (source: string) => render(source).html

describe('without a plug-in', () => {
  test('the source is shown', () => {
    expect(body('$a_b$')).toBe('<p><code class="math">a_b</code></p>')
    expect(body('$$\na\n$$ (x)')).toBe(
      '<div id="equation-x" class="math"><code class="math">a</code><span class="eqno">(1)</span></div>'
    )
  })
})

describe('numbers', () => {
  const source =
    '$$a$$\n\n$$b$$ (x)\n\n\\begin{align}c\\end{align}\n\n\\begin{align*}d\\end{align*}\n\n(y)=\n$$e$$\n\n{eq}`x` {eq}`y` [](#y) {eq}`there <x>`'

  test('as in Sphinx, equations with a label and environments without a star have one', () => {
    const {html} = render(source)
    expect([...html.matchAll(/<span class="eqno">\((\d)\)/g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3'
    ])
    expect(
      [...html.matchAll(/<a [^>]*href="([^"]*)">([^<]*)</g)].map(([, href, text]) => [href, text])
    ).toEqual([
      ['#equation-x', '(1)'],
      ['#equation-y', '(3)'],
      ['#equation-y', '(3)'],
      ['#equation-x', 'there']
    ])
  })

  test('in the flavour mystmd all have one but those with a star', () => {
    const {html} = render(source, {config: {flavour: 'mystmd'}})
    expect(html.match(/class="eqno"/g)).toHaveLength(4)
  })

  test('numbering can be switched off', () => {
    expect(render(source, {config: {numbering: false}}).html).not.toContain('eqno')
    expect(render(source, {config: {numbering: {equation: {start: 7}}}}).html).toContain('(7)')
  })

  test('a label is found from another page, and an unknown one is said', () => {
    const project = createProject({pages: {'a.md': '$$a$$ (one)', 'b.md': '{eq}`one` {eq}`onee`'}})
    const {html, messages} = project.render('b.md')
    expect(html).toContain('<a class="reference internal" href="a.html#equation-one">(1)</a>')
    expect(messages.map((message) => message.ruleId)).toEqual(['unknown-label'])
    expect(messages[0]?.reason).toContain('"one"')
  })
})

describe('the directive and the role', () => {
  test('name, label, class and nowrap', () => {
    const [node] = parse('```{math}\n:label: eq:a\n:class: big\n:nowrap:\na\n\nb\n```').children
    expect(node).toMatchObject({type: 'math', value: 'a\n\nb', label: 'eq:a', class: 'big', nowrap: true})
    expect(body('```{math} c\n:name: z\nd\n```')).toContain('id="equation-z"')
    expect(body('{math}`a^2`')).toBe('<p><code class="math">a^2</code></p>')
  })

  test('an empty one is said', () => {
    expect(render('```{math}\n```').messages.map((message) => message.ruleId)).toEqual(['empty-math'])
  })

  test.each([
    ['a', 'a'],
    ['a \\\\ b', '\\begin{split}\na \\\\ b\n\\end{split}'],
    ['\\begin{align}a \\\\ b\\end{align}', '\\begin{align}a \\\\ b\\end{align}'],
    ['a\n\n b', '\\begin{aligned}\na\\\\\nb\n\\end{aligned}'],
    ['a \\label{x}', 'a']
  ])('%j stands for %j', (value, expected) => {
    expect(texOf({type: 'math', value})).toBe(expected)
  })
})

describe('with temml', () => {
  test('a formula is MathML that passes the sanitizer', () => {
    expect(renderNode('$\\frac{a}{b}$').html).toBe(
      '<p><span class="math"><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></span></p>'
    )
    expect(renderNode('\\begin{flalign*}a&=b\\\\c&=d\\end{flalign*}').html).toContain('<mtable')
    expect(renderNode('\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}').html).toContain('<mtable')
    expect(renderNode('\\begin{equation}a\\end{equation}').html.match(/<span/g)).toHaveLength(1)
  })

  test('wrong TeX is shown as it is, and said at its place', () => {
    const {html, messages} = renderNode('a $\\nope x$ b')
    expect(html).toBe('<p>a <code class="math">\\nope x</code> b</p>')
    expect(messages.map(({ruleId, place, reason}) => [ruleId, place, reason])).toEqual([
      [
        'invalid-math',
        {start: {line: 1, column: 3, offset: 2}, end: {line: 1, column: 12, offset: 11}},
        'the formula is shown as its source: Unsupported function name: \\nope'
      ]
    ])
  })

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\text{<script>alert(1)</script>}',
    '\\htmlData{x=1}{a}',
    '\\includegraphics{https://e.example/x.png}',
    '\\style{background:url(https://e.example)}{a}',
    '\\class{sd-stretched-link}{a}',
    '\\unicode{"><script>}',
    '\\color{red;position:fixed}{a}',
    '\\def\\a{\\a\\a}\\a'
  ])('%s is no way in', (tex) => {
    const {html} = renderNode(`$${tex}$\n\n$$\n${tex}\n$$`)
    expect(html.replace(/<code class="math">[^<]*<\/code>/g, '')).not.toMatch(
      /<script|<a |<img|href=|src=|\son\w+=|javascript:|url\(|position/i
    )
  })

  test('MathML by authors has no links and no handlers', () => {
    const {html} = renderNode(
      '<math href="javascript:a"><mi onclick="a" xlink:href="javascript:a">x</mi><maction actiontype="statusline#http://a">y</maction><annotation-xml encoding="text/html"><b>z</b></annotation-xml></math>'
    )
    expect(html).not.toMatch(/javascript|onclick|maction|annotation|http/)
  })
})
