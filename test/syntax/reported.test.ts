/** What people reported against other renderers' parsers, in our own words; the names of the tests say where. */
import type {Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {plainText, visitNodes} from '../../src/ast/tree.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {listMessages, renderCase} from '../directives/support.js'

const compiler = createCompiler({}, {})

/** All nodes of a type of the generic tree, in order. */
function nodesOf<Type extends Nodes['type']>(source: string, type: Type): Extract<Nodes, {type: Type}>[] {
  const out: Extract<Nodes, {type: Type}>[] = []
  const isWanted = (node: Nodes): node is Extract<Nodes, {type: Type}> => node.type === type
  visitNodes(compiler.parse(source), (node) => {
    if (isWanted(node)) out.push(node)
    return undefined
  })
  return out
}

const directivesOf = (source: string) => nodesOf(source, 'mystDirective')
const rulesOf = (source: string): string[] =>
  renderCase(source).messages.map(({ruleId, line}) => `${line} ${ruleId}`)
const htmlOf = (source: string): string => renderCase(source).html

test('a colon fence right below the last option begins the body (MyST-Parser#963, iss-001)', () => {
  const source = '::::{admonition} Around\n:class: hint\n:::{seealso}\ngo *there*\n:::\n::::\n'
  const [outer, inner] = directivesOf(source)
  expect([outer?.args, outer?.options, inner?.name]).toEqual(['Around', {class: 'hint'}, 'seealso'])
  expect(listMessages(source)).toEqual([])
})

test('a colon fence right below the opening line begins the body (MyST-Parser#723, iss-002)', () => {
  const source = '::::{tip}\n:::{table} Sums of **May**\n:name: sums\n\n| x |\n|---|\n| 7 |\n:::\n::::\n'
  const [outer, inner] = directivesOf(source)
  expect([outer?.options, inner?.name, inner?.options]).toEqual([undefined, 'table', {name: 'sums'}])
  expect(listMessages(source)).toEqual([])
})

test('an option may hold a colon, within and at its end (mystmd#762, iss-005)', () => {
  const [figure] = directivesOf('```{figure} cat.png\n:alt: Odds: 3 to 1\n:name: odds:\n\nWords\n```\n')
  expect(figure?.options).toEqual({alt: 'Odds: 3 to 1', name: 'odds:'})
})

test.each(['---\nname: 2.50\nalt: yes\n---', ':name: 2.50\n:alt: yes'])(
  'options stay the words that were written (myst-spec#51, iss-006): %j',
  (options) => {
    expect(directivesOf(`\`\`\`{figure} cat.png\n${options}\n\`\`\`\n`)[0]?.options).toEqual({
      name: '2.50',
      alt: 'yes'
    })
  }
)

test('nothing in a raw body is a directive, role, target or footnote (mystmd#2530, iss-007)', () => {
  const body = '```{no-thing}\n{no-role}`y`\n\n(t)=\n\n[^n]: N\n```'
  const source = `\`\`\`\`{code-block} md\n${body}\n\`\`\`\`\n`
  expect(directivesOf(source).map(({name, value}) => [name, value])).toEqual([['code-block', body]])
  expect(nodesOf(source, 'footnoteDefinition')).toEqual([])
  expect(listMessages(source)).toEqual([])
})

test('a name with a comma is unknown, and its words are shown (jupyter-book#1152, iss-010)', () => {
  const source = ':::{tip,dropdown} Look\nWords *inside*\n:::\n\nBehind\n'
  expect(rulesOf(source)).toEqual(['1 unknown-directive'])
  expect(htmlOf(source)).toMatch(/Words <em>inside<\/em>.*<p>Behind<\/p>/s)
})

test('the first closing fence ends the outer of two equal ones, and the second opens nothing (docusaurus#8302, iss-011)', () => {
  const source = ':::{tip}\nUp\n:::{hint}\nDown\n:::\n:::\n\nBehind *it*.\n'
  expect(rulesOf(source)).toEqual(['3 fence-length', '6 stray-fence'])
  expect(htmlOf(source)).toMatch(/Up.*Down<\/p><\/aside><\/aside>\n<p>Behind <em>it<\/em>\.<\/p>$/s)
})

test('fences close line by line, also from inside code; a longer one outside keeps the code (remark-directive#25, iss-014)', () => {
  const within = (fence: string): string => `${fence}{tip}\n\`\`\`\n:::\n\`\`\`\nBehind\n${fence}\n`
  const values = (source: string): string[] => nodesOf(source, 'code').map(({value}) => value)
  expect(values(within('::::'))).toEqual([':::'])
  expect(listMessages(within('::::'))).toEqual([])
  expect(values(within(':::'))).toEqual(['', 'Behind\n:::'])
  expect(rulesOf(within(':::'))).toEqual(['3 fence-in-code', '4 unclosed-code'])
})

test('colons and a word are a div of that class (MyST-Parser#713, iss-015)', () => {
  expect(htmlOf(':::soft-box\n*hm*\n:::\n')).toMatch(
    /^<div class="soft-box">\s*<p><em>hm<\/em><\/p>\s*<\/div>$/
  )
})

test('a role goes over the end of a line, which counts as a space (mystmd#2379, iss-016)', () => {
  const html = htmlOf('See {ref}`the last\npart <end>` soon.\n\n(end)=\n# Close\n')
  expect(html).toMatch(/^<p>See <a [^>]*href="#end">the last part<\/a> soon\.<\/p>/)
})

test('a backslash right behind a role takes nothing of it (mdit-py-plugins#62, iss-017)', () => {
  expect(htmlOf('{sup}`3`\\\n')).toBe('<p><sup>3</sup>\\</p>')
})

test('the last angle brackets of a role hold the target (sphinx#509, iss-018)', () => {
  const html = htmlOf('{ref}`list<str> notes <n>` {ref}`List<n>`\n\n(n)=\n# N\n')
  expect([...html.matchAll(/href="#n">(.*?)<\/a>/g)].map(([, text]) => text)).toEqual([
    'list&#x3C;str> notes',
    'List'
  ])
})

test('a comment between two lines parts them, and is not shown (MyST-Parser#116, iss-021)', () => {
  const source = 'ay\n% not *seen*\nbee\n'
  expect(nodesOf(source, 'mystComment').map(({value}) => value)).toEqual(['not *seen*'])
  expect(htmlOf(source)).toBe('<p>ay</p>\n<p>bee</p>')
})

test('a label that is given twice is said at the second place (mystmd#1348, iss-022)', () => {
  const source = '(l)=\n# A\n\n(l)=\n## B\n\n{ref}`l`\n'
  expect(rulesOf(source)).toEqual(['4 duplicate-label'])
  expect(htmlOf(source)).toMatch(/href="#l">A<\/a>/)
})

test('prices stay prices, unless spaces and digits are allowed beside dollars (MyST-Parser#305, iss-025)', () => {
  const source = 'From $5 up to $9, or \\$5 and \\$9.\n'
  expect(htmlOf(source)).toBe('<p>From $5 up to $9, or $5 and $9.</p>')
  const loose = renderCase(source, {dollarmath: {allowSpace: true, allowDigits: true}}).html
  expect(loose).toMatch(/<p>From <span class="math">.*<\/span>9, or \$5 and \$9\.<\/p>/)
})

test('an odd number of backslashes escapes a dollar (jupyter-book#750, iss-026)', () => {
  const source = 'p \\\\$q$ r \\$s$ t\n'
  expect(nodesOf(source, 'inlineMath').map(({value}) => value)).toEqual(['q'])
  expect(plainText(compiler.parse(source).children)).toBe('p \\q r $s$ t')
})

test('display math right below text may have a label (MyST-Parser#897, iss-027)', () => {
  const html = renderCase('So:\n$$\ny = 2\n$$ (two)\n\nBy {eq}`two`.\n', {numbering: true}).html
  expect(html).not.toContain('$')
  expect(html).toMatch(/<p>So:<\/p>.*id="equation-two".*By <a [^>]*href="#equation-two">\(1\)<\/a>/s)
})

test('a table may have a head alone (jupyter-book#1525, iss-029)', () => {
  const html = htmlOf('| X | Y |\n|---|---|\n\nWords\n')
  expect(html).toMatch(/<thead>.*X.*Y.*<\/thead>.*<p>Words<\/p>/s)
  expect(html).not.toContain('<tbody>')
})

test('a delimiter cell with a space within makes no table (jupyter-book#621, iss-030)', () => {
  expect(htmlOf('| X | Y |\n| - :| -- |\n| 3 | 4 |\n')).toBe('<p>| X | Y |\n| - :| -- |\n| 3 | 4 |</p>')
})

test('cells of head and body stand as their column says (mystmd#238, iss-031)', () => {
  const source = '| X | Y | Z |\n|:--|:-:|--:|\n| p | q | r |\n'
  expect(nodesOf(source, 'table')[0]?.align).toEqual(['left', 'center', 'right'])
  const cells = htmlOf(source).match(/<t[hd][^>]*(left|center|right)[^>]*>/g) ?? []
  expect(cells.map((cell) => /left|center|right/.exec(cell)?.[0])).toEqual([
    'left',
    'center',
    'right',
    'left',
    'center',
    'right'
  ])
})

test('footnotes in quotes and lists belong to the page (MyST-Parser#194, iss-066)', () => {
  const html = htmlOf('This[^c], that[^i].\n\n> [^c]: in a quote\n\n- [^i]: in an item\n')
  expect(html).toMatch(/<section class="footnotes".*value="1"><p>in a quote .*value="2"><p>in an item /s)
})

test('of two footnotes of one label the first counts, with a link back to each mark (MyST-Parser#931, iss-068)', () => {
  const source = 'Y[^b] and more[^b].\n\n[^b]: Once.\n[^b]: Twice.\n'
  expect(rulesOf(source)).toEqual(['4 duplicate-definition'])
  const html = htmlOf(source)
  expect(html.match(/class="footnote-backref"/g)).toHaveLength(2)
  expect(html).toMatch(/value="1"><p>Once\. /)
})

test('messages in a directive with options stand at their place (MyST-Parser#490, iss-073)', () => {
  const source = 'Hello\n\n:::{hint}\n:class: c\n:name: n\n\nlook {norole}`here` now\n:::\n'
  const [role] = nodesOf(source, 'mystRole')
  expect(role?.position).toMatchObject({start: {line: 7, column: 6}, end: {line: 7, column: 20}})
  expect(rulesOf(source)).toEqual(['7 unknown-role'])
  expect(htmlOf(source)).toContain('here')
})
