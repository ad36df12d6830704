/** Random running text: every construct that stands inside a line, and what only looks like one. */
import fc from 'fast-check'

const word = fc.constantFrom(
  'one',
  'two',
  'ünïcode',
  '𝒳',
  '👈',
  '**🎉',
  '🎉_',
  '**👈🎉**',
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
  '|',
  '$',
  '~',
  '%',
  '(',
  ')=',
  '+++',
  '1.',
  '5$',
  ':smile:',
  'tab\there',
  'a:'
)
const names = fc.constantFrom(
  'ref',
  'doc',
  'sub',
  'kbd',
  'abbr',
  'cpp:func',
  'unknown',
  'external+a:b',
  'math'
)
const attributes = fc.constantFrom(
  '{.c}',
  '{#i .c}',
  '{width=5 k="a b"}',
  "{k='x'}",
  '{.a}{.b}',
  '{% note %}',
  '{a b}'
)

const role = fc
  .tuple(
    names,
    fc.constantFrom('', ' .c', ' #i', ' k="v w"', ' '),
    fc.constantFrom(
      'x',
      'text <target>',
      '*x* y',
      'a``b',
      'A (long one)',
      ' pad ',
      'a<b>',
      'a\\|b',
      '$x$',
      '\\'
    )
  )
  .map(([name, more, value]) => {
    const ticks = value.includes('``') ? '`' : value.includes('`') ? '``' : '`'
    return `{${name}${more}}${ticks}${value}${ticks}`
  })

const carried = fc
  .tuple(
    fc.constantFrom(
      '[span *x*]',
      '`code`',
      '[l](/u)',
      '![i](x.png)',
      '<https://a.example>',
      '[d]',
      '{ref}`x`',
      'word'
    ),
    attributes
  )
  .map((parts) => parts.join(''))

const fixed = fc.constantFrom(
  '*emph*',
  '**strong *in***',
  '`code`',
  '`` a`b ``',
  '[link](/u "t")',
  '[ref][d]',
  '[d]',
  '![alt *x*](i.png)',
  '![d]',
  '[^n]',
  '[^m]',
  '<b>raw</b>',
  '<https://a.example>',
  '\\*',
  '&amp;',
  '~~gone~~',
  '[a](b',
  '{ref}`open',
  '{ref} `x`',
  '\\{ref}`x`',
  '$a_1$',
  '$$b$$',
  '$ a $',
  '$a',
  '\\$a$',
  '{{ name }}',
  '{{ a | f("x") }}',
  '{{ }}',
  '\\{{ name }}',
  '{.c}',
  '[x]{',
  '@key',
  '@a_b:2020, x',
  '@{any key}',
  '@key [p. 3]',
  '[@a; -@b]',
  '[see @a, *p.* 3; @{b c}]',
  '\\@a',
  'me@a.example',
  '[@a',
  'x^2^'
)

export const inline: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: word},
  {weight: 4, arbitrary: fixed},
  {weight: 1, arbitrary: role},
  {weight: 1, arbitrary: carried}
)

/** A line of text. */
export const line: fc.Arbitrary<string> = fc
  .array(inline, {minLength: 1, maxLength: 5})
  .map((parts) => parts.join(' '))

/** Some lines of text. */
export const paragraph: fc.Arbitrary<string[]> = fc
  .tuple(fc.array(line, {minLength: 1, maxLength: 3}), fc.constantFrom('', '  ', '\\'))
  .map(([lines, end]) => lines.map((text, index) => (index < lines.length - 1 ? text + end : text)))

/** Constructs whose content goes on over a line ending. */
export const longInline: fc.Arbitrary<string[]> = fc.oneof(
  fc
    .tuple(word, names, word, word)
    .map(([before, name, first, second]) => [`${before} {${name}}\`\`${first}`, `  ${second} <t>\`\` after`]),
  fc.constantFrom<string[][]>(
    ['a $x', '  + y$ b'],
    ['a $$x', '+ y$$ b'],
    ['{{ a', '  b }} c'],
    ['see [a', 'b](/u', '"t") c'],
    ['`a', '  b` c'],
    ['[a', 'b]{.c', '  #d} e'],
    ['*a', 'b* c'],
    ['<b', '  class="x">']
  )
)
