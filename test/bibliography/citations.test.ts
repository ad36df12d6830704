/** Citations and bibliographies: what they say, where they lead, and what is said of those that lead nowhere. */
import {describe, expect, test} from 'vitest'
import {render as renderCore} from '../../src/index.js'
import {createCitations, type ReadBib, render} from '../../src/node/index.js'
import {bib, citing, project, words} from './support.js'

const list = '\n\n```{bibliography}\n:all:\n```\n'

/** The first paragraph of a page that also lists all works. */
function said(source: string, config: Parameters<typeof project>[1] = {}): string {
  const {html} = project({'index.md': `${source}${list}`}, config).render('index.md')
  return words(html).split('\n')[0] ?? ''
}

const rules = (
  pages: Record<string, string>,
  config: Parameters<typeof project>[1] = {},
  files?: Record<string, string>
) =>
  project(pages, config, files)
    .check()
    .map(
      (message) => `${message.file}:${message.line}:${message.column} ${message.ruleId}: ${message.reason}`
    )

describe('what a citation says', () => {
  test.each([
    ['{cite}`pilot`', '[vdM21b]', '[van der Meer, 1921]', '(van der Meer, 1921)'],
    [
      '{cite:p}`lights,gauge`',
      '[RL01, FOL87]',
      '[Roe and Low, 2001; Fernandes et al., 1987]',
      '(Roe and Low, 2001; Fernandes et al., 1987)'
    ],
    [
      '{cite:ps}`gauge`',
      '[FOL87]',
      '[Fernandes, Okafor, and Lindqvist, 1987]',
      '(Fernandes, Okafor, and Lindqvist, 1987)'
    ],
    ['{cite:t}`ropes`', 'Roe [Roe99]', 'Roe [1999]', 'Roe (1999)'],
    [
      '{cite:ts}`gauge`',
      'Fernandes, Okafor, and Lindqvist [FOL87]',
      'Fernandes, Okafor, and Lindqvist [1987]',
      'Fernandes, Okafor, and Lindqvist (1987)'
    ],
    ['{cite:ct}`pilot`', 'Van der Meer [vdM21b]', 'Van der Meer [1921]', 'Van der Meer (1921)'],
    ['{cite:alp}`pilot`', 'vdM21b', 'van der Meer, 1921', 'van der Meer, 1921'],
    ['{cite:label}`ropes` {cite:labelpar}`ropes`', 'Roe99 [Roe99]', 'Roe99 [Roe99]', 'Roe99 (Roe99)'],
    ['{cite:year}`ropes` {cite:yearpar}`ropes`', '1999 [1999]', '1999 [1999]', '1999 (1999)'],
    [
      '{cite:author}`gauge` {cite:authorpar}`ropes`',
      'Fernandes et al. [Roe]',
      'Fernandes et al. [Roe]',
      'Fernandes et al. (Roe)'
    ],
    [
      '{cite:authors}`gauge`',
      'Fernandes, Okafor, and Lindqvist',
      'Fernandes, Okafor, and Lindqvist',
      'Fernandes, Okafor, and Lindqvist'
    ],
    ['{cite:title}`ropes`', 'On Ropes', 'On Ropes', 'On Ropes'],
    ['x{cite:empty}`ropes`', 'x', 'x', 'x'],
    [
      '{cite}`{see}ropes{p. 3},bells`',
      '[see Roe99, p. 3, Off75]',
      '[see Roe, 1999, p. 3; Harbour Office, 1975]',
      '(see Roe, 1999, p. 3; Harbour Office, 1975)'
    ],
    ['{cite}`leaflet`', '[lea]', '[A Leaflet]', '(A Leaflet)'],
    ['@ropes [p. 3] says', 'Roe [Roe99, p. 3] says', 'Roe [1999, p. 3] says', 'Roe (1999, p. 3) says'],
    [
      '[see @ropes, p. 3; -@pilot]',
      '[see Roe99, p. 3, 1921]',
      '[see Roe, 1999, p. 3; 1921]',
      '(see Roe, 1999, p. 3; 1921)'
    ]
  ])('%s', (source, label, authorYear, mystmd) => {
    // The label of a body is made of its words' letters.
    const bells = label.replace('Off75', 'HO75')
    expect(said(source)).toBe(bells)
    expect(said(source, {citationStyle: 'author_year'})).toBe(authorYear)
    expect(said(source, {flavour: 'mystmd'})).toBe(mystmd)
  })

  test('raised, in the style super', () => {
    const {html} = project(
      {'index.md': `So {cite}\`ropes\`, {cite:t}\`pilot\`.${list}`},
      {citationStyle: 'super', bibliographyStyle: 'plain'}
    ).render('index.md')
    expect(html).toMatch(
      /So <span><sup><a [^>]+>4<\/a><\/sup><\/span>, <span>van der Meer<sup><a [^>]+>\d<\/a><\/sup><\/span>\./
    )
  })

  test('a DOI leads to doi.org, whoever knows it not', () => {
    const {html, messages} = project({'index.md': '{cite}`10.5555/x.1`'}).render('index.md')
    expect(html).toContain(
      '[<a class="reference external" href="https://doi.org/10.5555/x.1">doi:10.5555/x.1</a>]'
    )
    expect(messages).toEqual([])
  })
})

describe('where a citation leads', () => {
  test('to the list on another page, with the work as its title', () => {
    const {html} = project({'a/index.md': 'See {cite}`ropes`.', 'works.md': list}).render('a/index.md')
    expect(html).toBe(
      '<p>See <span>[<a class="reference internal" href="../works.html#cite-ropes" title="Ann Roe. On Ropes. PhD thesis, School of Knots, 1999.">Roe99</a>]</span>.</p>'
    )
  })

  test('to the list of its own page first, and back from there', () => {
    const {html} = project({
      'a.md': list,
      'b.md': `{cite}\`ropes\` {cite}\`pilot\` {cite}\`pilot\`${list}`
    }).render('b.md')
    expect(html).toContain('<a id="cite-ropes-mark-1" class="reference internal" href="#cite-ropes"')
    expect(html).toContain(
      '<span class="fn-bracket">[</span><a class="reference internal" href="#cite-ropes-mark-1">Roe99</a>'
    )
    expect(html).toContain(
      '<span class="backrefs">(<a class="reference internal" href="#cite-pilot-mark-1">1</a>,<a class="reference internal" href="#cite-pilot-mark-2">2</a>)</span>'
    )
  })

  test('to the end of its page, where nothing lists the work', () => {
    const {html, messages} = project({'a.md': 'See {cite}`ropes`.'}).render('a.md')
    expect(words(html)).toBe('See [Roe99].\n[Roe99]Ann Roe. On Ropes. PhD thesis, School of Knots, 1999.')
    expect(messages).toEqual([])
  })

  test('to a label of the project, where no work has the key', () => {
    const pages = {'a.md': 'See @harbour and [@harbour].', 'b.md': '(harbour)=\n# The harbour'}
    expect(project(pages).render('a.md').html).toBe(
      '<p>See <a class="reference internal" href="b.html#harbour">The harbour</a> and <span>[<a class="reference internal" href="b.html#harbour">The harbour</a>]</span>.</p>'
    )
  })

  test('every id is there, and once', () => {
    const built = project({
      'a.md': `@gauge {cite}\`ropes,pilot,pilot-two,nix\` {footcite}\`bells\`${list}`,
      'b.md': '[@gauge; @lights]'
    })
    const htmls = built.pages.map((page) => built.render(page).html)
    for (const html of htmls) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const hrefs = htmls.flatMap((html, page) =>
      [...html.matchAll(/href="([^":]*)#([^"]+)"/g)].map(([, file, id]) => ({
        html: file ? htmls[0] : htmls[page],
        id
      }))
    )
    expect(hrefs.length).toBeGreaterThan(10)
    expect(hrefs.filter(({html, id}) => !html?.includes(` id="${id}"`))).toEqual([])
  })
})

describe('what a bibliography lists', () => {
  const works = (
    options: string,
    config: Parameters<typeof project>[1] = {},
    before = '{cite}`ropes,gauge`'
  ): string[] => {
    const {html} = project(
      {'index.md': `${before}\n\n\`\`\`{bibliography}\n${options}\n\`\`\`\n`},
      config
    ).render('index.md')
    // The first list: works that a filter leaves out stand at the page's end.
    return words(html.split('<div class="citation-list"')[1]?.replace(/^[^>]*>/, '') ?? '')
      .split('\n')
      .filter(Boolean)
  }
  const labels = (options: string, config: Parameters<typeof project>[1] = {}): string[] =>
    works(options, config).map((line) => /\[[^\]]+\]/.exec(line)?.[0] ?? line)

  test('what is cited, by name and year', () => {
    expect(works('')).toEqual([
      '[FOL87]Inês Fernandes, Chidi Okafor, and Bo Lindqvist. A Tide Gauge with α & a Hammer. Journal of Quays & Moles, 12(3):44–58, May 1987. doi:10.5555/quay.12.',
      '[Roe99]Ann Roe. On Ropes. PhD thesis, School of Knots, 1999.'
    ])
  })

  test('all, each kind of work in its way', () => {
    expect(works(':all:')).toEqual([
      '[FOL87]Inês Fernandes, Chidi Okafor, and Bo Lindqvist. A Tide Gauge with α & a Hammer. Journal of Quays & Moles, 12(3):44–58, May 1987. doi:10.5555/quay.12.',
      '[HO75]Harbour Office. Bells. Technical Report 7, Harbour Office, 1975.',
      '[lea]A Leaflet. At the door. With a map. URL: https://a.example/leaflet.',
      '[Roe99]Ann Roe. On Ropes. PhD thesis, School of Knots, 1999.',
      '[RL01]Ann Roe and Al Low. Lights Seen Twice. In Ada North, editor, Proceedings of the Harbours, page 7. 2001.',
      '[vdM21a]Jan van der Meer. Another Pilot. Mole Press, 1921.',
      '[vdM21b]Jan van der Meer. The Pilot. Mole Press, Larkspur, Second edition, 1921.'
    ])
  })

  test.each([
    [':notcited:', ['[HO75]', '[lea]', '[RL01]', '[vdM21a]', '[vdM21b]']],
    [':filter: cited and year > "1990"', ['[Roe99]']],
    [':filter: type == "book" and not title % "another"', ['[vdM21]']],
    [':filter: author % "roe" or key in {"bells"}', ['[HO75]', '[Roe99]', '[RL01]']],
    [':filter: docname in docnames', ['[FOL87]', '[Roe99]']],
    [':style: plain', ['[1]', '[2]']],
    [':style: author_year', ['[Fernandes et al., 1987]', '[Roe, 1999]']],
    [':style: unsrtalpha', ['[Roe99]', '[FOL87]']],
    [':labelprefix: A', ['[AFOL87]', '[ARoe99]']],
    ['\nbells', ['[FOL87]', '[HO75]', '[Roe99]']]
  ])('%j', (options, expected) => expect(labels(options)).toEqual(expected))

  test('as a list with bullets or numbers', () => {
    const {html} = project({
      'index.md':
        '{cite}`ropes`\n\n```{bibliography}\n:list: enumerated\n:enumtype: upperroman\n:start: 4\n```\n\n```{bibliography}\n:list: bullet\n:all:\n:keyprefix: b-\n```\n\n```{bibliography}\n:list: enumerated\n:start: continue\n:filter: True\n:keyprefix: c-\n```'
    }).render('index.md')
    expect(html).toContain('<ol start="4" type="I">\n<li id="cite-ropes">Ann Roe.')
    expect(html).toContain('<ul>\n<li id="cite-b-gauge">')
    expect(html).toContain('<ol start="5">')
  })

  test('keys with the prefix of their list', () => {
    const {html, messages} = project({
      'index.md': '{cite}`my-ropes`\n\n```{bibliography}\n:keyprefix: my-\n```'
    }).render('index.md')
    expect(messages).toEqual([])
    expect(html).toContain('href="#cite-my-ropes"')
  })

  test('files of its own, from its page or from the root', () => {
    const files = {'a/more.bib': '@book{knots, author={Kay Not}, title={Knots}, year=1950}', 'works.bib': bib}
    const {html, messages} = project(
      {
        'a/b.md':
          '{cite}`knots`\n\n```{bibliography} more.bib\n```\n\n```{bibliography} a/more.bib\n:keyprefix: x\n:all:\n```'
      },
      {},
      files
    ).render('a/b.md')
    expect(messages).toEqual([])
    expect(html.match(/Kay Not\. <em>Knots<\/em>\. 1950\./g)).toHaveLength(2)
  })
})

describe('footnotes that cite', () => {
  test('stand where the directive says, each once, and count with all others', () => {
    const {html, messages} = project({
      'index.md':
        'A[^n] {footcite}`ropes` {footcite:t}`pilot,ropes`.\n\n:::{footbibliography}\n:::\n\nEnd {footcite}`bells`.\n\n[^n]: Note'
    }).render('index.md')
    expect(messages).toEqual([])
    expect(words(html).split('\n').filter(Boolean)).toEqual([
      'A1 2 van der Meer3, Roe2.',
      'Ann Roe. On Ropes. PhD thesis, School of Knots, 1999. ↩1 ↩2',
      'Jan van der Meer. The Pilot. Mole Press, Larkspur, Second edition, 1921. ↩',
      'End 4.',
      'Note ↩',
      'Harbour Office. Bells. Technical Report 7, Harbour Office, 1975. ↩'
    ])
  })
})

describe('what is said', () => {
  test('of a key that nothing has, at the key, with its words kept', () => {
    expect(rules({'a.md': 'See {cite}`{see}rops{p. 3}`, [@nowhere] and @gaugee.'})).toEqual([
      'a.md:1:17 missing-citation: no bibliography has the key "rops"; did you mean "ropes"?',
      'a.md:1:32 missing-citation: no bibliography has the key "nowhere"; its words are shown as they are',
      'a.md:1:46 missing-citation: no bibliography has the key "gaugee"; did you mean "gauge"?'
    ])
    expect(said('See {cite}`{see}rops{p. 3}`, {cite}`ropes,nix`.')).toBe(
      'See [see rops, p. 3], [Roe99, nix].'
    )
  })

  test('of an entry that cannot be read, at its line; the others count', () => {
    const broken = `@book{one, title={One}, year=2000}\n@book{bad, title={Bad\n@string{s = "S"}\n@book{two, title=s, year=2001}\n`
    expect(rules({'a.md': list}, {}, {'works.bib': broken})).toEqual([
      'works.bib:2:1 bib-syntax: the entry "bad" cannot be read and is left out: look for a brace, a quote or a comma that is missing'
    ])
    expect(words(project({'a.md': list}, {}, {'works.bib': broken}).render('a.md').html)).toBe(
      '[one00]One. 2000.\n[two01]S. 2001.'
    )
  })

  test('of options that mean nothing, at their place', () => {
    expect(
      rules({
        'a.md': '```{bibliography} nix.bib\n:filter: cited and\n:style: alfa\n:list: bullets\n\nrops\n```'
      })
    ).toEqual([
      'a.md:1:19 unknown-file: there is no file "nix.bib" in the project; paths count from the page\'s folder or from the root',
      'a.md:1:19 missing-citation: no bibliography has the key "rops"',
      'a.md:1:19 invalid-option: bibliography: there is no style "alfa"; there are alpha, plain, unsrt, unsrtalpha, author_year',
      'a.md:2:19 invalid-option: bibliography: the filter cannot be read: it ends too early; what is cited is listed',
      'a.md:4:8 invalid-option: bibliography: "bullets" is not one of citation, bullet, enumerated; did you mean "bullet"? in option "list"'
    ])
  })

  test('of a file that the configuration names and nobody has', () => {
    expect(rules({'a.md': '{cite}`a`'}, {bibliography: ['nix.bib']})).toEqual([
      'a.md:undefined:undefined unknown-file: there is no file "nix.bib" in the project, which `bibliography` of the configuration names',
      'a.md:1:8 no-bibliography: "nix.bib" gave no works; keys are shown as they are'
    ])
  })

  test('once, where there is no bibliography at all', () => {
    const {html, messages} = render('{cite}`a{p. 3},b` {cite:t}`c`\n\n```{bibliography}\n```')
    expect(words(html)).toBe('[a, p. 3; b] c')
    expect(messages.map((message) => message.ruleId)).toEqual(['no-bibliography'])
  })
})

test('a page by itself takes the texts of files', () => {
  const {html} = render('@ropes', {config: citing, bibliography: {'works.bib': bib}})
  expect(words(html)).toContain('Roe [Roe99]')
})

test('spaces and hints of TeX in a title are none of its letters', () => {
  const file = '@misc{a, title = {What 4\\,000 Glass Plates and Half\\-Tones Say}}'
  const {html} = render('{cite}`a`', {config: citing, bibliography: {'works.bib': file}})
  expect(words(html)).toContain('What 4\u202f000 Glass Plates and HalfTones Say')
})

test('another reader of files goes as well', () => {
  const read: ReadBib = (text) => ({
    works: text
      .split('\n')
      .map((key) => ({key, type: 'misc', authors: [], editors: [], title: key, year: '1900', fields: {}})),
    faults: []
  })
  const {html} = renderCore('{cite}`b`', {citations: createCitations(read), bibliography: {x: 'a\nb'}})
  expect(words(html)).toBe('[b00]\n[b00]b. 1900.')
})
