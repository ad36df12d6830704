import {expect, test} from 'vitest'
import {createCompiler} from '../../src/pipeline/compile.js'
import {render} from '../../src/pipeline/render.js'
import {withoutPositions} from './support/positions.js'

const {parse} = createCompiler({}, {})
const table = '| a | b |\n|---|---|\n| c | d |'

test('a table in a directive is the same table, whatever tables stand around it', () => {
  const inner = (source: string): unknown => {
    const found = parse(source).children.find((node) => node.type === 'mystDirective')
    return found && JSON.parse(withoutPositions({type: 'root', children: found.children.slice(-1)}))
  }
  const alone = inner(`:::{note}\n\n${table}\n:::`)
  expect(alone).toMatchObject({
    children: [{type: 'table', children: [{type: 'tableRow'}, {type: 'tableRow'}]}]
  })
  expect(inner(`${table}\n\n:::{note}\n\n${table}\n:::\n\n${table}`)).toEqual(alone)
})

test('cells beyond the last column are not drawn, which is said', () => {
  const {html, messages} = render('| a |\n|---|\n| b | c | *d* |\n| e | |')
  expect(html).toContain('<td>b</td>')
  expect(html).not.toContain('c</td>')
  expect(messages.map(({ruleId, line, column, reason}) => `${line}:${column} ${ruleId} ${reason}`)).toEqual([
    '3:5 uneven-table "c | d" is not shown, as this row has 3 cells and the head of the table 1; give the head more, or write \\| for a bar that is text'
  ])
})
