import {createRequire} from 'node:module'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCitations, readBib} from '../../src/node/index.js'
import {type Compiler, createCompiler, extensionsOf} from '../../src/pipeline/compile.js'
import {renderPage} from '../../src/pipeline/render-page.js'
import {createInventory} from '../../src/references/inventory.js'
import {setTypography} from '../../src/typography.js'
import {anyDocument} from './support/documents.js'
import {positionFaults, withoutPositions} from './support/positions.js'

const numRuns = Number(process.env.MYSTMARK_DOCUMENTS ?? 5000)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_126)
console.log(`random documents: ${numRuns}, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

const everything = createCompiler(
  {extensions: [...extensionsOf({extensions: 'all'}), 'citations'], genericDirectives: true},
  {citations: createCitations(readBib), typography: setTypography}
)
const usual = createCompiler({}, {})

/** Two of three documents with all extensions. */
const configurationFor = (source: string): Compiler => (source.length % 3 === 0 ? usual : everything)

/** A line ending that is not the source's, by turns. */
const otherEnd = (source: string): string => (source.length % 2 === 0 ? '\r\n' : '\r')

describe('on random documents', () => {
  test('micromark checks its own assumptions', () => {
    expect(createRequire(import.meta.url).resolve('micromark-util-subtokenize')).toMatch(/\/dev\/index\.js$/)
  })

  test('every position is true, whatever ends the lines, and the tree is the same', {
    timeout: 1_800_000
  }, () => {
    fc.assert(
      fc.property(anyDocument, (source) => {
        const other = source.replaceAll('\n', otherEnd(source))
        const {parse} = configurationFor(source)
        const tree = parse(source)
        const otherTree = parse(other)
        const faults = [...positionFaults(tree, source), ...positionFaults(otherTree, other)]
        // Millions of comparisons: the runner's own matchers take longer than the parser.
        if (faults.length > 0) throw new Error(faults.join('\n'))
        if (withoutPositions(tree) !== withoutPositions(otherTree))
          expect(JSON.parse(withoutPositions(otherTree))).toEqual(JSON.parse(withoutPositions(tree)))
      }),
      {numRuns, seed}
    )
  })

  test('nothing throws on the way to HTML', {timeout: 1_800_000}, () => {
    fc.assert(
      fc.property(anyDocument, (source) => {
        const project = configurationFor(source)
        const compiled = project.compile('page.md', source)
        const inventory = createInventory({records: [compiled.record], external: {}, url: (page) => page})
        renderPage(compiled, {config: {}, plugins: {}, inventory})
      }),
      {numRuns: Math.ceil(numRuns / 10), seed}
    )
  })
})
