/** Small pages on which the engines differed once: each must give one tree, whichever way it takes. */
import {expect, test} from 'vitest'
import {expectSame, native, plain, remark} from './engines.js'

const found: Record<string, readonly string[]> = {
  'labels and headings': [
    '[^\t1]\n[^1]:',
    '[^a b]: c\n\n[^a b]',
    '``a``\n    #\n{.a}',
    'a `\n    # b `$c$',
    '\n> - e\n    <!-- foo -->\n{.c}',
    '{sub}`one\rtwo`\r# b'
  ],
  'footnotes in links': [
    'a [b [^c]](d)\n\n[^c]: e',
    'a ![b [^c]](d)\n\n[^c]: e',
    '[b *[^c]*](d)\n\n[^c]: e',
    '[b [^c]][d]\n\n[^c]: e\n\n[d]: f'
  ],
  'addresses behind brackets': [
    'a](http://b.c)',
    '[a](http://b.c',
    '[a b\\](http://b_c) d_](e)',
    '[a [^b](http://c_d) e_ f](g)\n\n[^b]: h',
    '![a [b](c) d](http://e_f) g_'
  ],
  'titles with a backslash at the start of a line': [
    '[a](b "c\n\\"d")',
    "![a](b 'c\n  \\'d')",
    '> [a](b (c\n> \\)(d))',
    '[a](b "c\r\\&amp;d")',
    '[a](b "c\n>([a](b (\n>\\)))',
    '[](a "\n\\\\")',
    '[](a "\n\\\\\\")',
    '[](a "\n\\\\&amp;")'
  ],
  'titles without end in time': [
    ...['"', "'", '('].flatMap((sign) =>
      [998, 999, 1000, 1001, 1200].flatMap((length) => [
        `[a](b ${sign}${'c'.repeat(length)}\n${'d\n'.repeat(20)}`,
        `*[a*](b ${sign}${'c\n'.repeat(length / 2)}${sign})\n\n[a](b ${sign}c${sign})`,
        `> - [a](b ${sign}${'c\n>   '.repeat(length / 2)}${sign.replace('(', ')')})`,
        `[a](<b c> ${sign}d [e](f "${'g\n'.repeat(length / 2)}h](i) \`j](k "\` $l](m "$`,
        `| [a](b ${sign}c |\n|-|\n${'d\n'.repeat(length / 2)}`,
        `[a](b_(c) ${sign}${'d\n'.repeat(length / 2)}`,
        `[a\u301b](b ${sign}${'c\n'.repeat(length / 2)}`,
        `[^a](b ${sign}${'c\n'.repeat(length / 2)}\n\n[^a]: d`
      ])
    )
  ],
  'signs that may open nothing, above what may be a row': [
    'a {\n|{ b }}`c`',
    'a `b`{\n|.c} d',
    'a {{\n|b }}',
    'a [b](\n|c)',
    'a {b\n|}`c`',
    'a {b}\n|`c`'
  ],
  'a table whose head begins with a title without end': [
    `[a](b\n"${'c'.repeat(1000)}|\n|-\n\n[a]: e`,
    `[a](b "\n${'c'.repeat(1000)}\n|-\n\n[a]: e`
  ],
  'titles with two backslashes at the start of a line': [
    '[](x (\n\\\\-))',
    '![](x "a\n  \\\\{b")',
    '> [](x "a\n> \\\\=")'
  ],
  'substitutions of white space': ['{{\u00a0}}', 'a {{ \u2003 }}', 'a {{\f}}'],
  'code over lines of a definition': ['[a]:`\n{{a}}`', '[a\nb]: `\n$c$`', '[^a]:`\n{{a}}`'],
  'code that a tab may begin': ['\t``\n [a]{.c}``', '\t`\n    {{ a }}`', '- \t  `\n    {{ a }}`'],
  'a quote further in, below text': ['a\n    >`[a]{}\n>`', '1.  a\n    > `{{ b }}\n> `'],
  'columns of items that are none': [
    '- --\n  b\n: <',
    '- --\n  \\|\n: {',
    '- a\n  - b\n  * * *\n    c\n: d',
    '<d>\n- ]\n\n  )\n: )'
  ],
  'a term that may be an item': [
    'a\n  2. b\n: c',
    'a\n   10.  b\n  : c\n\n           d',
    '- a\n   2. b\n  : c'
  ],
  'raw HTML that its container ends': [
    'a\n> <!--b\n- --> {{ c }}',
    '- <!A\n> )>{{ b }}!>',
    '> <![CDATA[\n- a {{ b }}]]>',
    'a\n\n- <?<!--<?\n> ?>$b$\n> {.c}[d](e)',
    'a\n> <!A{{ b }}\n> ',
    'a\n> <!A|b\n>\n{.c}<d>',
    '> <!A\n> > b\n> > c {{ d }}'
  ],
  'comments that nothing ends': [
    'a {{ b }} <!-- {{ c }} <!--> $d$ <!---> `e`',
    '`a`{.b} <!-- --',
    '[a](b <!--{{ c }}\n|-->)'
  ],
  'marks in what may be rows': [
    '$|$\n-|-',
    '$a|b$ c\n-|-\n1|2',
    '$||\n-|-\n`$',
    ')$$\r-:\r$$',
    'a $ | b $\n--- | ---\n1|2',
    '{{ a|upper }}\n-|-',
    '[a]{b="|"}\n-|-',
    'a\n-|\n|`\n[s]{}`',
    '| a |\n|-|\n|`\n[s]{.x}`',
    '|a\n|-\n|{sub}`b\n$c`$'
  ],
  'breaks before a bracket': [
    '[a\\\n](u)',
    '[\\\r\n](u)',
    '> [a\\\n> ][x]\n\n[x]: y',
    '![a\\\n  ](u) [b\\\n](u)'
  ],
  'white space in the info of code': [
    '```a &#10;\nb',
    '``` &#10; a\nb',
    '```\u2028&#10;&amp;\na',
    '~~~a &#32;b\nc',
    '```&#32;a\nb',
    '- ~~~ &#9;a b\n  c',
    '```a b&#32;\nc'
  ],
  'tasks behind definitions': [
    '- [a]: b\n  [ ] c',
    '1. [a]: b\n[ ] c',
    '- [a]: b\n  [x]: c\n  [x] d',
    '- [a]: b\n\n  [ ] c'
  ],
  'blocks above a row of dashes': [
    '    a\n2. +++\n---',
    '    a\n2. % c\n---',
    '    a\n2. (b)=\n---',
    '2. +++\n---',
    '+++\n---'
  ],
  'items below indented code': [
    ' ***\n      - a\n\n - \n      - a',
    '    a\n\n-\n  b',
    '    a\n\n- b',
    '    a\n\n1.\n   b'
  ],
  'math in items behind a tab': [
    'a\n -\tb\n    % c\n    \\begin{align*}\n    a\n   \\end{align*}\nd',
    '-\tb\n\n    $$\n    c\n   $$\nd'
  ],
  'line feeds behind returns': [
    'a\r&#10;b',
    'a\r&#x0A;b',
    '- a\r  &#10;b',
    '> a\r> &#010;b',
    'a\r\n&#10;b',
    'a&#13;\nb'
  ],
  'what is not counted': ['\ufeff', '\ufeff\ufeff', '\ufeff\ufeff# a', '\ufeff# a\n\n{a}`b`'],
  'boxes of tasks': [
    '- [\n  ]\na',
    '>- [\n>   ]\n$>\n\\$$>  [\n>   ]: /a',
    '- [ ] `a`',
    '- [ ] {a}`a`',
    '- [ ] {{a}}',
    '- [x] <!-->',
    '- [ ]\na',
    '- [ ]\n      >'
  ],
  'spaces at an end': [
    '- - a\n    ```\n\n\t',
    '- a\n  ```\n\n\t',
    '- a\n  ```\n\n    ',
    'a\n: a\n<a>\n   ',
    '* <a>\n   ',
    '- <a>\n    ',
    '[^a]:\n ',
    '[^a]:\n \n',
    '[^a]:\n    ',
    '[^a]: \n\n\t\nb',
    '[^a]:\r\t',
    '+ ```\n ',
    '>```\n>',
    '><div\n>  ',
    '    a\n    ',
    '>     -\n>     ',
    '+\n---\n    :\n    ',
    '-\n%\n    a\n\t',
    '```{a}\n ```{a}\n ',
    ' :::{a}\n:::{a}\r ',
    '[^a]:\n     ```\n     ```\n    <a a="">\n     \n',
    '- >-\n  >'
  ],
  'white space of other kinds': [
    '~~~a \x85b',
    '```a \u3000 b',
    ' ~~~ a \fb\n ~~~',
    '[^\u00a0]:',
    '\f\n: `',
    '```{aaa}\ta',
    '- ```{a}\n\t\n  ```',
    '*\ufeff*',
    '*a\u0085*',
    '[^a]:(\u2028a)='
  ],
  'glossaries, whose definitions end at the margin': [
    ':::{glossary}\n ```{a}\n|\n:::',
    ':::{glossary}\n ```{code-cell}\n}\n:::',
    ':::{glossary}\n ```\n```\n:::',
    ':::{glossary}\n $$\n$$\n:::',
    ':::{glossary}\n a\n: a\n:::',
    ':::{glossary}\na\n\n\n:::',
    ':::{glossary}\n \u00a0\n:::',
    '```{a}\n:::{glossary}\n```\n:::',
    ':::{glossary}\n :::{note}\n---\n  a\n---\n  b\n :::\n:::'
  ],
  'fences that end what is in them': [':::{a}\n```{a}\n---\n:::\n---', '<\n```{a}\n1. ```'],
  'markers that may be text': [
    '.\n3. a\n: `',
    '> | a |\na\n> | - |',
    '- a\nb | c\n  -|-',
    '[^a]: b\nc\n    | - |',
    '- a\nb\n  :-',
    'a\n: b\n:::\n: c',
    '::::{note} a\n:::b[{ref}c]\nd\n: e\n:::\nf\n: g\n---\n::::',
    '~\n    -\n{#a}',
    'a $x\n*\ny$',
    ':\n--\n: a',
    '-\n-     a\n  +',
    '8.\n```{a}\n    a\n\n0.',
    '    a\n[a]:"\n\n3.',
    'a\n[^ $]:',
    '=\n{.a}',
    'a\n: a\nb\n: \n: c',
    'a\n: a\n```a`\n: a',
    '- [x] |\n\t-|',
    '-\n\t||a\n  \t-|-',
    ':::{glossary}\na\f\n:::',
    'a\n    ---\n{.a}',
    '0)\n#\n    |\n>-',
    '{\ufeff\n: A',
    ' ::::{a}\n:::{a}\n:::{a}\n :::',
    '__\n{.a}',
    '}$$\n[^a]:\n$$()'
  ],
  'lines that go on with a description': [
    'd\n: e\n\\begin{a}\n: b',
    'd\n: e\n$$\n: b',
    'd\n: e\n\\begin{align}\nf\n\\end{align}\n: b'
  ],
  'quotes in quotes': [
    '>> a\n> # b',
    '>> a\n>\n>> b',
    '>> # a\n>',
    '>>> a\n> > - a\n:::',
    '> > % c\n>>> a\n> > # a',
    '>>> a\n- b',
    '> |---|\n   a\n> |---|'
  ],
  'containers in far columns': [
    `${'-    '.repeat(48)}a`,
    `${'>   '.repeat(60)}a\nb`,
    `${'>\t'.repeat(60)}a`,
    `${' '.repeat(197)}- > a`
  ],
  'content further in': ['1. -   \n       ```{a}\n         ```', ' :::{a}\n1. a\n   : a', '-   \t.\n    \t'],
  'code that the next item ends': [
    '* - ````md\n    a\n  - b',
    '* - ````md\n    a\n* - b',
    '* - ````md\n    a\n* b\n  - c',
    '* ````md\n* b',
    '* ````md\n  a\n- b',
    '- - ```\n  - ```\n- a',
    '1. - ```\n   - b\n2. c',
    '  ```{note}\n* - ```\n    - c',
    '- ```\n  a\n  - b\n- c',
    ':::{note}\n- - ```\n    b\n  - c\n- - ```\n- d\n:::',
    'a\n: - ```\n  - b\n',
    '-     ```\n- a',
    '-    ```\n    - a',
    '- ```\n- b\n\n\n- c',
    '[^a]:\n    - ```\n    - b'
  ],
  'rows with dollars that nothing closes': [
    '| $a |\n|--|\n| b$ |\n| `c |\n| d` |',
    'a `b\n| $a |\n|--|\n| b$ |',
    'a\n| $a |\n|--|\n| b$ |\nc $d\n| e$ |',
    '| $a |\n| b$ |\n|--|\n| $c |',
    '| $a | b |\n|--|\n| b$ |',
    '| $a\n\n|--|\n| b$ |',
    '| a |\n|--|\n| $b |\n| $c$ | `d |\n- e` |\n| f$ |',
    'a\n: b\n| $c |\n|--|\n| d$ |',
    '| a |\n|--|\n| {a}`b |\n| c`{.d} |',
    '| a | b |\n|--|--|\n| `c | $a$ | d` |',
    '| a | b |\n|--|--|\n| {a}`c | {{ a }} | {a}`d |',
    '| a | b |\n|--|--|\n| `a | b` ` $c$ ` |',
    'a | b\n--|--\n`a | b` ` $c$ `'
  ],
  'raw HTML beside text': [
    '$a\n<div>$',
    '2. a\n <a>\n',
    'a||\n-|-\n<a>',
    '[^a]:a\n<a>\n',
    '>!\n <a a="">\n',
    '[^a]:\n    >*\n>'
  ],
  'symbols beside marks': [
    'a**👈 b** (**👈**) *c🎉* d_🎉_ ~~🎉~~e',
    '[a *🎉*][b🎉*] {sub}`*🎉*` `*🎉` ![🎉*](c)\n\n[b🎉*]: d',
    '| 🎉** | **🎉 |\n|---|---|\n| a*🎉*b | http://a.b/*🎉* |',
    'a*🎉**_b_',
    '*__🎉_',
    'a*𐐀* [b𐐀*]\n\n[b𐐨*]: c',
    'a*🎉* \ue100\ue101'
  ],
  'blocks in footnotes': [
    '[^a]: b\n\n    :::{note}\n    c\n    :::\n\n    ```{code-block} d\n    e\n    ```',
    '[^a]:\n    b\n\n    T\n    : d\n\n    $$\n    e\n    $$\n[^f]: g',
    '[^a]: b\n    :::{note}\n  c\n    :::\n',
    '    [^a]: b\n\n    :::{note}\n    :::'
  ],
  'names of emoji': [':::{tip} 🛠 *a*\n:class: b\n\nc\n:::', ':::{tip} ©️ a\n:::', ':::{tip} 1️⃣ a\n:::'],
  'tildes beside three of them': ['a ~~~~*~~*~~', 'a ~~~ *~~*~~', '*~~*~~ `~~~`'],
  'text below indented code': [
    '    a\n    `\nb [c]{.d} `',
    '    `\na $b` c$',
    '-     `\n  a $b` c$',
    '- a\n\n      `\n  b $c` d$',
    '\t`\na $b` c$',
    '    a\n b `c\nd`'
  ],
  'brackets in attributes': ['![i](a){k=[5}', '![i](a){k=]5}', '![i](a){k="[5]"}', '![i](a){k=\\5}'],
  'addresses in tags': [
    '<a  @b.c># x',
    'x <a mailto:b> y',
    'x <a b="c@d" e@f.g> y',
    'x <a b="c@d" href="mailto:e@f.g"> y',
    'a <b\n@c.d>',
    'a <b\nmailto:c>'
  ],
  'stars beside other marks': ['_*a**', 'x *_*a', '\\**a**', '**a** **\\***'],
  'a term below what may be a heading': ['*a*\n: b\n  ===\nc\n: d', 'a\n: b\n  -\nc\n: d'],
  'dashes below a line further in': [
    '- a\n\n    b | c\n    ---|---\n    d | e',
    '[a]: /b\n    - c\n     ---|',
    '[a]: /b "c"\n    - d\n---|',
    '[a]: /b "c"\n    d | e\n---|---',
    'a\n    b | c\n---|---\nd | e',
    '- a\n    b | c\n  ---|---\n  d | e'
  ],
  'a break below code in items': [
    '- - ```\n    a\n- -   ---\nb',
    '- ```\n  a\n- - -\nb',
    '* ```\n  a\n* * b'
  ],
  'white space of other kinds behind attributes': ['{.a}\u00a0\n:::\n', '{.a}\f\n:::\n'],
  'a tag further in below a container': ['| a |\n|---|\n 10) \n     [b]: /c\n <d>\n', '- [a]: /b\n <c>\n'],
  'what stands below a description': [
    ...['(c)= d', '--- d', '***c*** d', '___c___', '(c)=', '---', '+++ d', '% d', '::: d', '``` c'].map(
      (line) => `a\n: b\n${line}\n: e`
    ),
    'a\n\n: b\n\t[c][d]\n\t\n\t[d]: /e\n\n\n: f\ng',
    '- a\n  : b\n\n  {{ c\n    d }} e\n  ~ f\n'
  ],
  'a title behind a marker that ends no text': [
    'a\n10) # b\n: c',
    '```{figure} a\n---\nb\n10) # c\n: d\n# e',
    'a\n10) # b\n{.c}',
    'a\n10) # b\n    {.c}\nd',
    '- a\n2) # b\n{.c}'
  ],
  'marks of quotes in code of a quote': [
    '> ```\n>  > ```\n- a',
    '> ```\n> > ```\n> a\n> ```\nb',
    '> ```\n>> a\n> ```\n\nb'
  ],
  'attributes with nothing in them': ['[a](b){} ``', '`a` <http://b.c>{} `` d ``', '[a](b){}'],
  'notes behind a mark of exclamation': [
    '![^a][^a]\n\n[^a]: b',
    '![^a][b]\n\n[^a]: c\n\n[b]: d',
    '![^a]\n\n[^a]: b'
  ],
  'labels that may be those of notes': ['[^a]\n\n[ ^a]: /b', '[^a]\n\n> [\t^a]: /b', '[^a]\n\n[\n^a]: /b'],
  'code over lines with a tab': [
    '- c` d\n\t`code\n- e',
    '- `\n\tc `',
    '- `\n\tc\n\t `',
    '- ` a\n\tc\n\td `',
    '- ``\n\t`\n\t``',
    '- a `b\n\tc` d',
    'a `b\n\tc` d'
  ],
  'a term below raw HTML': [
    'a\n: b\n  <div>\n  </div>\nc\n\n: d',
    'a\n: b\n  <div>\nc\n: d',
    'a\n: b\n  <b>c</b>\nd\n: e'
  ],
  'items with nothing in them': [
    '- \n\n  a\n: b',
    '-   \n  \n  a\n: b',
    '- -\n\n  a\n  : b',
    '- -\n\n    a\n: b',
    '1.\n\n   a\n   : b'
  ],
  'a marker alone below text': [
    '# A\na\n-\n\n  foo\n: b',
    '- a\n-\n  foo\n  : b',
    '- x\n  a\n  -\n\n    foo\n  : b',
    'a\n1.\n\n   b\n: c'
  ],
  'marks over lines that may be no quote': [
    'a\n    > {{ b\n    >   c }} d',
    '> {{ a\n>   b }} c',
    'a\n\t> $b\n\t> c$ d'
  ],
  'blocks over terms of a glossary further in': [
    ' :::{note} a\n :::{glossary}\n  # b\n  c\n  ~~~{unknown} d\n     e\n ~~~\n\n# f'
  ],
  'what is nearly an address between angles': [
    '<a[a]{.c}@b.c>',
    '<a@b-.c>{.c}',
    '<a!b@c.d> <"a"@b.c>{.d}',
    '<a$b$@c.d> $e$'
  ],
  'line endings': ['---\r\r\r---', '---\r\na: b\r\n---\r\n']
}

test.each(Object.entries(found))('both engines give one tree: %s', (_, sources) => {
  for (const source of sources) expectSame(source)
})

const colons = (depth: number, marker = ':'): string =>
  Array.from({length: depth}, (_, index) => `${marker.repeat(depth - index + 2)}{note}`).join('\n')
const closed = (depth: number, marker = ':'): string =>
  Array.from({length: depth}, (_, index) => marker.repeat(index + 3)).join('\n')

/** Past the depth at which directives are text. */
const deep: Record<string, (depth: number) => string> = {
  'in each other': (depth) => `${colons(depth)}\na\n\nb\n${closed(depth)}\n\nc *d*`,
  'of backticks': (depth) => `${colons(depth, '`')}\na\n\nb\n${closed(depth, '`')}\n\nc`,
  'of one length': (depth) => `${':::{note}\n'.repeat(depth)}a\n${':::\n'.repeat(depth)}b`,
  'around other blocks': (depth) =>
    `${':::{note}\n'.repeat(depth)}\`\`\`{code} python\na\n\`\`\`\n:::{math}\na\n\nb\n:::\n(x)=\n# A\n:::{list-table}\n* - a\n:::\nb`
}

test.each(Object.entries(deep))('both engines read directives up to the same depth: %s', (_, make) => {
  for (const depth of [49, 50, 51, 52, 70]) {
    const source = make(depth)
    expect(plain(native(source)), String(depth)).toEqual(plain(remark(source)))
  }
})

/** Code that ends with a directive around it: at a line that closes one, and at the end of the page. */
const unclosed: readonly string[] = [
  '',
  'a',
  'a\n',
  'a\n\n',
  'a\n  ',
  '\n',
  '    ',
  '  a\n\n\n',
  '- a\n```` b'
].flatMap((code) =>
  ['', '\n:::', '\n:::\n', '\n:::\nb', '\n\n:::\n\nb', '\n```', '\n::::\n- b', '\n'].flatMap((end) =>
    [':::{note}', ':::{note} *A*\n:class: a\n\nb', '::::{tip}\n:::{note}', '````{tip}\n~~~{note}'].map(
      (directive) => `${directive}\n\`\`\`py\n${code}${end}`
    )
  )
)

test('both engines end code with its directive', () => {
  for (const source of unclosed) expect(plain(native(source)), source).toEqual(plain(remark(source)))
  for (const source of [
    '  :::{note}\n  ```\n  a\n  :::\nb',
    '  :::{note}\n  ~~~\n  a',
    ':::{note}\n```\r\na\r\n\r\n:::\r\n',
    `${'```{note}\na\n\n'.repeat(60)}`
  ])
    expect(plain(native(source)), source).toEqual(plain(remark(source)))
})

test('both engines know which backticks close which, and what stands in roles', () => {
  for (const source of [
    '``a $b$ `` c',
    '``a $b$ c',
    '$b$ {{ c }} `a',
    '$b ` c$ ``` d `e` {a}`f`',
    '{sub}`*a* {sup}``b`` {{ x }} $c$` {sub}`*d*`',
    'x {sub}``{sup}`*a* é` b`` y\n\n- {sup}`**b**`',
    '{sub}```{sub}``{sub}`*a*` *b*`` *c*``` [^n]\n\n[^n]: {sub}`# *d*`',
    ' :::{admonition} {sub}`*a*`\n {sub}`*b* www.c.d`\n :::',
    `${'{sub}`a '.repeat(20)}b${'`'.repeat(20)}\n${'{sub}``{sup}`a` b`` '.repeat(3)}`
  ])
    expect(plain(native(source)), source).toEqual(plain(remark(source)))
  expect(native('`a $b$')).toBe('a backtick that nothing closes')
})

test('both engines end a glossary that nothing closes', () => {
  const bodies = ['', 'a', 'a\n  b', 'a\n\n  b\n\n\nc', 'a\n  b\n\n:::{glossary}\nc\n  *d*', 'a\n: b\n']
  for (const body of bodies)
    for (const end of ['', '\n', '\n\n', '\n::::', '\n\n::::\nb'])
      for (const start of [':::{glossary}', '::::{note}\n:::{glossary}']) {
        const source = `${start}\n${body}${end}`
        expect(plain(native(source)), source).toEqual(plain(remark(source)))
      }
})

test('both engines read quotes that end as one', () => {
  for (const source of [
    '> > > a\na\n> > > b\na',
    '>> a\n>>\n> > # b\n>> ***\n\nd',
    '> a\n\n>> *b\nc* d\n\n> f',
    '>> [a]\n>> ===\n\n>> [a]: b',
    ':::{note}\n>> a\n  b\n:::'
  ])
    expect(plain(native(source)), source).toEqual(plain(remark(source)))
})

test('both engines end a raw body further in where its line begins', () => {
  const source = '  :::{tip}\n```{note}\n```{code-block}\na\n ```\n'
  expect(plain(native(source))).toEqual(plain(remark(source)))
})

test('both engines take math that nothing closes for text', () => {
  for (const source of [
    'a\n$$ 1\nb',
    '$$\na\n\n$$ b\n\n- c',
    '\\begin{align}\na\n\n\\begin{align}',
    '\\begin{a}\n$$\n\\end{b}',
    ':::{note}\n$$ a\n:::\n\nb'
  ])
    expect(plain(native(source)), source).toEqual(plain(remark(source)))
})

test('both engines read a description that begins with a term', () => {
  const inner = [
    ': c',
    ': c\n    : d',
    ': *c* $d$ {abbr}`e`',
    '~ c\n\n      d',
    ': c\nd',
    ': # c',
    ': c | d',
    '- c',
    ': '
  ]
  for (const first of [': b', ':   b', ': *b*', ': b {abbr}`x`', ':\tb', ': - b', '~ b'])
    for (const gap of ['', '\n'])
      for (const indent of [1, 2, 3, 4, 5, 6])
        for (const below of inner)
          for (const end of ['', '\n: e', '\n\n: e\n\n    : f', '\ng', '\n\ng']) {
            const source = `a\n${first}\n${gap}${' '.repeat(indent)}${below}${end}`
            expectSame(source)
          }
  expect(typeof native('a\n: b\n\n: c\n\n    : d\n    : e\n\n: f\n\n    : g')).toBe('object')
})

test('both engines read a raw directive in a quote', () => {
  const heads = [
    '```{code} python',
    '```{code}\n> :a: b',
    '```{code}\n> ---\n> a: b\n>\n> c: d\n> ---',
    '~~~{math}',
    ' ```{code}'
  ]
  const bodies = ['x', 'x\n>\n>   y', '', '>', '\tx', ':a: b', '```{code}', '\n> x', ':::']
  const ends = [
    '\n> ```',
    '\n>```',
    '\n> ~~~ ',
    '',
    '\n',
    '\nx',
    '\n> ```\nx',
    '\n> ```\n> x\n\n- > y',
    '\n>  ```\n> \n> x',
    '\r\n> ```'
  ]
  const starts = [
    '> ',
    'x\n> ',
    '> x\n> ',
    '> - x\n> ',
    '- x\n> ',
    '- > ',
    '> > ',
    ':::{note}\n> ',
    '[^x]: y\n\n> ',
    '>'
  ]
  for (const start of starts)
    for (const head of heads)
      for (const body of bodies)
        for (const end of ends) {
          const source = `${start}${head}\n> ${body}${end}`
          expectSame(source)
        }
  expect(typeof native('a\n\n> ```{code} python\n> :a: [b]\n>\n> c\n> ```\n\nd')).toBe('object')
})
