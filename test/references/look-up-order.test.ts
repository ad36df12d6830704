/** The order of look-up that docs/references.md states, and what the message for an ambiguity gives to choose. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {createProject, render as renderWithHtml} from '../../src/node/index.js'
import {createTestProject} from '../../src/testing/index.js'

/** Each makes `team` mean one thing more, at this address. */
const sources = {
  here: {url: '#team', pages: {'index.md': '\n\n(team)=\n# Crew\n'}},
  heading: {url: '#team', pages: {'index.md': '\n\n# Team\n'}},
  label: {url: 'a.html#team', pages: {'a.md': '(team)=\n# The team\n'}},
  page: {url: 'team.html', pages: {'team.md': '# All of us\n'}},
  term: {url: 'b.html#term-team', pages: {'b.md': '```{glossary}\nteam\n: People.\n```\n'}},
  object: {url: 'c.html#team', pages: {'c.md': '```{py:function} team()\n```\n'}},
  first: {url: 'https://first.example/x.html#team', pages: {}},
  second: {url: 'https://second.example/y.html#team', pages: {}}
}

type Source = keyof typeof sources

const names = Object.keys(sources).filter((name): name is Source => name in sources)

function projectOf(markup: string, present: readonly Source[]) {
  const pages: Record<string, string> = {'index.md': markup}
  for (const name of present)
    for (const [page, text] of Object.entries(sources[name].pages)) pages[page] = (pages[page] ?? '') + text
  return createTestProject({
    pages,
    inventories: {
      ...(present.includes('first') ? {first: ['team std:label x.html#$ X', 'team std:term x.html#$']} : {}),
      ...(present.includes('second') ? {second: ['team std:label y.html#$ Y', 'team std:term y.html#$']} : {})
    }
  })
}

test.each<[string, Source[]]>([
  ['[](#team)', ['here', 'heading', 'label', 'term', 'object', 'first', 'second']],
  ['[](team)', ['here', 'label', 'page', 'term', 'object', 'first', 'second', 'heading']],
  ['{any}`team`', ['here', 'label', 'page', 'term', 'object', 'first', 'second', 'heading']],
  ['{ref}`team`', ['here', 'label', 'first', 'second', 'heading']],
  ['{numref}`team`', ['here', 'label', 'first', 'second', 'heading']],
  ['{term}`team`', ['term', 'first', 'second']],
  ['{doc}`team`', ['page']]
])('%s takes the steps of its kind in the one order', (markup, order) => {
  for (const [at, wanted] of order.entries()) {
    // All that the form does not ask for is there as well.
    const present = names.filter((name) => !order.slice(0, at).includes(name))
    const answer = projectOf(markup, present).resolve(markup, {from: 'index.md'})
    expect([wanted, answer.status !== 'missing' && answer.url]).toEqual([wanted, sources[wanted].url])
  }
})

test('a heading that is found without its # says how to write it', () => {
  const [message] = projectOf('{ref}`team`', ['heading']).check()
  expect(message?.ruleId).toBe('inexact-reference')
  expect(message?.reason).toContain('"#team"')
})

test.each([
  ['[](#TEAM)', ['heading'], '#team'],
  ['[](TEAM)', ['page'], 'team.html'],
  ['{external+other:py:func}`RUN`', [], 'https://other.example/r.html#run'],
  ['{py:func}`RUN`', [], 'https://other.example/r.html#run']
] satisfies [string, Source[], string][])('%s is found in another case, and said', (markup, present, url) => {
  const pages: Record<string, string> = {'index.md': markup}
  for (const name of present)
    for (const [page, text] of Object.entries(sources[name].pages)) pages[page] = (pages[page] ?? '') + text
  const project = createTestProject({pages, inventories: {other: ['run py:function r.html#$']}})
  const answer = project.resolve(markup, {from: 'index.md'})
  expect(answer.status !== 'missing' && answer.url).toBe(url)
  expect(project.check().map(({ruleId}) => ruleId)).toEqual(['case-differs'])
})

test('an ambiguity lists all with file and line and the form that means each alone', () => {
  const project = createTestProject({
    pages: {
      'index.md': 'See [](team).',
      'b.md': '(team)=\n# B\n',
      'sub/c.md': '\n(team)=\n# C\n',
      'team.md': '# T'
    }
  })
  const [message] = project.check().filter(({ruleId}) => ruleId === 'ambiguous-reference')
  expect(message?.reason).toBe(
    '"team" means label "team" at b.md:1:2 ([](/b.md#team)), or label "team" at sub/c.md:2:2 ([](/sub/c.md#team)), or page team.md ({doc}`/team`); the first is taken, write the form behind the one that is meant'
  )
})

test('the form behind each candidate leads to it and to nothing else', () => {
  const label = fc.constantFrom('team', 'a b', 'x.y', 'p%q', 'long:name', 'Ünï')
  const entry = fc.constantFrom('team', 'f(int)', 'std::vector<int>', 'x*', 'p%q')
  fc.assert(
    fc.property(label, entry, fc.constantFrom('b.md', 'sub/b c.md'), (name, object, other) => {
      const project = createTestProject({
        pages: {
          'index.md': '# Home',
          'a.md': `(${name})=\n# A\n`,
          [other]: `(${name})=\n# B\n\n\`\`\`{glossary}\n${name}\n: One.\n\`\`\`\n`
        },
        inventories: {
          one: [`${object} cpp:class x.html#o ${object}`, `${name} std:label x.html#n ${name}`],
          two: [`${object} cpp:class y.html#o ${object}`, `${name} std:label y.html#n ${name}`]
        }
      })
      for (const markup of [
        `{any}\`${name}\``,
        `[](<inv:#${object.replace(/[<>]/g, '\\$&').replace('%', '%25')}>)`
      ]) {
        const answer = project.resolve(markup, {from: 'index.md'})
        if (answer.status !== 'ambiguous') throw new Error(`${markup} is ${answer.status}`)
        for (const {spelling = '', url} of answer.candidates) {
          const again = project.resolve(spelling, {from: 'index.md'})
          expect([spelling, again.status, again.status !== 'missing' && again.url]).toEqual([
            spelling,
            'resolved',
            url
          ])
        }
      }
    }),
    {numRuns: 60}
  )
})

const withHtml = [
  '# Home',
  '<a id="block"></a>',
  'Words <span id="inline">here</span> and <a name="old"></a>.',
  '<div class="x"\n  id=wrap>',
  'In it.\n\n</div>',
  '<!-- <a id="hidden"></a> -->',
  '`<a id="code">`'
].join('\n\n')

test('ids in raw HTML are places to link to where it is read, and stand in the page', () => {
  const asked = (id: string, draw = renderWithHtml) => draw(`${withHtml}\n\n[go](#${id})\n`)
  for (const id of ['block', 'inline', 'old', 'wrap']) {
    const {html, messages} = asked(id)
    expect(html).toContain(`href="#${id}"`)
    expect(html).toMatch(new RegExp(`(?:id|name)="${id}"`))
    expect(messages.map(String)).toEqual([])
    // The core shows HTML as text, which has no ids.
    expect(asked(id, render).messages.map(({ruleId}) => ruleId)).toEqual(['unknown-label'])
  }
  for (const id of ['hidden', 'code'])
    expect(asked(id).messages.map(({ruleId}) => ruleId)).toEqual(['unknown-label'])
})

test('what a page names itself comes before an id in its HTML, that before other pages', () => {
  const project = createProject({
    pages: {
      'index.md': '<a id="team"></a> <a id="home"></a>\n\n# Home\n',
      'b.md': '(team)=\n# B\n\n[](index.md#team)'
    }
  })
  const asked = (markup: string) => {
    const answer = project.resolve(markup, {from: 'index.md'})
    return answer.status !== 'missing' && [answer.kind, answer.url]
  }
  expect(asked('[x](#team)')).toEqual(['anchor', '#team'])
  expect(asked('[](team)')).toEqual(['label', 'b.html#team'])
  expect(asked('[](#home)')).toEqual(['heading', '#home'])
  expect(project.render('b.md').html).toContain('href="index.html#team"')
  expect(project.check().map(({ruleId}) => ruleId)).toEqual(['missing-text'])
})

test.each([
  [
    'a star in a name',
    '[](inv:#x\\*y)',
    {one: ['x*y cpp:class a.html#1 -', 'x1y cpp:class a.html#2 -'], two: ['x*y cpp:class b.html#1 -']}
  ],
  [
    'a type with a colon',
    '[](inv:#note:class)',
    {one: ['note:class rst:directive:option a.html#1 -', 'note:class rst:directive a.html#2 -']}
  ]
])('the forms for %s each mean one', (_, markup, inventories) => {
  const project = createTestProject({pages: {'index.md': '# Home'}, inventories})
  const answer = project.resolve(markup, {from: 'index.md'})
  if (answer.status !== 'ambiguous') throw new Error(`${markup} is ${answer.status}`)
  for (const {spelling = '', url} of answer.candidates)
    expect([spelling, project.resolve(spelling, {from: 'index.md'})]).toMatchObject([
      spelling,
      {status: 'resolved', url}
    ])
})

test('a label called as the id of an object of its page leaves the object a form of its own', () => {
  const page = '(pkg.run)=\n# Run\n\n```{py:function} pkg.run()\n```\n'
  const project = createTestProject({pages: {'index.md': '# Home', 'a.md': page}})
  const answer = project.resolve('{any}`pkg.run`', {from: 'index.md'})
  if (answer.status !== 'ambiguous') throw new Error(answer.status)
  expect(answer.candidates.map(({spelling}) => spelling)).toEqual(['[](/a.md#pkg.run)', '{py:func}`pkg.run`'])
  for (const {spelling = '', url} of answer.candidates)
    expect(project.resolve(spelling, {from: 'index.md'})).toMatchObject({status: 'resolved', url})
})

test('of entries with one name and type the last is the one', () => {
  const inventories = {one: ['x std:label a.html#1 A', 'x std:label b.html#2 B']}
  const project = createTestProject({pages: {'index.md': ''}, inventories})
  for (const markup of ['[](inv:#x)', '{external+one:ref}`x`'])
    expect(project.resolve(markup, {from: 'index.md'})).toMatchObject({
      status: 'resolved',
      url: 'https://one.example/b.html#2'
    })
})
