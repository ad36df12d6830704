import {describe, expect, test} from 'vitest'
import {createSite, type NavItem} from '../../../src/node/index.js'
import {brief, load, told} from './support.js'

/** The navigation as indented lines. */
function outline(items: readonly NavItem[], indent = ''): string[] {
  return items.flatMap(({title, page, url, children}) => [
    `${indent}${title} (${page ?? url})`,
    ...outline(children, `${indent}  `)
  ])
}

const shelf = {
  'intro.md': '# Intro\n',
  'tea.md': '# Tea\n\n## Leaves\n',
  'green.md': '# Green\n\n## Sencha\n',
  'black.md': '# Black\n',
  'cups.md': '# Cups\n',
  'notes/b2.md': '# Note two\n',
  'notes/b10.md': '# Note ten\n'
}

describe('_config.yml', () => {
  test('configures a book, over what Jupyter Book does unasked', async () => {
    const {config, messages} = await load({
      'intro.md': '# Intro\n',
      'skip/a.md': '# A\n',
      'refs.bib': '',
      '_toc.yml': 'format: jb-book\nroot: intro\n',
      '_config.yml': `title: Tea
author: Somebody
exclude_patterns: [skip]
bibtex_bibfiles: [refs.bib]
execute: {execute_notebooks: off}
parse:
  myst_enable_extensions: [amsmath, deflist]
  myst_substitutions: {cup: "A *cup*"}
  myst_heading_anchors: 2
html:
  baseurl: https://tea.example/
latex: {latex_engine: xelatex}
sphinx:
  extra_extensions: [sphinx_proof]
  config:
    language: de
    bibtex_reference_style: author_year
    smartquotes: no
    mathjax3_config:
      tex:
        macros:
          N: '\\mathbb{N}'
    html_theme_options: {a: b}
`
    })
    expect(messages).toEqual([])
    expect(config).toEqual({
      flavour: 'jupyter-book',
      index: 'intro.md',
      extensions: ['amsmath', 'deflist'],
      numbering: {all: true},
      smartquotes: false,
      dollarmath: {doubleInline: true},
      exclude: ['skip', 'skip/**'],
      bibliography: ['refs.bib'],
      title: 'Tea',
      siteUrl: 'https://tea.example/',
      headingAnchors: 2,
      substitutions: {cup: 'A *cup*'},
      language: 'de',
      citationStyle: 'author_year',
      mathMacros: {'\\N': '\\mathbb{N}'}
    })
  })

  test('of Jekyll is none', async () => {
    const {config, messages} = await load({
      'index.md': '# Home\n',
      '_config.yml': 'title: Blog\nplugins: [jekyll-feed]\ntheme: minima\n'
    })
    expect([config, messages]).toEqual([{}, []])
  })

  test('unknown keys are said at their lines', async () => {
    const {messages} = await load({
      'intro.md': '# Intro\n',
      '_toc.yml': 'format: jb-book\nroot: intro\nchapter:\n  - file: a\n',
      '_config.yml': 'titel: Tea\nparse:\n  myst_enable_extension: []\nsphinx:\n  configs: {}\n'
    })
    expect(told(messages)).toEqual([
      '_config.yml:1:1-1:6 unknown-config-key unknown key "titel"; did you mean "title"?',
      '_config.yml:5:3-5:10 unknown-config-key unknown key "configs" in "sphinx"; did you mean "config"?',
      '_config.yml:3:3-3:24 unknown-config-key MyST-Parser has no setting "myst_enable_extension"; did you mean "myst_enable_extensions"?',
      '_toc.yml:3:1-3:8 unknown-config-key unknown key "chapter"; did you mean "chapters"?'
    ])
  })
})

describe('_toc.yml', () => {
  test.each([
    [
      'of a book with parts, numbered through all of them',
      `format: jb-book
root: intro
parts:
  - caption: Drinks
    numbered: true
    chapters:
      - file: tea
        sections:
          - file: green
          - file: black
  - caption: Things
    numbered: 1
    chapters:
      - file: cups
        title: All cups
      - url: https://cups.example/
        title: More
      - glob: notes/*
`,
      [
        'Drinks',
        '1. Tea (tea.md)',
        '  1.2. Green (green.md)',
        '  1.3. Black (black.md)',
        'Things',
        '2. All cups (cups.md)',
        'More (https://cups.example/)',
        '3. Note two (notes/b2.md)',
        '4. Note ten (notes/b10.md)'
      ],
      {tea: '1', leaves: '1.1', green: '1.2', sencha: '1.2.1', black: '1.3', cups: '2'}
    ],
    [
      'of a book with chapters',
      'format: jb-book\nroot: intro\noptions: {numbered: true}\nchapters:\n  - file: cups.md\n  - file: tea\n',
      ['1. Cups (cups.md)', '2. Tea (tea.md)'],
      {cups: '1', tea: '2', leaves: '2.1'}
    ],
    [
      'of an article',
      'format: jb-article\nroot: intro\nsections:\n  - file: tea\n    sections:\n      - file: green\n',
      ['Tea (tea.md)', '  Green (green.md)'],
      {tea: undefined}
    ],
    [
      'of sphinx-external-toc',
      `root: intro
defaults: {titlesonly: true, numbered: true}
subtrees:
  - caption: Drinks
    entries:
      - file: tea
        subtrees:
          - numbered: false
            entries:
              - file: green
`,
      ['Drinks', '1. Tea (tea.md)', '  1.2. Green (green.md)'],
      {tea: '1', green: '1.2'}
    ],
    [
      'of an older book, a list',
      `- file: intro
  numbered: true
- part: Drinks
  chapters:
    - file: tea
      sections:
        - file: green
- header: Things
- file: cups
`,
      ['Drinks', '1. Tea (tea.md)', '  1.2. Green (green.md)', 'Things', '2. Cups (cups.md)'],
      {tea: '1', green: '1.2', cups: '2'}
    ]
  ])('%s', async (_, toc, lines, numbers) => {
    const loaded = await load({
      ...shelf,
      '_toc.yml': toc,
      '_config.yml': 'title: T\nonly_build_toc_files: true\n'
    })
    expect(brief(loaded.messages)).toEqual([])
    const {map, project} = createSite({...loaded})
    expect(map.root).toBe('intro.md')
    expect(
      map.groups.flatMap(({caption, items}) => [...(caption ? [caption] : []), ...outline(items)])
    ).toEqual(lines)
    for (const [id, number] of Object.entries(numbers)) {
      const page = id === 'leaves' ? 'tea.md' : id === 'sencha' ? 'green.md' : `${id}.md`
      expect([id, project.inventory.numbers.section(page, id)?.number]).toEqual([id, number])
    }
  })

  test('the directive tableofcontents shows what stands below a page', async () => {
    const {project} = await load({
      ...shelf,
      'tea.md': '# Tea\n\n```{tableofcontents}\n```\n',
      '_toc.yml':
        'format: jb-book\nroot: intro\nchapters:\n  - file: tea\n    sections:\n      - file: green\n',
      '_config.yml': 'title: T\n'
    })
    expect(project.render('tea.md').html).toMatch(/<a [^>]*href="green\.html"[^>]*>Green<\/a>/)
  })

  test('pages that are not there are said at their lines, and the others count', async () => {
    const {messages, project} = await load({
      ...shelf,
      '_toc.yml':
        'format: jb-book\nroot: intro\nchapters:\n  - file: teas\n  - glob: none/*\n  - cups\n  - file: cups\n',
      '_config.yml': 'title: T\nonly_build_toc_files: true\n'
    })
    expect(told(messages)).toEqual([
      '_toc.yml:6:5-6:9 invalid-config-value an entry of the table of contents is a mapping: write `- file: page`',
      '_toc.yml:4:11-4:15 unknown-document there is no page "teas"; did you mean "tea"?',
      '_toc.yml:5:11-5:17 unknown-document no page fits "none/*"'
    ])
    expect(project.pages).toEqual(['cups.md', 'intro.md'])
  })

  test('one that stands in itself is said', async () => {
    const {messages, project} = await load({
      ...shelf,
      '_toc.yml': `format: jb-book\nroot: intro\nchapters: &a\n  - file: tea\n    sections: *a\n`,
      '_config.yml': 'title: T\n'
    })
    expect(project.pages.length).toBe(7)
    expect(told(messages)).toEqual([
      '_toc.yml config-syntax the file cannot be read: an alias leads back to what it stands in'
    ])
  })
})
