import {describe, expect, test} from 'vitest'
import {createSite, type SiteOptions} from '../../src/project/create-site.js'

const toc = (entries: string): string => `\n\`\`\`{toctree}\n:hidden:\n\n${entries}\n\`\`\`\n`

const render = (page: string, options: SiteOptions): string => createSite(options).render(page).document
const match = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1]

describe('the head of a page', () => {
  const pages = {'index.md': '# Night Watch', 'team.md': '# The *team*\n\nFirst.\n\nSecond.'}

  test('says title, site, language, description and full address', () => {
    const config = {title: 'Sky & Co', language: 'en-GB', siteUrl: 'https://sky.example/docs/'}
    const html = render('team.md', {pages, config})
    expect(match(html, /<title>(.*)<\/title>/)).toBe('The team · Sky &#38; Co')
    expect(match(html, /<html lang="(.*)">/)).toBe('en-GB')
    expect(match(html, /<meta name="description" content="(.*)">/)).toBe('First.')
    expect(match(html, /<link rel="canonical" href="(.*)">/)).toBe('https://sky.example/docs/team.html')
  })

  test('has the root page’s title for the site’s where no other is given', () => {
    expect(match(render('index.md', {pages}), /<title>(.*)<\/title>/)).toBe('Night Watch')
    expect(match(render('team.md', {pages}), /<title>(.*)<\/title>/)).toBe('The team · Night Watch')
  })

  test.each([
    ['what the front matter says', '---\ndescription: All of us.\n---\n# T\n\nText', 'All of us.'],
    [
      'the first paragraph with words',
      '# T\n\n![](x.png)\n\nSome `code` and\n[a link](t.md).',
      'Some code and a link.'
    ],
    ['a long one cut at a word', `# T\n\n${'word '.repeat(60)}`, `${'word '.repeat(32).trim()}…`],
    ['nothing where there are no words', '# T', undefined],
    ['nothing of the kind where it is no text', '---\ndescription: [1]\n---\n# T', undefined]
  ])('describes the page: %s', (_, source, description) => {
    const html = render('t.md', {pages: {'t.md': source}})
    expect(match(html, /<meta name="description" content="(.*)">/)).toBe(description)
  })

  test('takes the language of a page from its front matter, if it is one', () => {
    expect(render('t.md', {pages: {'t.md': '---\nlanguage: de\n---\n# T'}})).toContain('<html lang="de">')
    expect(render('t.md', {pages: {'t.md': '---\nlang: "><b>"\n---\n# T'}})).toContain('<html lang="en">')
  })

  test('refuses an address of the site that is none', () => {
    expect(() => createSite({pages, config: {siteUrl: 'javascript:alert(1)'}})).toThrow(/siteUrl/)
  })
})

test('nothing that an author writes becomes markup of the frame', () => {
  const evil = '"><script>alert(1)</script>'
  const pages = {
    'index.md': `---\ndescription: '${evil}'\n---\n# A${toc(`b\n${evil} <c>\n${evil} <https://x.example/?"a'b>`)}`,
    'b.md': `# ${evil.replace(/[<>]/g, '\\$&')}\n\n## ${evil.replace(/[<>]/g, '\\$&')}`,
    'c.md': `---\ntitle: '${evil}'\n---\ntext`
  }
  const site = createSite({pages, config: {title: evil}})
  for (const page of site.pages) expect(site.render(page).document).not.toContain('<script>alert')
  for (const {document} of site.extraDocuments()) expect(document).not.toContain('<script>alert')
})

describe('the frame of a page', () => {
  const pages = {
    'index.md': `# Home${toc('a/index\nz')}`,
    'a/index.md': `# A${toc('one\ntwo')}`,
    'a/one.md': '# One\n\n## First\n\n### Deeper\n\n## Second',
    'a/two.md': '# Two',
    'z.md': '# Z'
  }

  test('marks the page in the navigation and opens what leads to it, and no more', () => {
    const html = render('a/one.md', {pages})
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(html).toContain('<a href="one.html" aria-current="page">One</a>')
    expect(html).toContain('<a href="index.html">A</a><details open><summary aria-label="A"></summary>')
    expect(render('z.md', {pages})).toContain('<a href="a/index.html">A</a><details><summary')
  })

  test('links to the page before and the page after, across folders', () => {
    const html = render('a/two.md', {pages})
    expect(html).toContain('<a rel="prev" href="one.html"><small>Previous</small> One</a>')
    expect(html).toContain('<a rel="next" href="../z.html"><small>Next</small> Z</a>')
    expect(render('z.md', {pages})).not.toContain('rel="next"')
  })

  test('outlines the sections below the title, nested', () => {
    const html = render('a/one.md', {pages})
    const outline = match(html.replace(/\n/g, ''), /<aside class="myst-outline">.*?<\/p>(.*)<\/nav>/)
    expect(outline).toBe(
      '<ul><li><a href="#first">First</a><ul><li><a href="#deeper">Deeper</a></li></ul></li><li><a href="#second">Second</a></li></ul>'
    )
    expect(render('a/two.md', {pages})).not.toContain('myst-outline')
  })

  test.each([
    ['# A\n\n### C\n\n## B', '<ul><li>C</li><li>B</li></ul>'],
    ['## A\n\n## B\n\n#### D\n\n### C', '<ul><li>A</li><li>B<ul><li>D</li><li>C</li></ul></li></ul>'],
    ['# A\n\n# B', '<ul><li>A</li><li>B</li></ul>']
  ])('outlines headings that skip levels: %j', (source, shape) => {
    const html = render('p.md', {pages: {'p.md': source}}).replace(/\n/g, '')
    const outline = match(html, /<aside class="myst-outline">.*?<\/p>(.*)<\/nav>/)
    expect(outline?.replace(/<\/?a\b[^>]*>/g, '')).toBe(shape)
  })

  test('shows a title that only the front matter says', () => {
    expect(render('p.md', {pages: {'p.md': '---\ntitle: Only here\n---\ntext'}})).toContain(
      '<h1>Only here</h1>'
    )
    expect(render('p.md', {pages: {'p.md': '---\ntitle: Not this\n---\n# This'}})).not.toContain(
      'Not this</h1>'
    )
  })

  test.each([
    ['a page whose headings are below the first level', undefined, '## Part'],
    ['a page of mystmd', 'mystmd' as const, '# Part']
  ])('calls %s by its front matter, on the page and in references', (_, flavour, heading) => {
    const project = {
      pages: {'p.md': `---\ntitle: Whole\n---\n${heading}`, 'q.md': '# Q\n\n[](p.md)'},
      config: {flavour}
    }
    expect(render('q.md', project)).toContain('<a class="reference internal" href="p.html">Whole</a>')
    expect(render('p.md', project)).toContain('<h1>Whole</h1>\n<h2 id="part">Part</h2>')
  })

  test('shows a title once that the first heading says, too', () => {
    const html = render('p.md', {
      pages: {'p.md': '---\ntitle: Same\n---\n# Same'},
      config: {flavour: 'mystmd'}
    })
    expect(match(html, /<main[^>]*>([\s\S]*)<\/main>/)?.match(/>Same</g)).toHaveLength(1)
  })

  test('speaks the words it is given', () => {
    expect(render('z.md', {pages, words: {previous: 'Zurück'}})).toContain('<small>Zurück</small>')
  })

  test('holds only the sections that lead to the page once a site is large', () => {
    const many = Array.from({length: 400}, (_, index) => `p${index}`)
    const large = {
      'index.md': `# Home${toc('a\nb')}`,
      'a.md': `# A${toc(many.join('\n'))}`,
      'b.md': `# B${toc('leaf')}`,
      'leaf.md': '# Leaf',
      ...Object.fromEntries(many.map((name) => [`${name}.md`, `# ${name}`]))
    }
    const html = render('leaf.md', {pages: large})
    expect(html).toContain('aria-current="page">Leaf</a>')
    expect(html).not.toContain('p399')
    expect(render('p7.md', {pages: large})).toContain('p399')
  })
})

describe('documents that no page stands for', () => {
  const files = (options: SiteOptions): string[] =>
    createSite(options)
      .extraDocuments()
      .map(({file}) => file)

  test('a page that is not found, and a start where the project has none', () => {
    expect(files({pages: {'index.md': '# A'}})).toEqual(['404.html'])
    expect(files({pages: {'a.md': '# A'}})).toEqual(['404.html', 'index.html'])
    expect(files({pages: {'index.md': '# A', '404.md': '# Gone'}})).toEqual([])
  })

  test.each([
    [{}, 'href="/a.html"'],
    [{base: '/docs/'}, 'href="/docs/a.html"'],
    [{siteUrl: 'https://sky.example/x/'}, 'href="/x/a.html"'],
    [{siteUrl: 'https://sky.example'}, 'href="/a.html"']
  ])('the page that is not found has absolute addresses: %j', (config, href) => {
    const site = createSite({pages: {'index.md': '# H', 'a.md': '# A'}, config})
    expect(site.extraDocuments()[0]?.document).toContain(href)
  })
})
