/** Pages of which the native engine reads one part and remark another: long ones, with all between them. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fault} from '../../src/syntax/native/parser.js'
import {caseSources} from '../syntax/support/cases.js'
import {anyDocument, plausibleDocument} from '../syntax/support/documents.js'
import {ownPages} from '../syntax/support/pages.js'
import {nativePage, plain, remark} from './engines.js'
import {mutatedPages} from './support/mutations.js'

const numRuns = Math.ceil(Number(process.env.MYSTMARK_DOCUMENTS ?? 5000) / 2)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_127)
console.log(`random pages in parts: ${numRuns}, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

const sources = [...ownPages(), ...caseSources()]
  .map(({source}) => source)
  .filter((source) => source.length < 20_000)

/** What the engine is never sure of: a page without any is mostly native. */
const doubtful = fc.constantFrom(
  '- >> a [n] [^n]',
  '- > - > b',
  '*a@b*',
  '- >> a\n\n:::{note}\n\n- >> b\n:::',
  'a\n: - b [n][]',
  'A\n: $b$\n\n: - c',
  '> $$\n> a\n> $$',
  '- >> [m]: /u\n\n[m]',
  '- >> a[^m]\n\n[^m]: b\n    [^n]',
  '- $$\n  a\n\n>> b',
  '- >> a\n\n$$\nb',
  '\\begin{align}\n>> a\n\nb',
  ':::{glossary}\na\n  b\n>> c\n:::',
  '**a𝒳** **𝒳*b*'
)

/** What stands between: most of it cuts the page in two. */
const sound = fc.constantFrom(
  'Words of a paragraph that stands between others.',
  '# A heading',
  '## A *heading* with [n] and [^n]',
  'Text\nof [lines][n] $a$ {ref}`b`[^m]',
  'Title\n=====',
  'a | b\n--|--\nc | d',
  'Term\n: description',
  'Term\n\n: description',
  '> quoted',
  '- an item\n\n  with more',
  '$$\na = b\n$$',
  ':::{note} A title\nText\n:::',
  '```{code-block} c\n>> b\n```',
  '    code',
  '+++',
  '(target)=',
  '{.c}',
  'éa',
  'a'
)

/** What looks as if it did, and what one part says to another. */
const unsound = fc.constantFrom(
  '[n]: /url "title"',
  '[^n]: a note',
  '> [m]: /other',
  '- an item\n\n  [m]: /more',
  '[^m]: a\n\n    b',
  '$$',
  '\\end{align}',
  '```',
  ':::',
  ':::{tip}',
  '-->',
  '<!-- a',
  '<div>\na',
  'Term',
  ': description'
)

const piece = fc.oneof(
  {weight: 12, arbitrary: sound},
  {weight: 1, arbitrary: unsound},
  {weight: 1, arbitrary: mutatedPages(sources).map((source) => source.replace(/\r\n?/g, '\n'))}
)

const gap = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n', '\n\n', '\n\n', '\n \n')

/** Begins with a line at which a page may be cut, if nothing above goes over it. */
const section = fc
  .record({
    title: fc.constantFrom('# A heading', 'A paragraph of words, with [n] and [^n].\nOf two lines.', 'aaa'),
    pieces: fc.array(fc.tuple(gap, piece), {minLength: 1, maxLength: 5}),
    last: fc.oneof(
      {weight: 6, arbitrary: sound},
      {weight: 4, arbitrary: doubtful},
      {weight: 1, arbitrary: anyDocument},
      {weight: 1, arbitrary: plausibleDocument}
    )
  })
  .map(({title, pieces, last}) => `${title}${pieces.flat().join('')}\n\n${last}`)

const page = fc
  .record({
    sections: fc.array(fc.tuple(section, gap), {minLength: 3, maxLength: 8}),
    ending: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
  })
  .map(({sections, ending}) => sections.flat().join('').replace(/\n/g, ending))

const words = 'A paragraph of words that stands behind a part, and is longer than the part.\n\n'

/** Parts in which remark failed or what was put together of both differed once. */
const found = [
  // What ends an item is another item, a note, or text: code that nothing closes ends in its own way.
  `a \`$b$\n\n- - c\n  - d\n      \`\`\`\`\n\n[^m]:\n    e\n\n${words.repeat(3)}`,
  // Math above may end in it.
  `Words.\n\n- a $b\n  $$\n  $c\n\n${words}(**😀**) $$\n\n${words.repeat(5)}`,
  `Words.\n\nTerm\ufeff\n\n: - a\n\n${words}`
]

test('pages in parts that differed once give the same tree', () => {
  for (const source of found) {
    const read = nativePage(source)
    if (typeof read === 'string') expect.unreachable(read)
    expect(read.parts).not.toHaveLength(0)
    expect(plain(read.tree)).toEqual(plain(remark(source)))
  }
})

test('a page in parts gives the same tree', {timeout: 1_800_000}, () => {
  let mixed = 0
  fc.assert(
    fc.property(page, (source) => {
      const read = nativePage(source)
      if (typeof read === 'string') {
        expect(read).not.toContain(fault)
        return
      }
      if (read.parts.length > 0) mixed++
      expect(plain(read.tree)).toEqual(plain(remark(source)))
    }),
    {numRuns, seed}
  )
  console.log(`${mixed} of ${numRuns} pages were read by both engines`)
  expect(mixed).toBeGreaterThan(numRuns / 5)
})
