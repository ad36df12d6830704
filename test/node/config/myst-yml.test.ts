import {describe, expect, test} from 'vitest'
import {buildSite, createSite, loadProject} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'

/** Messages as `file:line:column rule`. */
const brief = (messages: readonly {name: string; ruleId?: string | undefined}[]) =>
  messages.map(({name, ruleId}) => `${name} ${ruleId}`)

const lighthouse = {
  'welcome.md': '# Welcome\n',
  'keepers.md': '# Keepers\n',
  'lamps/oil.md': '# Oil lamps\n\n## Wicks\n',
  'lamps/arc.md': '# Arc lamps\n',
  'logs/log10.md': '# Tenth log\n',
  'logs/log9.md': '# Ninth log\n',
  'notes.md': '# Notes\n',
  'secret.md': '# Secret\n'
}

describe('myst.yml', () => {
  test('configures the project: title, numbers, references, substitutions, macros, what is left out, what is said', async () => {
    const root = folderWith({
      'index.md': '# Home\n\n$\\lux$\n',
      'old/a.md': '# Old\n',
      'works.bib': '@misc{fresnel, title = {Lenses}}',
      'myst.yml': `version: 1
project:
  title: Lights
  authors: [{name: A. Keeper}]
  substitutions:
    coast: west
  numbering:
    heading_1: true
    heading_2: false
    figure:
      enabled: true
      template: Plate %s
  math:
    '\\lux': '\\mathrm{lx}'
    '\\lum':
      macro: '\\mathrm{lm}'
      title: Lumen
  bibliography: works.bib
  exclude: old
  error_rules:
    - link-resolves
    - rule: role-known
      severity: error
site:
  template: book-theme
  title: The lights
`
    })
    const {config, messages, project} = await loadProject(root)
    expect(messages).toEqual([])
    expect(config).toEqual({
      flavour: 'mystmd',
      title: 'The lights',
      substitutions: {coast: 'west'},
      numbering: {section: true, figure: {enabled: true, template: 'Plate %s'}},
      mathMacros: {'\\lux': '\\mathrm{lx}', '\\lum': '\\mathrm{lm}'},
      bibliography: ['works.bib'],
      exclude: ['old', 'old/**'],
      messages: [
        {rule: 'unknown-document', severity: 'off'},
        {rule: 'unknown-file', severity: 'off'},
        {rule: 'unknown-anchor', severity: 'off'},
        {rule: 'missing-target', severity: 'off'},
        {rule: 'unknown-role', severity: 'error'}
      ]
    })
    expect(project.pages).toEqual(['index.md'])
    expect(project.render('index.md').messages).toEqual([])
  })

  test('abbreviations of all files that it extends are explained, those of a page over them', async () => {
    const root = folderWith({
      'index.md': '---\nabbreviations: {LH: light-house}\n---\n# LH\n\nLV `LV` FT\n',
      'myst.yml': 'extends: short.yml\nproject:\n  abbreviations:\n    LV: light vessel\n    FT: [feet]\n',
      'short.yml': 'project:\n  abbreviations:\n    LV: old\n    LH: lighthouse\n    FT: fog trumpet\n'
    })
    const {project, messages} = await loadProject(root)
    expect(brief(messages)).toEqual(['myst.yml:5:9-5:15 invalid-config-value'])
    const {html} = project.render('index.md')
    expect(
      [...html.matchAll(/<abbr title="([^"]*)">(\w+)/g)].map(([, title, short]) => `${short}: ${title}`)
    ).toEqual(['LH: light-house', 'LV: light vessel'])
  })

  test('keys of error_rules silence the links that say them, and no others', async () => {
    const root = folderWith({
      'index.md': '[one](robots.md) [two](robot.md)',
      'myst.yml':
        'project:\n  error_rules:\n    - rule: link-resolves\n      severity: ignore\n      keys:\n        - robots.md\n'
    })
    const {project} = await loadProject(root)
    expect(brief(project.check())).toEqual(['index.md:1:24-1:32 unknown-document'])
  })

  test('its table of contents says which pages there are, their order and their groups', async () => {
    const root = folderWith({
      ...lighthouse,
      'myst.yml': `project:
  toc:
    - file: welcome.md
    - file: keepers
      title: The keepers
    - title: Lamps
      children:
        - file: lamps/oil.md
          children:
            - title: Newer
              children:
                - file: lamps/arc.md
        - url: https://lamps.example/
          title: All lamps
    - title: Logs
      children:
        - pattern: logs/*.md
    - file: secret.md
      hidden: true
`
    })
    const loaded = await loadProject(root)
    expect(loaded.messages).toEqual([])
    expect(loaded.config.index).toBe('welcome.md')
    const site = createSite({...loaded})
    expect(site.pages).toEqual([
      'welcome.md',
      'keepers.md',
      'lamps/oil.md',
      'lamps/arc.md',
      'logs/log9.md',
      'logs/log10.md',
      'secret.md'
    ])
    const leaf = (title: string, page: string) => ({title, page, children: []})
    expect(site.map.groups).toEqual([
      {items: [leaf('The keepers', 'keepers.md')]},
      {
        caption: 'Lamps',
        items: [
          {
            title: 'Oil lamps',
            page: 'lamps/oil.md',
            children: [{title: 'Newer', children: [leaf('Arc lamps', 'lamps/arc.md')]}]
          },
          {title: 'All lamps', url: 'https://lamps.example/', children: []}
        ]
      },
      {caption: 'Logs', items: [leaf('Ninth log', 'logs/log9.md'), leaf('Tenth log', 'logs/log10.md')]}
    ])
    const {document} = site.render('lamps/oil.md')
    expect(document).toMatch(/<a rel="prev" href="\.\.\/keepers\.html">/)
    expect(document).toMatch(/<a rel="next" href="arc\.html">/)
    expect(document).toContain('<li><span>Newer</span>')
  })

  test('headings are numbered through the pages in the order of the table of contents, titles too if asked for', async () => {
    const root = folderWith({
      'a.md': '# A\n\n## A one\n',
      'z.md': '# Z\n\n## Z one\n\n### Z deep\n',
      'myst.yml':
        'project:\n  numbering:\n    title: true\n    headings: true\n  toc:\n    - file: z.md\n    - file: a.md\n'
    })
    const {project} = await loadProject(root)
    const {numbers} = project.inventory
    const number = (page: string, id: string) => numbers.section(page, id)?.number
    expect(['z', 'z-one', 'z-deep'].map((id) => number('z.md', id))).toEqual(['1', '1.1', '1.1.1'])
    expect(['a', 'a-one'].map((id) => number('a.md', id))).toEqual(['2', '2.1'])
  })

  test('extends files of the project, and wins over them; others are said and not read', async () => {
    const root = folderWith({
      'index.md': '# Home\n',
      'shared/base.yml':
        'version: 1\nproject:\n  title: Base\n  substitutions: {a: 1, b: 2}\nextends: again.yml\n',
      'shared/again.yml': 'extends: base.yml\nproject:\n  language: de\n',
      'myst.yml': `extends:
  - shared/base.yml
  - ../outside.yml
  - https://far.example/base.yml
  - shared/none.yml
project:
  substitutions: {b: 3}
`
    })
    const {config, messages} = await loadProject(root)
    expect(config).toEqual({flavour: 'mystmd', title: 'Base', language: 'de', substitutions: {a: 1, b: 3}})
    expect(brief(messages)).toEqual([
      'shared/again.yml:1:10-1:18 invalid-config-value',
      'myst.yml:3:5-3:19 invalid-config-value',
      'myst.yml:4:5-4:33 invalid-config-value',
      'myst.yml:5:5-5:20 invalid-config-value'
    ])
  })

  test('what is wrong is said at its line, and the rest counts', async () => {
    const root = folderWith({
      'index.md': '# Home\n',
      'myst.yml': `version: 1
project:
  titel: Lights
  numbering:
    figure:
      start: one
  references:
    sea: sea.example
  toc:
    - file: index.md
    - file: indx.md
    - fil: index.md
site:
  titles: x
`
    })
    const {config, messages} = await loadProject(root)
    expect(config).toEqual({flavour: 'mystmd', index: 'index.md'})
    expect(messages.map(({name, ruleId, reason}) => `${name} ${ruleId} ${reason}`)).toEqual([
      'myst.yml:3:3-3:8 unknown-config-key unknown key "titel" in "project"; did you mean "title"?',
      'myst.yml:14:3-14:9 unknown-config-key unknown key "titles" in "site"; did you mean "title"?',
      'myst.yml:12:7-12:10 unknown-config-key unknown key "fil" in "project.toc.2"; did you mean "file"?',
      'myst.yml:12:7-12:20 invalid-config-value an entry of the table of contents has none of "file", "url", "pattern" and "title"',
      'myst.yml:6:14-6:17 invalid-config-value "project.numbering.figure.start": write a value of type number',
      'myst.yml:8:10-8:21 invalid-config-value "project.references.sea.url": write a http or https address',
      'myst.yml:11:13-11:20 unknown-document there is no page "indx.md"; did you mean "index"?'
    ])
  })

  test.each([
    ['a file that is no YAML', 'project: [\n', /config-syntax the file is not good YAML/],
    ['a list', '- a\n', /config-syntax the file is no list of keys/],
    [
      'an alias that unfolds without end',
      `a: &a [x, x]\nb: &b [${'*a,'.repeat(30)}]\nc: &c [${'*b,'.repeat(30)}]\nproject: {title: [${'*c,'.repeat(30)}]}\n`,
      /config-syntax the file cannot be read/
    ],
    ['nesting without end', `project: ${'['.repeat(20_000)}`, /config-syntax/]
  ])('%s ends with a message, and the pages are there', async (_, text, said) => {
    const {messages, project} = await loadProject(folderWith({'index.md': '# Home\n', 'myst.yml': text}))
    expect(project.pages).toEqual(['index.md'])
    expect(messages.map(({ruleId, reason}) => `${ruleId} ${reason}`).join('\n')).toMatch(said)
  })

  test.each([
    ['more than ten that extend each other', 1, 15, /more than 10 files extend each other/],
    ['files that extend the next again and again', 20, 9, /more than 100 files are extended in all/]
  ])('%s end with a message', async (_, times, depth, said) => {
    const next = (index: number): string => `extends: [${`f${index}.yml, `.repeat(times)}]\n`
    const files = Array.from({length: depth}, (_, index) => [`f${index}.yml`, next(index + 1)])
    const {messages} = await loadProject(
      folderWith({...Object.fromEntries(files), 'index.md': '# Home\n', 'myst.yml': next(0)})
    )
    expect(messages.map(({reason}) => reason).join('\n')).toMatch(said)
  })

  test('mystmark.config.json wins, key by key and entry by entry', async () => {
    const root = folderWith({
      'index.md': '# Home\n',
      'myst.yml': 'project:\n  title: Theirs\n  language: fr\n  substitutions: {a: 1, b: 2}\n',
      'mystmark.config.json': '{"title": "Ours", "substitutions": {"b": 3}}'
    })
    const {config} = await loadProject(root)
    expect(config).toEqual({
      flavour: 'mystmd',
      title: 'Ours',
      language: 'fr',
      substitutions: {a: 1, b: 3}
    })
  })

  test('macros of a page go over those of the project', async () => {
    const root = folderWith({
      'index.md': '---\nmath:\n  \\sea: \\beta\n---\n$\\sea \\coast$\n',
      'myst.yml': "project:\n  math:\n    '\\sea': '\\alpha'\n    '\\coast': '\\gamma'\n"
    })
    const {project} = await loadProject(root)
    const {html, messages} = project.render('index.md')
    expect(messages).toEqual([])
    expect(html).toMatch(/β[\s\S]*γ/)
    expect(html).not.toContain('α')
  })

  test('a site is built in its order', async () => {
    const root = folderWith({
      'z.md': '# First\n\n[](a.md)\n',
      'a.md': '# Second\n',
      'myst.yml': 'project:\n  toc:\n    - file: z.md\n    - file: a.md\n'
    })
    const {pages, messages} = await buildSite({
      loaded: await loadProject(root),
      out: `${root}/../${root.split('/').at(-1)}-site`
    })
    expect([pages, messages]).toEqual([2, []])
  })
})
