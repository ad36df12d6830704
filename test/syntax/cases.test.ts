/**
 * Each construct by cases: `cases/*.txt`, one file a construct.
 *
 * A file begins with what it is about, and `config: {…}` or `tree: typed` where it is not the default. Then each case:
 * `### name`, the source, a line `---`, and its tree: a node a line with its place and the places of its parts, and its
 * messages behind `!`. The last line `---` of a case counts. `npx vitest run test/syntax/cases.test.ts --update` renews
 * the trees; read what changes.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {parse} from '../../src/index.js'
import {nativeParser} from '../../src/node/native-parser.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {setTypography} from '../../src/typography.js'
import {plain} from '../native/engines.js'
import {type CaseFile, caseFolder, readCases} from './support/cases.js'
import {messageLine, outline} from './support/outline.js'
import {positionFaults} from './support/positions.js'

/** What the page is now, in the notation of the files. */
function treeOf(source: string, {config, typed}: CaseFile): string {
  const file = new VFile()
  const typedTree = parse(source, {config, file, typography: setTypography})
  const tree = typed ? typedTree : createCompiler(config, {typography: setTypography}).parse(source)
  return [...outline(tree), ...file.messages.map(messageLine)].join('\n')
}

const files = readdirSync(caseFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({name, ...readCases(readFileSync(caseFolder + name, 'utf8'))}))

test.each(files)('$name, $cases.length cases', async (file) => {
  const renewed = file.cases.map((each) => ({...each, tree: treeOf(each.source, file)}))
  const changed = renewed.filter(({tree}, index) => tree !== file.cases[index]?.tree)
  const text = renewed.map(({name, source, tree}) => `### ${name}\n${source}\n---\n${tree}\n`)
  await expect(file.head + text.join('\n'), changed.map(({name}) => name).join('; ')).toMatchFileSnapshot(
    caseFolder + file.name
  )
})

test.each(files.filter(({typed}) => !typed))('$name: every place is true', ({cases, config}) => {
  const {parse: parseGeneric} = createCompiler(config, {typography: setTypography})
  for (const {name, source} of cases) expect(positionFaults(parseGeneric(source), source), name).toEqual([])
})

test.each(files)('$name: the other engine gives the same trees', ({cases, config}) => {
  const remark = createCompiler(config, {typography: setTypography})
  const native = createCompiler(config, {typography: setTypography, parser: nativeParser})
  for (const {name, source} of cases)
    expect(plain(native.parse(source)), name).toEqual(plain(remark.parse(source)))
})

test.each(files)('$name: no two cases have one name', ({cases}) => {
  const names = cases.map(({name}) => name)
  expect(names).toEqual([...new Set(names)])
})
