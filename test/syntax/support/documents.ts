/** Random documents of nested constructs, as lines: what people write, and what nobody would. */
import fc from 'fast-check'

type Lines = string[]

const word = fc.constantFrom(
  'one',
  'two',
  'ünïcode',
  '𝒳',
  'a',
  'see',
  'x.',
  'no_',
  '*',
  '`',
  '{',
  '}',
  ':',
  '<',
  '|'
)
const names = fc.constantFrom('ref', 'doc', 'sub', 'kbd', 'abbr', 'cpp:func', 'unknown', 'external+a:b')

const inline: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: word},
  fc.constantFrom(
    '*emph*',
    '**strong *in***',
    '`code`',
    '`` a`b ``',
    '[link](/u "t")',
    '[ref][d]',
    '[d]',
    '![alt *x*](i.png)',
    '[^n]',
    '[^m]',
    '<b>raw</b>',
    '<https://a.example>',
    '\\*',
    '&amp;',
    '~~gone~~',
    '[a](b',
    '@key',
    '@a_b:2020, x',
    '@{any key}',
    '@key [p. 3]',
    '[@a; -@b]',
    '[see @a, *p.* 3; @{b c}]',
    '\\@a',
    'me@a.example',
    '[@a',
    '{ref}`open',
    '{ref} `x`',
    '\\{ref}`x`'
  ),
  fc
    .tuple(names, fc.constantFrom('x', 'text <target>', '*x* y', 'a``b', 'A (long one)', ' pad ', 'a<b>'))
    .map(([name, value]) => {
      const ticks = value.includes('``') ? '`' : value.includes('`') ? '``' : '`'
      return `{${name}}${ticks}${value}${ticks}`
    })
)

const line = fc.array(inline, {minLength: 1, maxLength: 5}).map((parts) => parts.join(' '))

const paragraph: fc.Arbitrary<Lines> = fc
  .tuple(fc.array(line, {minLength: 1, maxLength: 3}), fc.constantFrom('', '  ', '\\'))
  .map(([lines, end]) => lines.map((text, index) => (index < lines.length - 1 ? text + end : text)))

/** A role whose content goes on over a line ending. */
const longRole: fc.Arbitrary<Lines> = fc
  .tuple(word, names, word, word)
  .map(([before, name, first, second]) => [`${before} {${name}}\`\`${first}`, `  ${second} <t>\`\` after`])

const leaf: fc.Arbitrary<Lines> = fc.oneof(
  {weight: 4, arbitrary: paragraph},
  longRole,
  line.map((text) => [`## ${text}`]),
  line.map((text) => [text, '===']),
  fc.constantFrom<Lines[]>(
    ['---'],
    ['```python', 'x = 1', '', ':::', '```'],
    ['~~~', '```{note}', '~~~'],
    ['    indented', '', '    more'],
    ['<div>', '<b>x</b>', '</div>'],
    ['(label)='],
    ['( spaced: label )='],
    ['(a)=', '(b)='],
    ['% comment', '%', '%more'],
    ['+++'],
    ['+++ {"tag": "x"}'],
    ['^^^'],
    ['| a | b |', '|---|:-:|', '| `{x}` | {sub}`1\\|2` |', '| c |'],
    ['a | b', '- | -', '[d] | [^n]'],
    ['[d]: /url "title"'],
    ['[^n]: A note', '', '    goes on'],
    ['[^m]: - list', '      - b'],
    [':::'],
    ['```'],
    [':::name'],
    ['- [ ] task', '- [x] done']
  )
)

const optionLines: fc.Arbitrary<Lines> = fc.oneof(
  fc.constant<Lines>([]),
  fc.subarray([
    ':class: a b',
    ':name: x:y',
    ':alt:',
    ':key: "quoted # text"',
    ':alt: |',
    '  :open: yes',
    ':bad:value'
  ]),
  fc
    .subarray(['class: a b', 'name: x', 'text: >', '  folded', '  more', '', 'alt: # comment', 'list: [a]'])
    .map((lines) => ['---', ...lines, '---'])
)

const directiveName = fc.constantFrom(
  'note',
  'admonition',
  'figure',
  'code-block',
  'card',
  'grid',
  'toctree',
  'button-ref',
  'unknown',
  'image',
  'div'
)

type Rooms = {block: Lines; blocks: Lines}

const {blocks} = fc.letrec<Rooms>((tie) => {
  const inner = tie('blocks')
  const directive = fc
    .record({
      marker: fc.constantFrom(':', '`', '~'),
      extra: fc.constantFrom(0, 0, 0, 1, -1),
      name: directiveName,
      argument: fc.oneof(
        fc.constant(''),
        line.map((text) => text.replaceAll('`', ''))
      ),
      options: optionLines,
      gap: fc.boolean(),
      body: inner,
      closed: fc.constantFrom(true, true, true, true, false)
    })
    .map(({marker, extra, name, argument, options, gap, body, closed}) => {
      let size = 3
      for (const text of body) {
        const run = text.trimStart().match(marker === '`' ? /^`+/ : marker === ':' ? /^:+/ : /^~+/)?.[0]
        size = Math.max(size, (run?.length ?? 0) + 1)
      }
      const fence = marker.repeat(Math.max(3, size + extra))
      return [
        `${fence}{${name}}${argument ? ` ${argument}` : ''}`,
        ...options,
        ...(gap ? [''] : []),
        ...body,
        ...(closed ? [fence] : [])
      ]
    })
  const quote = fc
    .tuple(inner, fc.constantFrom('> ', '>', ' > '), fc.nat(9))
    .map(([lines, mark, lazy]) =>
      lines.map((text, index) => (index === lazy && index > 0 ? text : mark + text))
    )
  const list = fc
    .tuple(inner, inner, fc.constantFrom('- ', '* ', '1. ', '10) ', '-   '), fc.constantFrom('', ' '))
    .map(([first, second, mark, lead]) =>
      [first, second].flatMap((lines) =>
        lines.map((text, index) =>
          index === 0 ? lead + mark + text : text && ' '.repeat((lead + mark).length) + text
        )
      )
    )
  const footnote = inner.map((lines) =>
    lines.map((text, index) => (index === 0 ? `[^n]: ${text}` : text && `    ${text}`))
  )
  return {
    block: fc.oneof(
      {depthSize: 'xsmall', withCrossShrink: true},
      {weight: 5, arbitrary: leaf},
      {weight: 4, arbitrary: directive},
      {weight: 2, arbitrary: quote},
      {weight: 2, arbitrary: list},
      {weight: 1, arbitrary: footnote}
    ),
    blocks: fc
      .array(fc.tuple(tie('block'), fc.boolean()), {minLength: 1, maxLength: 3})
      .map((parts) => parts.flatMap(([lines, gap], index) => (index > 0 && gap ? ['', ...lines] : lines)))
  }
})

const frontMatter = fc.constantFrom<Lines>([], [], [], ['---', 'title: T', '---'], ['---', 'a: [', '---', ''])

/** Documents that are built as a person builds them, now and then with a fence that does not fit. */
const built: fc.Arbitrary<string> = fc
  .tuple(frontMatter, blocks, fc.boolean())
  .map(([head, lines, end]) => [...head, ...lines].join('\n') + (end ? '\n' : ''))

const prefix = fc.constantFrom('', '', '', '> ', '- ', '  ', '    ', '\t', '1. ', '>> ', '> - ', '   ', ' ')
const scrap = fc.constantFrom(
  ':::',
  '::::',
  '```',
  '````',
  '~~~',
  ':::{note}',
  '::::{note} A *title*',
  '```{note}',
  '````{figure} a.png',
  '~~~{admonition} T',
  '```{code-block} python',
  ':::name',
  ':class: a',
  ':name: "x',
  '---',
  'key: value',
  '(label)=',
  '(a)= ',
  '% comment',
  '%',
  '+++',
  '+++ meta',
  '^^^',
  '',
  '',
  '',
  'text',
  'a {ref}`b',
  'c` d',
  '[see @a,',
  'p. 3; -@b]',
  '@key [p.',
  '4]',
  '{ref}``x',
  'y``',
  '| a | b |',
  '|---|---|',
  '[^n]: note',
  '[^n]',
  '[d]: /u',
  '[d]',
  '# H',
  '===',
  '<div>',
  '</div>',
  '- item',
  '{sub}`*x*` {doc}`t <u>`',
  '`code',
  'end`',
  '**b',
  'c**',
  'two  ',
  '\\',
  'tab\there',
  ':',
  '{',
  '`{x}`'
)

/** Lines of anything under anything. */
const scraps: fc.Arbitrary<string> = fc
  .array(fc.tuple(prefix, prefix, scrap), {minLength: 1, maxLength: 10})
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'))

const letters = fc.string({
  unit: fc.constantFrom(
    ':',
    '`',
    '~',
    '{',
    '}',
    'a',
    ' ',
    '\n',
    '>',
    '-',
    '(',
    ')',
    '=',
    '%',
    '+',
    '\\',
    '[',
    ']',
    '@',
    ';',
    '^',
    '|',
    '*',
    '\t'
  ),
  maxLength: 40
})

/** Any document: with line feeds, as the caller writes other line endings. */
export const anyDocument: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: built},
  {weight: 3, arbitrary: scraps},
  {weight: 1, arbitrary: letters}
)

/** Documents that people could have written. */
export const plausibleDocument = built
