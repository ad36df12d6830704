/** What is not there: an address, a body where none belongs, something drawn that a label could stand on. */
import {describe, expect, test} from 'vitest'
import {expectMessage, renderCase} from './support.js'

describe('an address that is missing', () => {
  test.each(['image', 'iframe', 'youtube', 'vimeo', 'peertube', 'video'])('draws no empty %s', (name) => {
    const {html, messages} = renderCase(`\`\`\`{${name}}\n\`\`\``)
    expect(html).not.toMatch(/<(?:img|iframe|video)\b/)
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['missing-argument'])
  })

  test('leaves the description of an image', () => {
    expect(renderCase('```{image}\n:alt: A boat\n```').html).toBe('<span class="unresolved">A boat</span>')
  })

  test('is said where a placeholder names it', () => {
    expectMessage(
      '```{figure}\n:placeholder: «boat.png»\n\nA boat\n```',
      'unknown-image',
      /no file "boat.png"/
    )
  })
})

test.each(['highlight', 'default-role', 'title', 'sectionauthor', 'c:namespace', 'tabularcolumns'])(
  '%s, which takes no body, hides none',
  (name) => {
    const {html, messages} = renderCase(`\`\`\`{${name}} a\nWords *of* the author.\n\`\`\``)
    expect(html).toBe('<p>Words <em>of</em> the author.</p>')
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['unexpected-body'])
  }
)

test('what stays as it was written shows its body once', () => {
  const {html} = renderCase('```{include} none.md\n\n## Part\n```')
  expect(html.match(/Part/g)).toHaveLength(1)
})

describe('a label', () => {
  test.each([
    ['on what draws nothing', '```{toctree}\n:hidden:\n:name: q\n\nother\n```'],
    ['on a signature that is not shown', '```{py:function} f(x)\n:no-typesetting:\n:name: q\n```'],
    ['on a module', '```{py:module} m\n:name: q\n```'],
    ['on entries of the index', '```{index} a, b\n:name: q\n```'],
    ['before what draws nothing', '(q)=\n(r)=\n```{toctree}\n:hidden:\n\nother\n```']
  ])('%s is led to, by one id', (_, source) => {
    const {html} = renderCase(`# T\n\n${source}\n\n[](#q)`)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toContain('q')
    expect(ids).toEqual([...new Set(ids)])
  })
})

test('a linked picture that leads nowhere has no name of a link', () => {
  expect(renderCase('```{image} cat.png\n:target: nowhere\n```').html).toBe(
    '<span class="image-reference xref unresolved"><img alt="" src="cat.png"></span>'
  )
})

test.each([
  'data:image/svg+xml;base64,PHN2Zy8+',
  'data:image/svg+xml,%3Csvg/%3E',
  'data:image/png;base64,AAAA'
])('a picture in the address itself is shown: %s', (address) => {
  for (const source of [
    `![A](${address})`,
    `\`\`\`{image} ${address}\n:alt: A\n\`\`\``,
    `<img src="${address}" alt="A">`
  ]) {
    const {html, messages} = renderCase(source)
    expect(html).toContain(`src="${address}"`)
    expect(messages).toEqual([])
  }
})

test('a picture in the address is no place to go to', () => {
  expect(renderCase('[a](data:image/svg+xml,%3Csvg/%3E)').html).not.toContain('href')
})
