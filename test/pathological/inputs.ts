/** Hostile pages by name: each grows with `size`, and presses on one thing. */

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')

/** Openers around `inner`, the outermost fence the longest. */
const nest = (depth: number, inner: string): string =>
  [
    lines(depth, (index) => `${':'.repeat(depth - index + 2)}{note}`),
    inner,
    lines(depth, (index) => ':'.repeat(index + 3))
  ].join('\n')

/** At size 1 each is some kilobytes. */
export const hostile: Record<string, (size: number) => string> = {
  'links in a paragraph': (size) => '[a link](https://x.y) and '.repeat(60 * size),
  'roles in a paragraph': (size) => '{sub}`2` and '.repeat(100 * size),
  'references in a paragraph': (size) => '{ref}`nowhere` and '.repeat(60 * size),
  'bare links to labels': (size) => '[](#nowhere) and '.repeat(60 * size),
  'open brackets': (size) => '['.repeat(400 * size),
  'brackets open and close': (size) => `${'['.repeat(150 * size)}a${']'.repeat(150 * size)}`,
  'links in links': (size) => `${'['.repeat(150 * size)}a${'](b)'.repeat(150 * size)}`,
  'images that do not end': (size) => '![a]('.repeat(150 * size),
  'closing brackets': (size) => `[a${']'.repeat(400 * size)}`,
  'images in images': (size) => `${'!['.repeat(60 * size)}a${'](b)'.repeat(60 * size)}`,
  'titles that nothing ends': (size) => '[a](b ('.repeat(60 * size),
  'closing stars that nothing opens': (size) => 'a* '.repeat(130 * size),
  stars: (size) => `${'*a '.repeat(300 * size)}`,
  'stars, many together': (size) => `${'*'.repeat(300 * size)}a${'*'.repeat(300 * size)}`,
  'stars and underscores in turn': (size) => '**a _b '.repeat(120 * size),
  'emphasis in emphasis': (size) => `${'*a **b '.repeat(60 * size)}c${'** *'.repeat(60 * size)}`,
  'runs of backticks, each longer': (size) =>
    lines(40 * size, (index) => 'e`'.padEnd((index % 200) + 2, '`')),
  'dollars, none of which closes': (size) => '$a '.repeat(300 * size),
  'dollars that open and close': (size) => '$a$ '.repeat(150 * size),
  'double dollars, none of which closes': (size) => lines(100 * size, () => '$$\na'),
  'block math that nothing ends': (size) => lines(100 * size, (index) => `a\n\n$$ ${index}\n`),
  'environments that nothing ends': (size) =>
    lines(80 * size, (index) => `\n\\begin{align${index % 2 ? '*' : ''}}\n`),
  braces: (size) => '{'.repeat(400 * size),
  'signs that open nothing': (size) => lines(80 * size, () => '|{ a'),
  'braces open and close': (size) => `${'{'.repeat(200 * size)}${'}'.repeat(200 * size)}`,
  'substitutions that nothing ends': (size) => '{{ '.repeat(250 * size),
  'substitution blocks that nothing ends': (size) => lines(150 * size, () => '{{ a\n'),
  'substitutions of nothing known': (size) => '{{ a }} '.repeat(100 * size),
  'substitutions in substitutions': (size) =>
    `---\nmyst:\n  substitutions:\n${lines(40 * size, (index) => `    a${index}: "{{ a${index + 1} }} b"`)}\n---\n\n{{ a0 }}`,
  'quotes in substitutions': (size) => '{{ a("'.repeat(150 * size),
  'roles without text': (size) => '{a} '.repeat(250 * size),
  'roles that nothing ends': (size) => '{a}`b '.repeat(150 * size),
  'roles with longer and longer runs': (size) =>
    lines(40 * size, (index) => `{a}${'`'.repeat((index % 200) + 1)}b`),
  'roles in roles': (size) =>
    `${'{sub}`a '.repeat(20 * size)}b${'`'.repeat(20 * size)} ${lines(30 * size, () => '{sub}``{sup}`a` b`` ')}`,
  'role names that go on': (size) => `{${'a'.repeat(1000 * size)}`,
  'attributes in braces': (size) => 'a{#b .c '.repeat(120 * size),
  'attributes on spans': (size) => '[a]{.b} '.repeat(100 * size),
  'attribute lines': (size) => lines(100 * size, (index) => `{#a${index} .b c="`),
  'attribute lines above one paragraph': (size) => `${lines(100 * size, (index) => `{.a${index}}`)}\nText`,
  'attribute quotes that nothing ends': (size) => '[a]{b="'.repeat(150 * size),
  'footnote marks that nothing ends': (size) => '[^a'.repeat(200 * size),
  'footnote marks of nothing': (size) => '[^a] '.repeat(100 * size),
  footnotes: (size) =>
    `${lines(30 * size, (index) => `a[^${index}]`)}\n\n${lines(30 * size, (index) => `[^${index}]: b`)}`,
  'one footnote called often': (size) => `${'a[^1] '.repeat(100 * size)}\n\n[^1]: b`,
  'link definitions': (size) =>
    `${lines(40 * size, (index) => `[a${index}]: b`)}\n\n${lines(40 * size, (index) => `[a${index}]`)}`,
  'definitions twice': (size) => lines(60 * size, () => '[a]: b\n'),
  'quotes in quotes': (size) => `${'> '.repeat(20 * size)}a`,
  'quotes with lazy lines': (size) => lines(60 * size, (index) => (index % 2 ? 'a' : '> > > a')),
  'one quote with lazy lines': (size) => `> ${'a\n'.repeat(200 * size)}`,
  'quotes, each with a paragraph behind': (size) => lines(50 * size, () => '> a\n\nb\n'),
  'lists, each with a paragraph behind': (size) => lines(50 * size, () => '- a\n\nb\n'),
  'quotes and lists on one line': (size) => `${'> - '.repeat(25 * size)}a`,
  'notes on one line': (size) => `${'[^a]: '.repeat(60 * size)}b`,
  'lists in lists, on each line': (size) => lines(2 * size, () => `${'- '.repeat(40)}a`),
  'blank lines in lists in lists': (size) => `${'- '.repeat(40)}a${'\n'.repeat(200 * size)}`,
  'lists in lists': (size) => lines(8 * size, (index) => `${'  '.repeat(index)}- a`),
  'list items': (size) => lines(100 * size, () => '- a'),
  'list items on one line': (size) => `${'- '.repeat(25 * size)}a`,
  'directives in directives': (size) => nest(4 * size, 'Deep'),
  'directives of one length in each other': (size) => lines(60 * size, () => ':::{note}'),
  'directives with a body that nothing ends': (size) => lines(60 * size, () => '```{note}\na\n'),
  'fences that nothing ends': (size) => lines(40 * size, (index) => `${'`'.repeat((index % 10) + 3)}a\n`),
  'short directives': (size) => lines(40 * size, () => ':::{note}\na\n:::\n'),
  'unknown directives': (size) => lines(40 * size, (index) => `:::{nottte${index}}\na\n:::\n`),
  'unknown roles': (size) => `${lines(60 * size, (index) => `{rolle${index}}\`a\``)}`,
  'option lines': (size) => `:::{figure} a.png\n${lines(60 * size, (index) => `:key${index}: value`)}\n:::`,
  'one option block': (size) =>
    `:::{figure} a.png\n---\n${lines(100 * size, (index) => `key${index}: "value`)}\n---\n:::`,
  'option blocks that nothing ends': (size) => lines(30 * size, () => ':::{note}\n---\na: b\n:::\n'),
  'glossaries that nothing ends': (size) => lines(60 * size, () => ':::{glossary}\na\n  b\n'),
  'a glossary': (size) => `:::{glossary}\n${lines(30 * size, (index) => `term ${index}\n  what`)}\n:::`,
  targets: (size) => lines(80 * size, (index) => `(a${index})=`),
  'targets before headings': (size) => lines(40 * size, (index) => `(a-${index})=\n# Head ${index}\n`),
  'headings of one name': (size) => lines(80 * size, () => '# Same\n'),
  'labels of one name': (size) => lines(80 * size, () => '(same)=\nText\n'),
  'references to labels not there': (size) =>
    `${lines(30 * size, (index) => `(label-${index})=\n# Head ${index}\n`)}\n${lines(15 * size, (index) => `{ref}\`lable-${index}\``)}`,
  'terms not there': (size) =>
    `:::{glossary}\n${lines(30 * size, (index) => `term ${index}\n  what`)}\n:::\n${lines(15 * size, (index) => `{term}\`tern ${index}\``)}`,
  'objects not there': (size) =>
    `${lines(20 * size, (index) => `:::{py:function} pkg.run${index}()\n:::\n`)}\n${lines(15 * size, (index) => `{py:func}\`pkg.rnu${index}\``)}`,
  'footnotes not there': (size) =>
    `${lines(20 * size, (index) => `[^note${index}]: a\n`)}\n${lines(30 * size, (index) => `[^noet${index}]`)}`,
  comments: (size) => lines(150 * size, () => '% a'),
  'block breaks': (size) => lines(100 * size, () => '+++ {"a": 1}'),
  colons: (size) => ':'.repeat(3000 * size),
  'lines of colons': (size) => lines(100 * size, () => ':::'),
  'fields that nothing ends': (size) => lines(100 * size, (index) => `:a${index}`),
  'definition lists': (size) => lines(50 * size, () => 'a\n: b\n'),
  'colons of definitions without terms': (size) => lines(100 * size, () => ': a'),
  'definitions in definitions': (size) => `a\n${': '.repeat(20 * size)}b`,
  'one paragraph of many lines': (size) => lines(200 * size, () => 'a b c d'),
  'a table, wide': (size) => {
    const row = (cell: string) => `|${cell.repeat(60 * size)}`
    return `${row(' a |')}\n${row('---|')}\n${row(' b |')}`
  },
  'a table, long': (size) => `| a | b |\n|---|---|\n${lines(50 * size, () => '| c | d |')}`,
  'a table with short rows': (size) =>
    `|${' a |'.repeat(20 * size)}\n|${'---|'.repeat(20 * size)}\n${lines(5, () => '| c |')}`,
  'table rows without end': (size) => lines(40 * size, (index) => (index % 2 ? '|---|' : '| a |')),
  'escaped pipes': (size) => `| a |\n|---|\n| ${'\\|'.repeat(200 * size)} |`,
  'raw HTML that nothing ends': (size) => '<a '.repeat(200 * size),
  'HTML comments that nothing ends': (size) => 'a <!-- '.repeat(100 * size),
  'HTML instructions that nothing ends': (size) => 'a <? '.repeat(80 * size),
  'HTML images': (size) => '<img src="a.png"> '.repeat(60 * size),
  'HTML in HTML': (size) => `${'<div class="admonition">\n'.repeat(15 * size)}a`,
  entities: (size) => '&amp;&'.repeat(200 * size),
  backslashes: (size) => '\\'.repeat(1000 * size),
  spaces: (size) => `a${' '.repeat(2000 * size)}b`,
  tabs: (size) => lines(100 * size, () => '\t\ta'),
  'carriage returns': (size) => 'a\r'.repeat(200 * size),
  'null characters': (size) => '\0'.repeat(600 * size),
  'addresses in text': (size) => 'www.example.org a@b.org '.repeat(60 * size),
  'one long word': (size) => 'a'.repeat(4000 * size),
  'one fence without end': (size) => '`'.repeat(1500 * size),
  'spaces in an attribute': (size) => `{a="${' '.repeat(1500 * size)}x"}\nb`,
  'spaces in a list of lines': (size) =>
    `:::{code-block} a\n:emphasize-lines: 1,${' '.repeat(1500 * size)}x\nb\n:::`,
  'spaces in an abbreviation': (size) => `{abbr}\`1a${' '.repeat(1500 * size)}x\``,
  'spaces in a unit': (size) => `{si}\`1<${' '.repeat(1500 * size)}>x\``,
  'an address of signs': (size) => `[a](https://x.y/${';'.repeat(1500 * size)}x)`,
  'a title of many lines': (size) => `[a](b "${'a\n'.repeat(300 * size)}x")`,
  'links in an expression': (size) => `{{ a${'|a'.repeat(700 * size)} }}`,
  'contents and headings': (size) => lines(30 * size, (index) => `:::{contents}\n:::\n\n## H${index}\n`),
  alerts: (size) => lines(30 * size, () => '> [!NOTE]\n> a\n')
}

/** What may stand in itself; each must come back at any depth. */
export const deep: Record<string, (depth: number) => string> = {
  quotes: (depth) => `${'>'.repeat(depth)} a`,
  lists: (depth) => `${'- '.repeat(depth)}a`,
  brackets: (depth) => `${'['.repeat(depth)}a${']'.repeat(depth)}`,
  links: (depth) => `${'!['.repeat(depth)}a${'](b)'.repeat(depth)}`,
  emphasis: (depth) => `${'*a **b '.repeat(depth / 2)}c${'** *'.repeat(depth / 2)}`,
  'directives, each closed': (depth) => nest(depth, 'a'),
  'directives that nothing ends': (depth) => lines(depth, () => ':::{note}'),
  roles: (depth) => '{sub}`'.repeat(depth),
  definitions: (depth) => `a\n${': '.repeat(depth)}b`,
  'HTML elements': (depth) => '<div>'.repeat(depth),
  spans: (depth) => `${'['.repeat(depth)}a${']{.b}'.repeat(depth)}`
}
