/** Short texts that would make long pages: each is about `size` characters. */

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')

/** Half of the size for one long thing, half for what repeats it. */
const half = (size: number, length: number): number => Math.floor(size / 2 / length)

export const bombs: Readonly<Record<string, (size: number) => string>> = {
  'a wide table with short rows': (size) => {
    const row = (cell: string) => `|${cell.repeat(half(size, 8))}`
    return `${row(' a |')}\n${row('---|')}\n${lines(half(size, 6), () => '| c |')}`
  },
  'many tables, each wide with short rows': (size) =>
    lines(
      Math.floor(size / 1000),
      () => `|${' a |'.repeat(60)}\n|${'---|'.repeat(60)}\n${lines(90, () => '| c |')}\n`
    ),
  'a list table with short rows': (size) =>
    `:::{list-table}\n- ${lines(half(size, 8), () => '  - a').trimStart()}\n${lines(half(size, 8), () => '- - b')}\n:::`,
  'a table of commas with short rows': (size) =>
    `:::{csv-table}\n${'a,'.repeat(half(size, 2))}\n${lines(half(size, 2), () => 'b')}\n:::`,
  'an address of a definition, asked for often': (size) =>
    `[a]: x${'y'.repeat(half(size, 1))}\n\n${'[a] '.repeat(half(size, 4))}`,
  'a picture of a definition, asked for often': (size) =>
    `[a]: x${'y'.repeat(half(size, 1))}\n\n${'![a] '.repeat(half(size, 5))}`,
  'a title of a definition, asked for often': (size) =>
    `[a]: x "${'y'.repeat(half(size, 1))}"\n\n${'[a] '.repeat(half(size, 4))}`,
  'a heading, asked for often': (size) =>
    `(a)=\n# ${'b '.repeat(half(size, 2))}\n\n${'[](#a) '.repeat(half(size, 7))}`,
  'tables of contents of many headings': (size) =>
    `${lines(half(size, 5), () => '# a\n')}\n${lines(half(size, 19), () => ':::{contents}\n:::')}`,
  'ranges of lines': (size) =>
    lines(
      Math.floor(size / 1000),
      () => `\`\`\`{code-block} a\n:emphasize-lines: ${'1-999999,'.repeat(100)}1\nb\n\`\`\`\n`
    ),
  'ranges of lines as attributes': (size) =>
    lines(
      Math.floor(size / 1000),
      () => `{emphasize-lines="${'1-999999,'.repeat(100)}1"}\n\`\`\`a\nb\n\`\`\`\n`
    ),
  'a rule with a long name among many': (size) =>
    `:::{productionlist}\n${'a'.repeat(half(size, 1))}: b\n${lines(half(size, 4), () => 'c:d')}\n:::`,
  'tabs as wide as can be': (size) =>
    `\`\`\`{code-block} a\n:tab-width: 99999999\n${'\t'.repeat(size)}\n\`\`\``,
  'substitutions that double': (size) =>
    `---\nmyst:\n  substitutions:\n${lines(20, (index) => `    a${index}: "{{ a${index + 1} }} {{ a${index + 1} }}"`)}\n    a20: ${'b'.repeat(Math.min(size, 1000))}\n---\n\n${'{{ a0 }}\n\n'.repeat(Math.floor(size / 20))}`,
  'a long substitution, asked for often': (size) =>
    `---\nmyst:\n  substitutions:\n    a: ${'*b* '.repeat(half(size, 4))}\n---\n\n${'{{ a }} '.repeat(half(size, 8))}`,
  'aliases in front matter that double': (size) =>
    `---\na0: &a0 [b]\n${lines(60, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}\n---\n${'a'.repeat(size)}`,
  'front matter, deep': (size) => `---\na: ${'['.repeat(size)}\n---\nb`,
  'macros that double': (size) =>
    `$$\n${lines(30, (index) => `\\def\\${String.fromCharCode(97 + (index % 26)).repeat(2 + Math.floor(index / 26))}{\\${String.fromCharCode(97 + ((index + 1) % 26)).repeat(2 + Math.floor((index + 1) / 26))}\\${String.fromCharCode(97 + ((index + 1) % 26)).repeat(2 + Math.floor((index + 1) / 26))}}`)}\n\\aa\n$$\n${'a'.repeat(size)}`,
  'a macro that is itself': (size) => `$\\def\\a{\\a b}\\a$ $\\def\\a{\\a\\a}\\a$\n${'a'.repeat(size)}`,
  'a formula, deep': (size) => `$$\n${'{'.repeat(half(size, 1))}a${'}'.repeat(half(size, 1))}\n$$`,
  'a formula of fractions in fractions': (size) =>
    `$$\n${'\\frac{'.repeat(half(size, 10))}a${'}{b}'.repeat(half(size, 10))}\n$$`,
  'a formula that is long': (size) => `$$\n${'x_1^2 + '.repeat(Math.floor(size / 8))}y\n$$`,
  'an array of many columns': (size) =>
    `$$\n\\begin{array}{${'c'.repeat(half(size, 1))}}a\\\\${'b\\\\'.repeat(half(size, 3))}\\end{array}\n$$`,
  'a matrix with short rows': (size) =>
    `$$\n\\begin{matrix}${'a&'.repeat(half(size, 2))}a\\\\${'b\\\\'.repeat(half(size, 3))}\\end{matrix}\n$$`,
  'a long macro, used often': (size) =>
    `$$\n\\def\\a{${'x'.repeat(half(size, 1))}}${'\\a '.repeat(half(size, 3))}\n$$`,
  'a long macro of the page, used often': (size) =>
    `---\nmath:\n  '\\a': ${'x'.repeat(half(size, 1))}\n---\n\n${'$\\a$ '.repeat(half(size, 5))}`,
  'a page that lists its works often': (size) =>
    lines(Math.floor(size / 22), () => ':::{bibliography}\n:::\n'),
  'lists of todos': (size) => lines(half(size, 16), () => ':::{todo}\na\n:::\n:::{todolist}\n:::'),
  'footnotes, each called by all': (size) =>
    `${'a[^1] '.repeat(half(size, 6))}\n\n[^1]: ${'b '.repeat(half(size, 2))}`,
  'front matter that is no YAML': (size) => `---\n${lines(half(size, 5), () => 'a: [')}\n---\nb`,
  'quotes in quotes of attributes': (size) => `{a="${'\\"'.repeat(half(size, 1))}`,
  'a selector of HTML': (size) => `<p ${'a="b" '.repeat(Math.floor(size / 6))}>c</p>`,
  'raw HTML, deep': (size) => '<b>'.repeat(Math.floor(size / 3)),
  'formatting elements that HTML opens again': (size) =>
    `${'<b><p>'.repeat(half(size, 6))}${'</b></p>'.repeat(half(size, 8))}`,
  'styles that go on': (size) => `<p style="${'color:red;'.repeat(Math.floor(size / 10))}">a</p>`,
  'a style of brackets': (size) => `<p style="width:${'calc('.repeat(Math.floor(size / 5))}">a</p>`,
  'a drawing with many marks': (size) => `<svg>${'<path d="M0 0"/>'.repeat(Math.floor(size / 16))}</svg>`
}
