/** What GFM adds to CommonMark: tables, struck text, task lists, bare addresses; through `render`, as GitHub draws it. */
import {describe, expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {
  comparableHtml,
  gfmAdapters,
  type HtmlAdapter,
  referencesAsWritten,
  withoutClasses
} from '../comparable-html.js'
import {sharedCases} from '../shared-cases.js'
import {hasShared} from '../support.js'

const draw = (source: string): string =>
  comparableHtml(
    render(source, {
      config: {extensions: ['strikethrough', 'tasklist', 'gfm_autolink']},
      elements: referencesAsWritten
    }).html,
    gfmAdapters
  )

test.each([
  [
    'a row with fewer cells is filled',
    '| a | b |\n| --- | --- |\n| c |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>'
  ],
  [
    'cells beyond the head are dropped',
    '| a |\n| --- |\n| c | d |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>'
  ],
  [
    'alignment',
    '| a | b | c |\n| :-- | :-: | --: |',
    '<table><thead><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th></tr></thead></table>'
  ],
  [
    'an escaped pipe is a character, in code too',
    '| a |\n| - |\n| `b\\|c` \\| d |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>b|c</code> | d</td></tr></tbody></table>'
  ],
  [
    'a quote ends a table',
    '| a |\n| - |\n| b |\n> c',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><blockquote><p>c</p></blockquote>'
  ],
  ['a head and a delimiter row of other lengths are text', '| a | b |\n| - |', '<p>| a | b |\n| - |</p>'],
  ['two tildes strike through', '~~a~~ b', '<p><del>a</del> b</p>'],
  ['no paragraph end inside what is struck', 'a ~~b\n\nc~~', '<p>a ~~b</p><p>c~~</p>'],
  ['three tildes do not strike', 'a ~~~b~~~', '<p>a ~~~b~~~</p>'],
  [
    'task items, done and not',
    '- [ ] a\n- [x] b',
    '<ul><li><input type="checkbox" disabled> a</li><li><input type="checkbox" checked disabled> b</li></ul>'
  ],
  [
    'task items in task items',
    '- [x] a\n  - [ ] b',
    '<ul><li><input type="checkbox" checked disabled> a<ul><li><input type="checkbox" disabled> b</li></ul></li></ul>'
  ],
  [
    'the columns are those of the head',
    '| a | b |\n| --- | --- |\n| *c* |\n| d | e | f |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><em>c</em></td><td></td></tr><tr><td>d</td><td>e</td></tr></tbody></table>'
  ],
  [
    'a table of a head alone has no body',
    '| a | b |\n| --- | --- |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead></table>'
  ],
  [
    'bars at the ends may be left out, and a line without one is a row',
    'a | b\n--- | ---\nc\n\nd',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table><p>d</p>'
  ],
  ['a box without a space behind it is text', '- [x]a', '<ul><li>[x]a</li></ul>'],
  [
    'an ordered list may be one of tasks',
    '3. [X] a',
    '<ol start="3"><li><input type="checkbox" checked disabled> a</li></ol>'
  ],
  ['a box is at the start of its item only', '- a [x] b', '<ul><li>a [x] b</li></ul>'],
  ['one tilde does not strike', '~a~', '<p>~a~</p>'],
  [
    'www and two names make an address',
    'see www.x.example.',
    '<p>see <a href="http://www.x.example">www.x.example</a>.</p>'
  ],
  [
    'a bracket that the address did not open ends it',
    '(https://x.example/a_(b))',
    '<p>(<a href="https://x.example/a_(b)">https://x.example/a_(b)</a>)</p>'
  ],
  [
    'what looks like a character reference at the end is not of the address',
    'www.x.example/?a=b&c;',
    '<p><a href="http://www.x.example/?a=b">www.x.example/?a=b</a>&amp;c;</p>'
  ],
  [
    'an angle bracket ends an address',
    'https://x.example/a<b',
    '<p><a href="https://x.example/a">https://x.example/a</a>&lt;b</p>'
  ],
  ['mail, and no mail', 'a+b@x.example a@b-', '<p><a href="mailto:a+b@x.example">a+b@x.example</a> a@b-</p>']
])('GFM: %s', (_, source, html) => expect(draw(source)).toBe(comparableHtml(html)))

/** How markdown-it draws the same. */
const markdownItAdapters: Record<string, HtmlAdapter> = {
  'struck text is no longer right, and not gone': (element) => [
    element.tagName === 's' ? {...element, tagName: 'del'} : element
  ],
  'lists of tasks have classes of their own': (element) => [withoutClasses(element, /task-list/)],
  'alignment is a style': (element) => {
    const {style, ...properties} = element.properties
    const side = /^text-align:(\w+)$/.exec(String(style ?? ''))?.[1]
    return [side ? {...element, properties: {align: side, ...properties}} : element]
  }
}

const blockFirst = 'what opens a list or a heading comes before a table, as in CommonMark'
const longRun = 'three or more tildes strike nothing, as GFM says'

/** Where markdown-it is not GitHub, ours is: why, by title. */
const groups: [group: string, ours: ReadonlyMap<string, string>][] = [
  [
    'mdit/tables',
    new Map([
      ['This is parsed as one big table:', blockFirst],
      ['`\\` in tables should not count as escaped backtick', blockFirst],
      ['Tables should handle escaped backticks', blockFirst]
    ])
  ],
  [
    'mdit/strikethrough',
    new Map([
      ['line 6', longRun],
      ['line 12', longRun],
      ['line 18', longRun],
      ['line 24', longRun],
      ['Regression test for #742:', longRun]
    ])
  ],
  ['mdit/tasklists', new Map()],
  [
    'tasklists',
    new Map([
      ['Tab after task list item marker', 'there the box is lost'],
      ['Form feed after task list item marker', 'a form feed is no space of Markdown']
    ])
  ]
]

describe.each(groups)('the cases of %s (../shared)', (group, ours) => {
  const cases = sharedCases(group).filter(({title}) => !ours.has(title))
  test.skipIf(!hasShared)('are there', () => {
    expect(cases.length).toBeGreaterThan(3)
    expect(sharedCases(group).length - cases.length).toBe(ours.size)
  })

  test.each(cases)('$title', ({input, expected}) =>
    expect(draw(input)).toBe(comparableHtml(expected, markdownItAdapters))
  )
})
