import type {Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {parse} from '../../src/pipeline/render.js'

const shape = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : `${node.type}(${'children' in node ? node.children.map(shape).join(' ') : ''})`

test('a table in a directive stays one table where another stands on the page', () => {
  const table = '| a |\n|---|\n| b |'
  expect(shape(parse(`:::{note}\n${table}\n:::\n\n${table}\n`))).toBe(
    'root(admonition(table(tableRow(tableCell(a)) tableRow(tableCell(b)))) table(tableRow(tableCell(a)) tableRow(tableCell(b))))'
  )
})

test('tables at three depths, before and after each other', () => {
  const table = '| a |\n|---|'
  const one = 'table(tableRow(tableCell(a)))'
  const source = `${table}\n\n::::{note}\n${table}\n\n:::{tip}\n${table}\n:::\n\n${table}\n::::\n\n${table}\n`
  expect(shape(parse(source))).toBe(`root(${one} admonition(${one} admonition(${one}) ${one}) ${one})`)
})
