/** Random blocks that hold no others. */
import fc from 'fast-check'
import {line, longInline, paragraph} from './inlines.js'

type Lines = string[]

const fixed = fc.constantFrom<Lines[]>(
  ['---'],
  ['```python', 'x = 1', '', ':::', '```'],
  ['~~~', '```{note}', '~~~'],
  ['    indented', '', '    more'],
  ['<div>', '<b>x</b>', '</div>'],
  ['<!-- a', '', 'b -->'],
  ['<!-- a {{ b }}'],
  ['<?a', '?> $b$'],
  ['<!A', '', 'b> c'],
  ['(label)='],
  ['( spaced: label )='],
  ['(a)=', '(b)='],
  ['% comment', '%', '%more'],
  ['%  two'],
  ['+++'],
  ['+++ {"tag": "x"}'],
  ['^^^'],
  ['| a | b |', '|---|:-:|', '| `{x}` | {sub}`1\\|2` |', '| c |'],
  ['a | b', '- | -', '[d] | [^n]'],
  ['| $a\\|b$ | {{ x \\| y }} |', '|--|--|', '| [s]{.c} | `x\\|y`{.c} |'],
  ['[d]: /url "title"'],
  ['[^n]: A note', '', '    goes on'],
  ['[^m]: - list', '      - b'],
  [':::'],
  ['```'],
  [':::name'],
  ['- [ ] task', '- [x] done'],
  ['> [!NOTE]', '> an alert'],
  ['$$', 'a + b', '', '$$'],
  ['$$', 'a', '$$ (eq 1)'],
  ['$$ a $$ (eq)'],
  ['$$'],
  ['\\begin{align*}', 'a &= b', '\\end{align*}'],
  ['\\begin{equation}', '\\label{e}', '\\end{equation}'],
  ['{{ block }}'],
  ['{#i .c}'],
  ['{.c}', '{.d key="v"}'],
  ['{.c}', ':::', 'in a div', ':::'],
  ['{% if x %}'],
  ['Term', ': means this'],
  ['Term *x*', '', ': means this', '~ and that'],
  ['One', ': a', '', '  b', '', 'Two', ': c'],
  [':field: value', ':other *name*: more', '  lines', ':empty:'],
  [':param int x: - a', '              - b'],
  ['::leaf[a label]{.c k=v}'],
  ['::bare'],
  [':::note[A *title*]{#i .c}', 'Text', ':::'],
  [':::tip A title', 'Text', ':::'],
  [':::{glossary}', 'Term', 'Also', '  What *it* means', '', '  - more', '', 'Other', '', '  x', ':::'],
  [':::{glossary}', 'Term', ': means this', ':::'],
  ['```{math}', ':label: x', '', 'a', '```'],
  ['```{note .c #i key="v"} T', 'x', '```'],
  [':::{.c}', 'x', ':::'],
  [':::{one two}', ':::']
)

/** A block of one or a few lines. */
export const leaf: fc.Arbitrary<Lines> = fc.oneof(
  {weight: 6, arbitrary: paragraph},
  {weight: 1, arbitrary: longInline},
  {weight: 1, arbitrary: line.map((text) => [`## ${text}`])},
  {weight: 1, arbitrary: line.map((text) => [text, '==='])},
  {weight: 1, arbitrary: line.map((text) => [text, `: ${text}`])},
  {weight: 1, arbitrary: line.map((text) => [`:name ${text.replaceAll(':', '')}: ${text}`])},
  {weight: 8, arbitrary: fixed}
)
