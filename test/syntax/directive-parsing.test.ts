/** MyST-Parser's cases of how a directive's text is split: options from the body, where the body begins. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {createCompiler} from '../../src/pipeline/compile.js'
import {hasShared, sharedRoot} from '../support.js'

interface Expected {
  arguments: string[]
  body: string[]
  options: Record<string, string | string[] | number | boolean | null>
}

interface Case {
  group: string
  title: string
  line: number
  input: string
  expected_data: Expected | null
}

const {parse} = createCompiler({}, {})

/** Lines that docutils leaves out as wrong are text here, and said. */
const text: Record<number, string[]> = {223: [':unknown: name']}

/** So are values. */
const kept: Record<number, Record<string, string>> = {
  189: {a: '{'},
  238: {class: '1'}
}

const {cases: all}: {cases: Case[]} = hasShared
  ? JSON.parse(readFileSync(join(sharedRoot, 'cases/myst-parser.json'), 'utf8'))
  : {cases: []}
const cases = all.filter(({group}) => group === 'directive_parsing')

test.skipIf(!hasShared)('there are cases of MyST-Parser (../shared)', () =>
  expect(cases.length).toBeGreaterThan(15)
)

test.each(cases)('MyST-Parser, line $line, $title', ({input, line, expected_data: expected}) => {
  const got = split(parse(input), input)
  // An argument that is missing is a fault of the directive there, found later here.
  if (!expected?.arguments) return expect(got).toEqual({arguments: [], options: {}, body: []})
  expect(got).toEqual({
    arguments: expected.arguments,
    // Blank lines between the head and the body are no node here.
    body: [...(text[line] ?? []), ...expected.body.filter((each) => each !== '')],
    options: {...plain(expected.options), ...kept[line]}
  })
})

function split(tree: Root, source: string): unknown {
  const [node] = tree.children
  if (node?.type !== 'mystDirective') return
  const own = node.args === undefined ? [] : [node.args]
  const isBody = node.name === 'note'
  const body =
    node.value === undefined
      ? node.children
          .filter((child) => child.type !== 'mystDirectiveArgument')
          .flatMap(({position}) => source.slice(position?.start.offset, position?.end.offset).split('\n'))
      : node.value.split('\n')
  return {
    arguments: isBody ? [] : own,
    body: [...(isBody ? own : []), ...body].filter((text) => text !== ''),
    options: node.options ?? {}
  }
}

/** Values before they are converted: a flag is empty, classes are one text. */
function plain(options: Expected['options']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(' ') : String(value ?? '')
    ])
  )
}
