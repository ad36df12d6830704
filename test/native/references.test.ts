/** Pages with very many character references, which are hidden from the native engine. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {caseSources} from '../syntax/support/cases.js'
import {plausibleDocument} from '../syntax/support/documents.js'
import {ownPages} from '../syntax/support/pages.js'
import {expectSame, native} from './engines.js'
import {mutatedPages} from './support/mutations.js'

const numRuns = Number(process.env.MYSTMARK_DOCUMENTS ?? 5000)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_128)
console.log(`pages of references: ${numRuns}, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

/** As many as it takes to have them hidden. */
const many = `\n\n${'&a'.repeat(101)}\n`

const reference = fc.constantFrom(
  '&amp;',
  '&#35;',
  '&#x41;',
  '&nbsp;',
  '&copy',
  '&none;',
  '&a',
  '&#10;',
  '&#32;',
  '&lt;',
  '&ast;'
)
const places = fc.array(fc.tuple(fc.nat({max: 2000}), reference), {minLength: 1, maxLength: 12})

const pages = [...ownPages(), ...caseSources()]
  .map(({source}) => source)
  .filter((source) => source.length < 20_000)

const documents = fc
  .tuple(fc.oneof(plausibleDocument, mutatedPages(pages)), places)
  .map(([source, references]) => {
    // Of the signs that may hide them one is free.
    let out = source.replaceAll(',', '')
    for (const [place, text] of references) {
      const at = place % (out.length + 1)
      out = out.slice(0, at) + text + out.slice(at)
    }
    return out + many
  })

test('both engines give the same tree', {timeout: 1_800_000}, () => {
  let fast = 0
  fc.assert(
    fc.property(documents, (source) => {
      if (expectSame(source)) fast++
    }),
    {numRuns, seed}
  )
  console.log(`${fast} of ${numRuns} pages were parsed by the native engine`)
  expect(fast).toBeGreaterThan(numRuns / 3)
})

test('references in all that may hold them are read as ever', () => {
  const sources = [
    'a &amp; b *&copy;* &none; &amp &#35;',
    '[a&amp;](b&amp;c "d&quot;e") ![f&amp;](g&lt;h)',
    '[a]: b&amp;c (d&amp;)\n\n[a] [e&amp;][a]',
    '[b&amp;]: c\n\n[b&amp;]',
    '`a&amp;b` <a href="b&amp;c"> <http://d?e&amp;f>',
    '```a&amp; b&amp;\nc&amp;\n```\n\n    d&amp;',
    '&amp\\; &amp;\\; &\\#35; &am*p;* &am&#112;;',
    '\\&amp; \\\\&amp; &amp;amp; [&comma; {a}`b&amp;` {a&amp;}`b`',
    '| a&amp; | b\\|&amp; |\n|---|---|\n| c | &#124; |',
    'www.a.b?c&amp;d a@b.c&amp; 😀&amp;*d*',
    '$a &amp; b$\n\n$$\nc &amp; d\n$$\n\n:::{note} e&amp;\n:class: f&amp;g\nh&amp;\n:::',
    'Term&amp;\n: &lt;description\n\n# Heading &amp;&#35;\n\nTitle&amp;\n==='
  ]
  for (const source of sources) {
    expectSame(source)
    expectSame(source + many)
  }
  expect(expectSame(sources[0] + many)).toBe(true)
})

test('a paragraph of millions of characters with references is read by the native engine', () => {
  expect(typeof native(`${'a'.repeat(2500)}&amp;`.repeat(1900))).toBe('object')
})
