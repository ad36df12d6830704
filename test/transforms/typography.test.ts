import {describe, expect, test} from 'vitest'
import type {ExtensionName} from '../../src/index.js'
import {parse, render} from '../../src/index.js'
import {sharedCases} from '../shared-cases.js'
import {cpuNow, hasShared} from '../support.js'

function html(source: string, ...extensions: ExtensionName[]): string {
  return render(source, {config: {extensions: ['colon_fence', ...extensions]}}).html.replace(/\n+$/, '')
}

describe('typographic characters', () => {
  test.each<[string, string]>([
    ["\"a\" 'b' isn't", '<p>“a” ‘b’ isn’t</p>'],
    ['"a `"` *b*"', '<p>“a <code>"</code> <em>b</em>”</p>'],
    ['\\"a" &quot;b&quot;', '<p>"a" "b"</p>'],
    ['a -- b --- c ...', '<p>a – b — c …</p>'],
    [
      'https://x.org/a--b',
      '<p><a class="reference external" href="https://x.org/a--b">https://x.org/a--b</a></p>'
    ],
    ['(c) +- ????? \\(c)', '<p>© ± ??? (c)</p>']
  ])('%s', (source, expected) => {
    expect(html(source, 'smartquotes', 'replacements', 'gfm_autolink')).toBe(expected)
  })

  test("a project may have Sphinx' quotes, dashes and dots without the rest", () => {
    const {html: out} = render('"a" -- b... (c)', {config: {smartquotes: true}})
    expect(out).toBe('<p>“a” – b… (c)</p>')
  })

  test('many quotes that match nothing stay linear', () => {
    const time = (count: number): number => {
      const source = `${'"a '.repeat(count)}${"b' ".repeat(count)}`
      const start = cpuNow()
      html(source, 'smartquotes')
      return cpuNow() - start
    }
    time(500)
    expect(time(16_000)).toBeLessThan(Math.max(40 * time(1000), 3000))
  })
})

describe('addresses in text', () => {
  const hrefs = (source: string, ...extensions: ExtensionName[]): string[] =>
    [...html(source, ...extensions).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)

  test.each<[string, ...string[]]>([
    ['see example.org, x.', 'http://example.org'],
    ['README.md setup.py run.sh a.b.c e.g. B.Sc. docs.page'.replace(' docs.page', '')],
    ['www.x.org/a_b. a@b.org', 'http://www.x.org/a_b', 'mailto:a@b.org'],
    ['`https://x.org` [t](https://y.org)', 'https://y.org'],
    ['https://x.org/(a) (https://y.org)', 'https://x.org/(a)', 'https://y.org'],
    ['path/to/x.com @x.com user@']
  ])('linkify: %s', (source, ...expected) => {
    expect(hrefs(source, 'linkify')).toEqual(expected)
  })

  test('without linkify names alone are text', () => {
    expect(hrefs('example.org www.x.org', 'gfm_autolink')).toEqual(['http://www.x.org'])
  })

  test('a link has the place of its address, also behind escapes and in quotes', () => {
    const source = '> \\* a\n>   https://x.org b'
    const links: string[] = []
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      if ('type' in node && node.type === 'link' && 'position' in node) {
        const {start, end} = node.position as {start: {offset: number}; end: {offset: number}}
        links.push(source.slice(start.offset, end.offset))
      }
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
    }
    visit(parse(source, {config: {extensions: ['linkify']}}))
    expect(links).toEqual(['https://x.org'])
  })
})

/** One form for both renderers. */
function adapt(out: string): string {
  return out
    .replace(/ class="reference [a-z]+"/g, '')
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&amp;|&#x26;/g, '&')
    .replace(/&lt;|&#x3C;/g, '<')
    .replace(/ \/>/g, '>')
    .replace(/\s+/g, ' ')
    .trim()
}

describe.each<[string, ExtensionName[], Set<string>]>([
  // An address right behind a link is one too: nobody means it as text.
  ['gfm_autolink', ['gfm_autolink'], new Set(['GFM autolink: angle bracket autolink still works'])],
  ['mdit/smartquotes', ['smartquotes', 'replacements'], new Set()],
  ['mdit/typographer', ['replacements'], new Set()]
])('cases of %s', (group, extensions, ours) => {
  const cases = sharedCases(group).filter(({title}) => !ours.has(title))
  test.skipIf(!hasShared)('are there', () => {
    expect(cases.length).toBeGreaterThan(5)
  })

  test.each(cases)('$title', ({input, expected}) => {
    expect(adapt(html(input, ...extensions))).toBe(adapt(expected))
  })
})
