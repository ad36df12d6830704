import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCompiler} from '../../src/pipeline/compile.js'
import {render} from '../../src/pipeline/render.js'
import {anyDocument} from './support/documents.js'
import {positionFaults, withoutPositions} from './support/positions.js'

const numRuns = Number(process.env['MYSTMARK_DOCUMENTS'] ?? 5000)
const seed = Number(process.env['MYSTMARK_SEED'] ?? 20_261_126)
console.log(`random documents: ${numRuns}, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

const {parse} = createCompiler({}, {})

describe('on random documents', () => {
  test('every position is true, whatever ends the lines, and the tree is the same', {
    timeout: 600_000
  }, () => {
    fc.assert(
      fc.property(anyDocument, (source) => {
        const tree = parse(source)
        expect(positionFaults(tree, source)).toEqual([])
        const same = withoutPositions(tree)
        for (const end of ['\r\n', '\r']) {
          const other = source.replaceAll('\n', end)
          const otherTree = parse(other)
          expect(positionFaults(otherTree, other)).toEqual([])
          expect(withoutPositions(otherTree)).toEqual(same)
        }
      }),
      {numRuns, seed}
    )
  })

  test('nothing throws on the way to HTML', {timeout: 600_000}, () => {
    fc.assert(
      fc.property(anyDocument, (source) => {
        render(source)
      }),
      {numRuns: numRuns / 5, seed}
    )
  })
})
