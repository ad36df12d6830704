import {describe, expect, test} from 'vitest'
import {visitNodes} from '../../src/ast/tree.js'
import {createAbbreviations} from '../../src/node/index.js'
import {parse, render} from '../../src/node/plugged.js'

const words = {
  TOC: 'table of contents',
  HR: 'Human Resources',
  RHR: 'Resting Heart Rate',
  'C++': 'the language',
  X: 'no abbreviation',
  ÖPNV: 'trams',
  HTML: null,
  ML: 'Markup Language'
}
const passes = [createAbbreviations(words)]
const html = (source: string): string => render(source, {passes}).html
/** With the abbreviations as `[short=title]`. */
const brief = (source: string): string =>
  html(source).replace(/<abbr title="([^"]*)">([^<]*)<\/abbr>/g, '[$2=$1]')

describe('abbreviations', () => {
  test.each([
    [
      'are whole words',
      'TOC, STOC TOCK TOC_ toc (TOC)',
      '[TOC=table of contents], STOC TOCK TOC_ toc ([TOC=table of contents])'
    ],
    ['may be more than one', 'TOCs TOCsy', '[TOC=table of contents]s TOCsy'],
    ['the longest counts', 'RHR HR', '[RHR=Resting Heart Rate] [HR=Human Resources]'],
    ['end with a sign', 'C++, C++x', '[C++=the language], [C++=the language]x'],
    ['have two letters', 'X', 'X'],
    ['with letters of all scripts', 'ÖPNV öÖPNV', '[ÖPNV=trams] öÖPNV'],
    ['not what is null', 'HTML ML', 'HTML [ML=Markup Language]'],
    ['at the edges of emphasis', '**TOC**s', '<strong>[TOC=table of contents]</strong>s']
  ])('%s', (_, source, expected) => {
    expect(brief(source)).toBe(`<p>${expected}</p>`)
  })

  test.each([
    ['code', '`TOC`'],
    ['a block of code', '```\nTOC\n```'],
    ['a link', '[TOC](https://x.example)'],
    ['a link by reference', '[TOC][a]\n\n[a]: https://x.example'],
    ['a reference', '(a)=\n## B\n\n{ref}`TOC <a>`'],
    ['a formula', '$TOC$'],
    ['a key', '{kbd}`TOC`'],
    ['a path', '{file}`TOC`'],
    ['a name on a screen', '{guilabel}`TOC`'],
    ['an abbreviation with words of its own', '{abbr}`TOC (total organic carbon)`'],
    ['a button', '{button}`TOC <https://x.example>`'],
    ['raw HTML', '<b title="TOC">x</b>'],
    ['a role that nobody knows', '{tocs}`TOC`']
  ])('are not looked for in %s', (_, source) => {
    expect(brief(source)).not.toContain('=table of contents')
  })

  test('stand in headings, whose ids and references stay', () => {
    const page = '(a)=\n# The TOC\n\n{ref}`a` and [](#the-toc)\n'
    expect(render(page, {passes}).messages).toEqual([])
    expect(brief(page)).toContain('<h1 id="a"><span id="the-toc"></span>The [TOC=table of contents]</h1>')
    expect(brief(page)).toMatch(/href="#a">The \[TOC/)
  })

  test('give the role its words', () => {
    expect(brief('{abbr}`TOC` {abbr}`QQ`')).toBe('<p>[TOC=table of contents] <abbr>QQ</abbr></p>')
  })

  test('of a page win over those of the project, and may take one away', () => {
    const page = (own: string): string => `---\nabbreviations:\n${own}\n---\nTOC HR`
    expect(brief(page('  TOC: total organic carbon\n  HR: null'))).toBe(
      '<p>[TOC=total organic carbon] HR</p>'
    )
    expect(render(page('  HR: heart rate')).html).toBe('<p>TOC <abbr title="heart rate">HR</abbr></p>')
  })

  test.each([
    ['TOC', '"abbreviations" in the front matter is no list of keys'],
    ['{TOC: [1]}', '"abbreviations" in the front matter: "TOC" stands for words']
  ])('of a page that are none are said: %s', (value, reason) => {
    const {messages} = render(`---\nabbreviations: ${value}\n---\nTOC`)
    expect(messages.map((each) => `${each.ruleId} ${each.reason}`)).toEqual([
      expect.stringContaining(`front-matter ${reason}`)
    ])
  })

  test('are placed where they are written', () => {
    const source = 'a\\*b TOC *c\n> d TOCs*\n> e HR'
    const found: string[] = []
    visitNodes(parse(source, {passes}), (node) => {
      const {position} = node
      if (node.type === 'abbreviation' || node.type === 'text')
        found.push(`${node.type} ${source.slice(position?.start.offset, position?.end.offset)}`)
      return undefined
    })
    expect(found.filter((each) => each.startsWith('abb'))).toEqual([
      'abbreviation TOC',
      'abbreviation TOC',
      'abbreviation HR'
    ])
    expect(found).toContain('text a\\*b ')
  })

  test('with titles that are no markup', () => {
    const shown = render('QQ', {passes: [createAbbreviations({QQ: '"><script>alert(1)</script>'})]}).html
    expect(shown).toBe('<p><abbr title="&#x22;><script>alert(1)</script>">QQ</abbr></p>')
  })

  test('take time and room in proportion to the page', () => {
    const many = Object.fromEntries(
      Array.from({length: 20_000}, (_, n) => [`A${'a '.repeat(n % 45)}${n}`, 'x'])
    )
    const start = performance.now()
    render('A'.repeat(10).concat(' ', 'Aa a a '.repeat(50_000)), {passes: [createAbbreviations(many)]})
    expect(performance.now() - start).toBeLessThan(6000)
    const {html: long, messages} = render('QQ '.repeat(5000), {
      passes: [createAbbreviations({QQ: 'x'.repeat(10_000)})]
    })
    expect(long.length).toBeLessThan(2_500_000)
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['repetition-limit'])
  })
})
