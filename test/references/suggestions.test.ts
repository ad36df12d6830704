/** What is suggested for a miss works: each suggestion is put in, and leads somewhere. */
import {describe, expect, test} from 'vitest'
import {createTestProject} from '../../src/testing/index.js'

const pages = {
  'about/team.md':
    '(team:members)=\n# The team\n\n(night watch)=\n## Night *shift*\n\n## Rules of the house\n',
  'guide/install.md':
    '# Install\n\n```{glossary}\nwheel\n: Round.\n```\n\n```{py:function} rover.steer()\n```\n',
  'guide/drive.md': '# Drive\n',
  'index.md': '# Home\n'
}

const inventories = {
  rover: [
    'gear std:label -1 gear.html#$ The gear',
    'start std:doc -1 start.html Getting started',
    'rover.Wheel py:class 1 api.html#$ -',
    'rover.turn py:function 1 api.html#$ -',
    'rover.f* py:data 1 api.html#star -',
    'rover.fast py:data 1 api.html#$ -',
    'ROVER_HOME std:envvar 1 env.html#envvar-$ -',
    'git.--all std:cmdoption 1 git.html#all --all',
    'rover.note py:parameter 1 api.html#note -',
    'only rst:directive:option 1 rst.html#only -'
  ],
  base: [
    'camp std:label -1 camp.html#$ The camp',
    'tent std:term -1 words.html#term-$ -',
    'base.run py:function 1 a.html#$ -'
  ]
}

/** The page with the miss alone, what is suggested, and what comes of it. */
function ask(markup: string, from = 'guide/drive.md') {
  const projectWith = (source: string) =>
    createTestProject({pages: {...pages, [from]: `# Drive\n\n${source}\n`}, inventories})
  const project = projectWith(markup)
  const answer = project.resolve(markup, {from})
  if (answer.status !== 'missing') throw new Error(`${markup} is ${answer.status}`)
  const message = project.check().find(({ruleId}) => ruleId === answer.ruleId)
  const place = message?.place && 'start' in message.place ? message.place : undefined
  const start = (place?.start.offset ?? 0) - '# Drive\n\n'.length
  const end = (place?.end.offset ?? 0) - '# Drive\n\n'.length
  return answer.suggestions.map((suggestion) => {
    const whole = /^[{[]/.test(suggestion)
    const fixed = whole ? suggestion : markup.slice(0, start) + suggestion + markup.slice(end)
    const status = projectWith(fixed).resolve(fixed, {from}).status
    return {suggestion, fixed, status}
  })
}

describe('each suggestion works where it is put in', () => {
  test.each([
    // By letters.
    ['{ref}`team:membrs`', 'team:members'],
    ['{numref}`team:membrs`', 'team:members'],
    ['{ref}`gaer`', 'gear'],
    ['{doc}`instal`', 'install'],
    ['{term}`wheels`', 'wheel'],
    ['{term}`tnet`', 'tent'],
    ['{any}`team:membrs`', 'team:members'],
    ['{any}`instal`', 'install'],
    ['{py:func}`rover.ster`', 'rover.steer'],
    ['{py:class}`rover.Weel`', 'rover.Wheel'],
    ['{external+rover:ref}`gaer`', 'gear'],
    ['{external+rovr:ref}`gear`', 'rover'],
    ['[](inv:rover:std:label#gaer)', 'inv:rover:std:label#gear'],
    ['[](inv:rovr:std:label#gear)', 'inv:rover:std:label#gear'],
    ['[](xref:rover/gear#gaer)', 'inv:rover:std:label#gear'],
    ['[](xref:rovr/gear#gear)', 'xref:rover/gear#gear'],
    ['[](xref:rover/strat)', 'inv:rover:std:doc#start'],
    ['[](#team:membrs)', '#team:members'],
    ['[](#night-wach)', '#night%20watch'],
    ['[](instal.md)', 'install.md'],
    ['[](install.md#instal)', 'install.md#install'],
    ['[](team:membrs)', 'team:members'],
    // By another role.
    ['{doc}`team:members`', '{ref}`team:members`'],
    ['{term}`team:members`', '{ref}`team:members`'],
    ['{ref}`wheel`', '{term}`wheel`'],
    ['{ref}`install`', '{doc}`/guide/install`'],
    ['{doc}`rover.steer`', '{py:func}`rover.steer`'],
    ['{py:class}`rover.steer`', '{py:func}`rover.steer`'],
    ['{py:class}`rover.turn`', '{external+rover:py:func}`rover.turn`'],
    ['{external+rover:py:class}`rover.turn`', '{external+rover:py:func}`rover.turn`'],
    ['{external+rover:doc}`gear`', '{external+rover:ref}`gear`'],
    ['{external+rover:dok}`start`', '{external+rover:doc}`start`'],
    ['{external:rover:doc}`start`', '{external+rover:doc}`start`'],
    ['{envvar}`rover.turn`', '{external+rover:py:func}`rover.turn`'],
    ['{py:func}`ROVER_HOME`', '{external+rover:envvar}`ROVER_HOME`'],
    ['{ref}`only`', '{external+rover:rst:dir}`only`'],
    ['{term}`rover.note`', '[](inv:rover:py:parameter#rover.note)'],
    ['[](inv:rover:py:class#rover.turn)', 'inv:rover:py:function#rover.turn'],
    ['{any}`ROVER_HOME`', '{external+rover:envvar}`ROVER_HOME`'],
    ['[](#install)', '/guide/install.md'],
    ['[](wheel.md)', '/guide/install.md#term-wheel'],
    // By another inventory, or none.
    ['{external+rover:ref}`camp`', '{external+base:ref}`camp`'],
    ['{external+rover:ref}`team:members`', '{ref}`team:members`'],
    ['{external+gone:py:func}`base.run`', '{external+base:py:func}`base.run`'],
    ['{doc}`start`', '{external+rover:doc}`start`'],
    ['[](inv:rover:std:label#camp)', 'inv:base:std:label#camp'],
    ['[](inv:gone:std:label#camp)', 'inv:base:std:label#camp'],
    ['[](inv:rover:std:label#team:members)', '#team:members'],
    ['[](xref:rover/camp#camp)', 'inv:base:std:label#camp'],
    ['[](start.md)', 'inv:rover:std:doc#start'],
    // By a moved document.
    ['{doc}`/old/team`', '/about/team'],
    ['[](/old/team.md)', '/about/team.md'],
    ['[](team.md#team:members)', '/about/team.md#team:members'],
    ['[](install.md#team:members)', '#team:members'],
    ['[](install.md#rules-of-the-house)', '/about/team.md#rules-of-the-house'],
    ['[](gone.md#rules-of-the-house)', '/about/team.md#rules-of-the-house'],
    ['[](#rules-of-the-house)', '/about/team.md#rules-of-the-house'],
    ['{ref}`rules-of-the-house`', '[](/about/team.md#rules-of-the-house)']
  ])('%s: %s', (markup, meant) => {
    const all = ask(markup)
    expect(all[0]?.suggestion).toBe(meant)
    expect(all.filter(({status}) => status !== 'resolved')).toEqual([])
  })
})

test('nothing is suggested for what is like nothing', () => {
  for (const markup of [
    '{ref}`zzzz`',
    '{doc}`zzzz`',
    '{term}`zzzz`',
    '[](#zzzz)',
    '[](zzzz.md)',
    '[](inv:#zzzz)'
  ])
    expect(ask(markup)).toEqual([])
})

test('an entry in another case is found by an inv: link, and said', () => {
  const project = createTestProject({pages: {'index.md': '[](inv:rover:py:class#Rover.wheel)'}, inventories})
  expect(project.resolve('[](inv:rover:py:class#Rover.wheel)', {from: 'index.md'})).toMatchObject({
    status: 'resolved',
    url: expect.stringContaining('api.html#rover.Wheel'),
    notes: [{ruleId: 'case-differs'}]
  })
})

test.each([
  ['{ref}`wheel`', 'label "wheel" in the project', {reason: 'other-kind', kinds: ['term']}],
  [
    '{ref}`team:members`',
    'label "team:members" on this page',
    {reason: 'other-place', places: ['about/team.md']}
  ],
  ['{doc}`/About/Team`', 'page "About/Team"', {reason: 'other-case', name: 'about/team'}],
  [
    '{external+rover:py:class}`rover.turn`',
    'py:class "rover.turn" in rover',
    {reason: 'other-kind', kinds: ['py:function']}
  ],
  [
    '{external+rover:py:class}`rover.wheel`',
    'py:class "rover.wheel" in rover',
    {reason: 'other-case', name: 'rover.Wheel'}
  ],
  ['{external+rover:py:class}`zzzz`', 'py:class "zzzz" in rover', {reason: 'unknown'}],
  ['{external+void:ref}`gear`', 'std:label "gear" in void', {reason: 'empty'}],
  [
    '[](inv:rover:py:class#rover.turn)',
    'inv:rover:py:class#rover.turn',
    {reason: 'other-kind', kinds: ['py:function']}
  ],
  ['[](#night-SHIFT)', 'heading "night-SHIFT" on this page', {reason: 'unknown'}]
])('%s: the step "%s" says why it found nothing', (markup, tried, why) => {
  const project = createTestProject({pages, inventories: {...inventories, void: []}})
  const step = project.resolve(markup, {from: 'index.md'}).tried.find((each) => each.tried === tried)
  expect(step).toMatchObject({outcome: 'not found', why})
})
