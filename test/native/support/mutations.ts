/** Random documents out of pages that people wrote: lines of them joined, put into containers and edited. */
import fc from 'fast-check'

type Lines = readonly string[]
type Change = (lines: Lines) => Lines

const hang =
  (mark: string, indent = mark.length): Change =>
  (lines) =>
    lines.map((text, index) => (index === 0 ? mark + text : text && ' '.repeat(indent) + text))

const before =
  (mark: string): Change =>
  (lines) =>
    lines.map((text) => mark + text)

const between =
  (head: Lines, end: string): Change =>
  (lines) => [...head, ...lines, end]

/** What may stand around some lines. */
const containers: readonly Change[] = [
  ...[' ', '  ', '   ', '    ', '\t', '> ', '>', ' > '].map(before),
  ...['- ', '* ', '1. ', '10) ', '-   ', '+ ', '- [ ] ', '- - ', '> - '].map((mark) => hang(mark)),
  hang('[^n]: ', 4),
  hang('[^m]:\n    ', 4),
  (lines) => ['Term', ...hang(': ')(lines)],
  (lines) => ['Term `x`', '', ...hang(':   ')(lines)],
  (lines) => ['| a | b |', '|---|---|', ...lines.map((text) => `| ${text} | c |`)],
  between([':::{note}'], ':::'),
  between([':::{note} A *title*'], ':::'),
  between(['::::{admonition} Title', ':class: a'], '::::'),
  between(['```{note}', '---', 'class: a', '---'], '```'),
  between(['````{tip}', ':name: b', ''], '````'),
  between(['```{code-block} python', ':linenos:'], '```'),
  between(['```{math}'], '```'),
  between(['~~~{unknown} x'], '~~~'),
  between(['```python'], '```'),
  between(['$$'], '$$ (eq)'),
  between(['\\begin{align}'], '\\end{align}'),
  between([':::{glossary}'], ':::'),
  between(['<div>'], '</div>'),
  between(['<!--'], '-->'),
  // Nothing ends it.
  (lines) => [':::{note}', ...lines],
  (lines) => ['```{note} Title', ...lines],
  (lines) => ['```', ...lines]
]

const inlines: readonly string[] = [
  ...[
    '$',
    '$$',
    '$a$',
    '$ b$',
    '$$c$$',
    '\\$',
    '{{ a }}',
    '{{',
    '}}',
    '{',
    '}',
    '{ref}',
    '{ref}`a`',
    '{sub}``b`` '
  ],
  ...[
    '{ref}`a <b>`',
    '{abbr}`*a* (b)`',
    '{.c}',
    '{#i .c}',
    '{a="b"}',
    '[a]{.c}',
    '[a *b*]{.c}',
    '`',
    '``',
    '`c`',
    '`$`'
  ],
  ...[
    '[',
    ']',
    '![',
    '(',
    ')',
    '[a](b)',
    '[a](<b c> "t")',
    '![a](b.png)',
    '[a][n]',
    '[n]',
    '[a]: b',
    '[^n]',
    '](',
    '][n]'
  ],
  ...[
    '<b>',
    '</b>',
    '<br/>',
    '<!-- a -->',
    '<a',
    '>',
    '<',
    '<https://a.b>',
    '<a@b.c>',
    'https://a.b/c_d',
    'www.a.b',
    'a@b.c'
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '*a*',
    '**a**',
    '_a_',
    '~~a~~',
    '***',
    '\\',
    '\\*',
    '\\\\',
    '&amp;',
    '&#35;',
    '|',
    ':a:'
  ],
  ...[
    '  ',
    '   ',
    '\t',
    '\u00a0',
    '\u2028',
    '\u0301',
    '\u200d',
    '\ufeff',
    '\u3000',
    '𝒳',
    '👩‍👧',
    'ä',
    '。',
    '\u0085',
    '\f'
  ]
]

const starts: readonly string[] = [
  ...[
    ' ',
    '  ',
    '   ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '2. ',
    '+ ',
    '* ',
    ': ',
    '~ ',
    '# ',
    '## ',
    '% ',
    '| ',
    '#'
  ],
  ...[
    '(a)= ',
    '[n]: ',
    '[^n]: ',
    ':::',
    '```',
    '~~~',
    '::::',
    '$$',
    '+++ ',
    '{.c}',
    '-',
    '=',
    '>',
    '- [x] ',
    '<div>'
  ]
]

const wholeLines: readonly string[] = [
  ...[
    '',
    ' ',
    '   ',
    '\t',
    '---',
    '===',
    '***',
    '+++',
    '% c',
    '(a)=',
    '{.c}',
    '{#i}',
    '$$',
    '$$ (l)',
    '$$a$$',
    '{{ a }}'
  ],
  ...[
    ':::',
    '::::',
    '```',
    '````',
    '~~~',
    ':::{note}',
    '```{note}',
    '````{tip} *a*',
    '::::{tab-set}',
    ':::{tab-item} A'
  ],
  ...[
    '```{math}',
    '```{code-block} c',
    '```python',
    ':name: a',
    ':class: b',
    '---\na: b\n---',
    ': a',
    ': b\n\n  c',
    '~ d',
    'a\n: b'
  ],
  ...[
    '- a',
    '  - b',
    '1. c',
    '- ',
    '> d',
    '>',
    '> - e',
    '- > f',
    '[^n]: a',
    '[n]: /u "t"',
    '[n]:\n  /u',
    '| a | b |\n|---|---|'
  ],
  ...[
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<!-- a -->',
    '<script>',
    '</script>',
    '# H',
    '## H {#i}',
    'a',
    'a  ',
    'b\\',
    '\\begin{a}'
  ],
  ...[
    '\\end{a}',
    '^^^',
    '    code',
    '[a]{.c}',
    '![a](b)',
    '**a',
    'a*',
    '`a',
    'b`',
    '$a',
    'b$',
    '[a',
    'b](c)',
    '- - g',
    '```{image} a'
  ]
]

type Edit = {at: number; to: number; kind: string; pick: number}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(9999),
  to: fc.nat(9999),
  pick: fc.nat(9999),
  kind: fc.constantFrom(
    'inline',
    'inline',
    'inline',
    'start',
    'start',
    'line',
    'line',
    'move',
    'drop',
    'twice',
    'end',
    'cut',
    'indent',
    'dedent',
    'join'
  )
})

const pickOf = (list: readonly string[], pick: number): string => list[pick % list.length] ?? ''

function edited(lines: Lines, {at, to, kind, pick}: Edit): Lines {
  const out = [...lines]
  const index = at % Math.max(out.length, 1)
  const line = out[index] ?? ''
  const column = to % (line.length + 1)
  switch (kind) {
    case 'inline':
      out[index] = line.slice(0, column) + pickOf(inlines, pick) + line.slice(column)
      break
    case 'start':
      out[index] = pickOf(starts, pick) + line
      break
    case 'line':
      out.splice(index, 0, ...pickOf(wholeLines, pick).split('\n'))
      break
    case 'move':
      out.splice(to % out.length, 0, ...out.splice(index, 1 + (pick % 4)))
      break
    case 'drop':
      out.splice(index, 1)
      break
    case 'twice':
      out.splice(index, 0, line)
      break
    case 'end':
      out[index] = line + pickOf([' ', '  ', '\t', '\\', ' #', ' {.c}', '|', ':'], pick)
      break
    case 'cut':
      out[index] = line.slice(0, column)
      break
    case 'indent':
      for (let each = index; each < index + 1 + (pick % 6) && each < out.length; each++)
        out[each] = ' '.repeat(1 + (to % 4)) + out[each]
      break
    case 'dedent':
      for (let each = index; each < index + 1 + (pick % 6) && each < out.length; each++)
        out[each] = out[each]?.replace(/^ {1,4}/, '') ?? ''
      break
    default:
      out.splice(index, 2, line + (out[index + 1] ?? ''))
  }
  return out
}

const endings = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r')

/**
 * Documents of some lines of pages.
 *
 * @param pages of which whole runs of lines are taken.
 */
export function mutatedPages(pages: readonly string[]): fc.Arbitrary<string> {
  const sources = pages.map((page) => page.split(/\r\n?|\n/))
  const part = fc
    .record({
      page: fc.nat(sources.length - 1),
      from: fc.nat(9999),
      count: fc.integer({min: 1, max: 14}),
      around: fc.array(fc.constantFrom(...containers), {maxLength: 3}).filter((list) => list.length !== 3),
      plain: fc.boolean(),
      gap: fc.boolean()
    })
    .map(({page, from, count, around, plain, gap}) => {
      const source = sources[page] ?? []
      const first = from % Math.max(source.length, 1)
      const lines: Lines = source.slice(first, first + count)
      const inside = plain ? lines : around.reduce((inner, change) => change(inner), lines)
      return gap ? [...inside, ''] : inside
    })
  return fc
    .tuple(
      fc.array(part, {minLength: 1, maxLength: 4}),
      fc.array(edit, {maxLength: 5}),
      endings,
      fc.boolean()
    )
    .map(([parts, edits, ending, end]) => {
      const lines = edits.reduce(edited, parts.flat().join('\n').split('\n'))
      return lines.join(ending) + (end ? ending : '')
    })
}
