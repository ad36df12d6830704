/** What one paragraph and one line may open; past it the words stand as they were written, and a message says so. */
import {describe, expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {bounds} from '../../src/syntax/bounds.js'
import {mystSyntax} from '../../src/syntax/extension.js'

function shown(source: string) {
  const {html, messages} = render(source)
  return {html, told: messages.map(({ruleId, line, column}) => `${line}:${column} ${ruleId}`)}
}

describe('marks of a paragraph', () => {
  test('are read up to 2,000', () => {
    const {html, told} = shown(`${'*a* '.repeat(1000)}b`)
    expect(html.match(/<em>/g)).toHaveLength(1000)
    expect(told).toEqual([])
  })

  test('are text past that, to the end of the paragraph, with one message', () => {
    const {html, told} = shown(`${'*a* '.repeat(1000)}*b* &amp; [c](d)\nand *e*\n\n*f*`)
    expect(html).toContain('*b* &#x26;amp; [c](d)\nand *e*</p>')
    expect(html).toContain('<p><em>f</em></p>')
    expect(told).toEqual(['1:4000 page-limit'])
  })

  test('count by the paragraph', () => {
    expect(shown(`${`${'*a* '.repeat(900)}\n\n`.repeat(3)}`).told).toEqual([])
  })

  test('count once in a run, and a run is taken whole', () => {
    expect(shown(`a ${'_'.repeat(1900)} b`).told).toEqual([])
    expect(shown(`a ${'_'.repeat(2100)} b`)).toEqual({
      html: `<p>a ${'_'.repeat(2100)} b</p>`,
      told: ['1:1 page-limit']
    })
  })

  test('of images in each other are as many', () => {
    const {html, told} = shown(`${'!['.repeat(2100)}a${'](b)'.repeat(2100)} *c*\n\n*d*`)
    expect(html).toContain('<em>d</em>')
    expect(html).not.toContain('<img')
    expect(told).toEqual(['1:1 page-limit'])
  })

  test('do not count where they open something: HTML, or stand in code', () => {
    expect(shown('<b>a</b> '.repeat(1500)).told).toEqual([])
    expect(shown(`a \`${'['.repeat(3000)}\``).told).toEqual([])
    expect(shown(`\`\`\`\n${'[*'.repeat(3000)}\n\`\`\``).told).toEqual([])
  })

  test('leave what stands around them', () => {
    expect(shown(`# ${'['.repeat(2100)}\n\n*a*`).html).toMatch(/<h1[^>]*>\[{2100}<\/h1>\n<p><em>a<\/em><\/p>/)
    expect(shown(`> - ${'a* '.repeat(2100)}\n>\n>   *b*`).html).toContain('<em>b</em>')
  })
})

describe.each([
  ['in parentheses', '(', ')'],
  ['in quotes', '"', '"'],
  ['in single quotes', "'", "'"]
])('the title of a link %s', (_, begin, end) => {
  const titled = (length: number, last = end): string =>
    `[a](//b ${begin}${'c'.repeat(length)}${last}) *d*\n*e*\n\n*f*`

  test('has up to 999 characters', () => {
    expect(shown(titled(999))).toEqual({
      html: `<p><a class="reference external" href="//b" title="${'c'.repeat(999)}">a</a> <em>d</em>\n<em>e</em></p>\n<p><em>f</em></p>`,
      told: []
    })
  })

  test.each(['1000 characters', 'no end'])('with %s is text, with a message, and so is its link', (kind) => {
    const source = kind === 'no end' ? titled(2000, '\\') : titled(1000)
    const text = source.slice(0, source.indexOf(' *d*')).replace('\\', '')
    expect(shown(source)).toEqual({
      html: `<p>${text} <em>d</em>\n<em>e</em></p>\n<p><em>f</em></p>`,
      told: ['1:1 page-limit']
    })
  })

  test('is sought once: what begins in it is no title, what begins behind it may be', () => {
    const inner = `[a](b\n${begin}${'c'.repeat(99)}\n`
    const source = `[a](b\n${begin}${begin === '(' ? inner.repeat(20) : 'c\n'.repeat(999)}${end})\n\n[a](//b ${begin}c${end})`
    const {html, told} = shown(source)
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(told).toHaveLength(1)
  })

  test('without end keeps what else it is as far as the paragraph ends soon', () => {
    const {html, told} = shown(`[a](b ${begin}c *d*\n\n[a]: //e`)
    expect(html).toMatch(/^<p><a class="reference external" href="\/\/e">a<\/a>\(b .+c <em>d<\/em><\/p>$/)
    expect(told).toEqual([])
  })

  test('ends what another began in it', () => {
    const [other, otherEnd] = begin === '(' ? ['"', '"'] : ['(', ')']
    const {html} = shown(`[a](b ${begin}c [d](//e ${other}f${otherEnd}) ${'g '.repeat(999)}`)
    expect(html).toContain('<a class="reference external" href="//e" title="f">d</a>')
  })
})

test('containers of ours have names by which they are known: those of plug-ins may open on any line', () => {
  const {syntax} = createCompiler({extensions: ['deflist', 'fieldlist', 'colon_fence']}, {})
  const containers = [bounds, mystSyntax(syntax)].flatMap(({document = {}}) => Object.values(document).flat())
  expect(containers.length).toBeGreaterThan(10)
  for (const container of containers) expect(container?.name).toMatch(/^myst/)
})

describe('containers on one line', () => {
  test('begin within 200 columns; what is further is text, with a message', () => {
    const {html, told} = shown(`${'> '.repeat(120)}a\n\n- b`)
    expect(html.match(/<blockquote>/g)).toHaveLength(100)
    expect(html).toContain(`<p>${'> '.repeat(20).replaceAll('>', '&gt;')}a</p>`.replaceAll('&gt;', '>'))
    expect(html).toContain('<li>b</li>')
    expect(told).toEqual(['1:201 page-limit'])
  })

  test.each(['- ', '+ ', '1. ', '> - ', '[^a]: '])('of %s end', (marker) => {
    const {html, told} = shown(`${marker.repeat(500)}word`)
    expect(html).toContain('word')
    expect(told.length).toBeGreaterThan(0)
  })

  test.each(['- ', '* ', '-\t', '> - '])('of %j are text where very many stand in a row', (marker) => {
    const {html, told} = shown(`${marker.repeat(1500)}a\n\n- b`)
    expect(html).toContain('<li>b</li>')
    expect(told).toEqual([marker.startsWith('>') ? '1:201 page-limit' : '1:1 page-limit'])
  })

  test('leave rules and code as they are', () => {
    expect(shown('* '.repeat(2000))).toEqual({html: '<hr>', told: []})
    expect(shown(`a\n${'-'.repeat(3000)} b`).told).toEqual([])
    expect(shown(`\`\`\`\n${'- '.repeat(2000)}a\n\`\`\``).told).toEqual([])
    expect(shown('* '.repeat(500))).toEqual({html: '<hr>', told: []})
    expect(shown(`    ${'- '.repeat(500)}`).told).toEqual([])
    expect(shown(`a ${'- '.repeat(500)}`).told).toEqual([])
  })
})

describe('what holds parts only, at the limit of depth', () => {
  const parts = ['- a *b*', '| *a* |\n|---|\n| *b* |', ':a *b*: c *d*', 'a\n: b *c*', '{.a}\n- b *c*']

  test.each(parts)('%j keeps its words and is drawn', (source) => {
    for (let depth = 0; depth < 10; depth++) {
      const {html} = render(source, {config: {extensions: 'all', limits: {depth}}})
      for (const [word] of source.matchAll(/[a-d](?!\})/g)) expect(html).toContain(word)
    }
  })

  test('quotes and lists in turn', () => {
    expect(shown(`${'> - '.repeat(100)}a`).told.length).toBeGreaterThan(0)
  })
})
