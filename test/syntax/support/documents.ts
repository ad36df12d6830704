/** Random documents of nested constructs, as lines: what people write, and what nobody would. */
import fc from 'fast-check'
import {line} from './inlines.js'
import {leaf} from './leaves.js'
import {letters, scraps} from './scraps.js'

type Lines = string[]

const optionLines: fc.Arbitrary<Lines> = fc.oneof(
  fc.constant<Lines>([]),
  fc.subarray([
    ':class: a b',
    ':name: x:y',
    ':alt:',
    ':key: "quoted # text"',
    ':alt: |',
    '  :open: yes',
    ':bad:value'
  ]),
  fc
    .subarray(['class: a b', 'name: x', 'text: >', '  folded', '  more', '', 'alt: # comment', 'list: [a]'])
    .map((lines) => ['---', ...lines, '---'])
)

const directiveName = fc.constantFrom(
  'note',
  'admonition',
  'figure',
  'code-block',
  'card',
  'grid',
  'toctree',
  'button-ref',
  'unknown',
  'image',
  'div',
  'glossary',
  'note .c #i'
)

type Rooms = {block: Lines; blocks: Lines}

/** The first line behind a marker, the others as far in as it is wide. */
const hang = (lines: Lines, mark: string, indent = mark.length): Lines =>
  lines.map((text, index) => (index === 0 ? mark + text : text && ' '.repeat(indent) + text))

const {blocks} = fc.letrec<Rooms>((tie) => {
  const inner = tie('blocks')
  const directive = fc
    .record({
      marker: fc.constantFrom(':', '`', '~'),
      extra: fc.constantFrom(0, 0, 0, 1, -1),
      name: directiveName,
      argument: fc.oneof(
        fc.constant(''),
        line.map((text) => text.replaceAll('`', ''))
      ),
      options: optionLines,
      gap: fc.boolean(),
      body: inner,
      closed: fc.constantFrom(true, true, true, true, false),
      generic: fc.constantFrom(false, false, false, true)
    })
    .map(({marker, extra, name, argument, options, gap, body, closed, generic}) => {
      let size = 3
      for (const text of body) {
        const run = text.trimStart().match(marker === '`' ? /^`+/ : marker === ':' ? /^:+/ : /^~+/)?.[0]
        size = Math.max(size, (run?.length ?? 0) + 1)
      }
      const fence = marker.repeat(Math.max(3, size + extra))
      const head =
        generic && marker === ':'
          ? `${fence}${name.split(' ')[0]}${argument && `[${argument}]`}`
          : `${fence}{${name}}${argument && ` ${argument}`}`
      return [head, ...options, ...(gap ? [''] : []), ...body, ...(closed ? [fence] : [])]
    })
  const quote = fc
    .tuple(inner, fc.constantFrom('> ', '>', ' > ', '>\t'), fc.nat(9))
    .map(([lines, mark, lazy]) =>
      lines.map((text, index) => (index === lazy && index > 0 ? text : mark + text))
    )
  const list = fc
    .tuple(inner, inner, fc.constantFrom('- ', '* ', '1. ', '10) ', '-   ', '-\t'), fc.constantFrom('', ' '))
    .map(([first, second, mark, lead]) =>
      [first, second].flatMap((lines) => hang(lines, lead + mark, mark === '-\t' ? 4 : undefined))
    )
  const footnote = fc
    .tuple(inner, fc.constantFrom('n', 'm', '1'))
    .map(([lines, label]) => hang(lines, `[^${label}]: `, 4))
  const description = fc
    .tuple(line, inner, inner, fc.constantFrom<Lines>([], ['']), fc.boolean())
    .map(([term, first, second, gap, both]) => [
      term,
      ...gap,
      ...hang(first, ': '),
      ...(both ? [...gap, ...hang(second, '~ ')] : [])
    ])
  const field = fc.tuple(inner, fc.constantFrom(2, 4)).map(([lines, by]) => hang(lines, ':name: ', by))
  return {
    block: fc.oneof(
      {depthSize: 'xsmall', withCrossShrink: true},
      {weight: 7, arbitrary: leaf},
      {weight: 4, arbitrary: directive},
      {weight: 2, arbitrary: quote},
      {weight: 2, arbitrary: list},
      {weight: 1, arbitrary: footnote},
      {weight: 1, arbitrary: description},
      {weight: 1, arbitrary: field}
    ),
    blocks: fc
      .array(fc.tuple(tie('block'), fc.boolean()), {minLength: 1, maxLength: 3})
      .map((parts) => parts.flatMap(([lines, gap], index) => (index > 0 && gap ? ['', ...lines] : lines)))
  }
})

const frontMatter = fc.constantFrom<Lines>([], [], [], ['---', 'title: T', '---'], ['---', 'a: [', '---', ''])

/** Documents that are built as a person builds them, now and then with a fence that does not fit. */
const built: fc.Arbitrary<string> = fc
  .tuple(frontMatter, blocks, fc.boolean())
  .map(([head, lines, end]) => [...head, ...lines].join('\n') + (end ? '\n' : ''))

/** A few blocks deep in containers of all kinds. */
const deep: fc.Arbitrary<string> = fc
  .tuple(
    blocks,
    fc.array(fc.constantFrom('> ', '- ', '1. ', ': ', ':a: ', '[^n]: ', ':::', '~~~', '\t> '), {
      minLength: 4,
      maxLength: 12
    })
  )
  .map(([lines, marks]) => marks.reduce(inside, lines).join('\n'))

function inside(lines: Lines, mark: string, level: number): Lines {
  if (mark.endsWith('> ')) return lines.map((text) => mark + text)
  if (mark === ': ') return ['Term', ...hang(lines, mark)]
  if (!/^[:~]{3}/.test(mark)) return hang(lines, mark, mark.startsWith('[') ? 4 : undefined)
  const fence = mark + (mark[0] ?? '').repeat(level)
  return [`${fence}{note}`, ...lines, fence]
}

/** Any document: with line feeds, as the caller writes other line endings. */
export const anyDocument: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: built},
  {weight: 1, arbitrary: deep},
  {weight: 3, arbitrary: scraps},
  {weight: 1, arbitrary: letters}
)

/** Documents that people could have written. */
export const plausibleDocument = built
