import {describe, expect, test} from 'vitest'
import type {ExtensionName} from '../../src/index.js'
import {parse, render} from '../../src/node/index.js'
import {cpuNow} from '../support.js'

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
    ['path/to/x.com @x.com user@'],
    [
      'http://x.org/a_b_c*d, *http://x.org/e* **www.x.org**',
      'http://x.org/a_b_c*d',
      'http://x.org/e',
      'http://www.x.org'
    ],
    ['\\https://x.org https\\://x.org x\\.org'],
    ['[a https://x.org/b_c](https://y.org) [https://z.org/d_e] no', 'https://y.org', 'https://z.org/d_e']
  ])('linkify: %s', (source, ...expected) => {
    expect(hrefs(source, 'linkify')).toEqual(expected)
  })

  test.each(['http://x.y ', '[http://x.y ', 'www.', 'http://?', 'www.a_', 'h-w-f-', 'http://x.y/]'])(
    'many of %j stay linear',
    (part) => {
      const time = (count: number): number => {
        const start = cpuNow()
        html(part.repeat(count), 'linkify')
        return cpuNow() - start
      }
      time(200)
      expect(time(4000)).toBeLessThan(Math.max(40 * time(250), 4000))
    }
  )

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
