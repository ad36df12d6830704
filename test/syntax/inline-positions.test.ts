import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isParent, visitNodes} from '../../src/ast/tree.js'
import {parse} from '../../src/index.js'

const seed = Number(process.env.FC_SEED ?? 4)

const piece = fc.constantFrom(
  'word',
  ' ',
  '\n',
  '[s]{.a}',
  '[s *e*]{.a\n#b}',
  '`c`{.a}',
  '![i](https://x.org/i){w=1px}',
  '[t](https://x.org){.a}{.b}',
  '{sub .a}`x`',
  '{{ name }}',
  '{{ a | upper }}',
  '{.a}',
  '[',
  ']',
  '{',
  '}',
  '\\{',
  '"',
  'https://x.org/a_b'
)

test('on random text with attributes, spans and substitutions, every node lies in its parent', () => {
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 12}), fc.constantFrom('', '> ', '- '), (parts, prefix) => {
      const lines = parts.join('').split('\n')
      const source = lines
        .map((line, index) => (prefix === '- ' && index > 0 ? '  ' : prefix) + line)
        .join('\n')
      visitNodes(parse(source, {config: {extensions: 'all', substitutions: {name: 'v'}}}), (node) => {
        const {start, end} = node.position ?? {}
        expect(start?.offset).toBeLessThanOrEqual(end?.offset ?? -1)
        expect(end?.offset).toBeLessThanOrEqual(source.length)
        if (isParent(node))
          for (const child of node.children) {
            expect(child.position?.start.offset).toBeGreaterThanOrEqual(start?.offset ?? 0)
            expect(child.position?.end.offset).toBeLessThanOrEqual(end?.offset ?? 0)
          }
        return undefined
      })
    }),
    {seed, numRuns: 500}
  )
})
