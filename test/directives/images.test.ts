import {describe, expect, test} from 'vitest'
import {expectMessage, renderCase} from './support.js'

describe('the size of an image', () => {
  test.each([
    [':scale: 50', 'width: 50%'],
    [':width: 200\n:height: 3em\n:scale: 50 %', 'width: 100px; height: 1.5em'],
    [':width: 33%\n:scale: 10', 'width: 3.3%'],
    [':height: 20px', 'height: 20px']
  ])('%j gives %s', (options, style) => {
    expect(renderCase(`:::{image} cat.png\n${options}\n:::\n`).html).toContain(`style="${style}"`)
  })
})

test('an image may wait until it comes near', () => {
  const {html, messages} = renderCase(
    ':::{image} cat.png\n:loading: lazy\n:::\n\n:::{image} cat.png\n:loading: link\n:::\n'
  )
  expect(messages).toEqual([])
  expect(html.match(/loading="lazy"/g)).toHaveLength(1)
})

test('a figure has the name that figname gives, unless it has one', () => {
  const figure = (options: string) => renderCase(`:::{figure} cat.png\n${options}\n\nA cat\n:::\n`)
  expect(figure(':figname: the cat').html).toContain('<figure id="the-cat"')
  expect(figure(':name: tom\n:figname: the cat').html).toContain('<figure id="tom"')
  expect(renderCase(':::{figure} cat.png\n:figname: tom\n\nA cat\n:::\n\n[](#tom)\n').messages).toEqual([])
})

describe('an address that may run script', () => {
  test.each([
    ['an image', 'An «![old cat](javascript:alert(1))» here.\n'],
    ['an image directive', ':::{image} «javascript:alert(1)»\n:alt: old cat\n:::\n'],
    ['a figure', ':::{figure} «data:text/html,x»\n:alt: old cat\n:::\n'],
    ['the top of a card', ':::{card} T\n:img-top: «javascript:alert(1)»\n:img-alt: old cat\n:::\n'],
    ['the bottom of a card', ':::{card} T\n:img-bottom: «vbscript:x»\n:img-alt: old cat\n:::\n'],
    ['the ground of a card', ':::{card} T\n:img-background: «javascript:alert(1)»\n:img-alt: old cat\n:::\n']
  ])('is said and left out of %s, and its words stay', (_, marked) => {
    expectMessage(marked, 'unsafe-url', /left out/)
    const {html} = renderCase(marked.replace(/[«»]/g, ''))
    expect(html).toContain('<span class="unresolved">old cat</span>')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('script:')
  })
})

test('what a style may not do is said, and the rest of it stays', () => {
  const marked = ':::{div} x\n:style: «width: 50%; position: fixed»\n\nWords\n:::\n'
  expectMessage(marked, 'style-left-out', /^"position: fixed" is left out/)
  expect(renderCase(marked.replace(/[«»]/g, '')).html).toContain('<div class="x" style="width: 50%">')
})
