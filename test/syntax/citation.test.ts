/** Citations: what is one, what its parts are and where they stand, and that they cost little. */

import type {Nodes, Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {isParent} from '../../src/ast/tree.js'
import {createCitations, readBib, render} from '../../src/node/index.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {mayCiteAfter, parseCitationGroup, parseNarrative} from '../../src/syntax/citation/grammar.js'
import {cpuNow} from '../support.js'

const citations = createCitations(readBib)
const {parse} = createCompiler({extensions: ['citations', 'attrs_inline', 'linkify']}, {citations})
const off = createCompiler({}, {})

/** The text of a page on one line: works as `<prefix|key|suffix>` with `-` for the year alone, groups in `[ ]`. */
function line(tree: Root, source: string): string {
  const show = (node: Nodes): string => {
    if (node.type === 'cite') {
      const {keyPosition, prefixPosition, suffixPosition} = node.data ?? {}
      const at = (place: typeof keyPosition): string =>
        source.slice(place?.start.offset ?? 0, place?.end.offset ?? 0)
      // Words from the source: their places are right, or this is wrong.
      const parts = [
        prefixPosition && at(prefixPosition),
        at(keyPosition),
        suffixPosition && at(suffixPosition)
      ]
      return `<${node.partial === 'year' ? '-' : ''}${parts.filter((part) => part !== undefined).join('|')}>`
    }
    const inner = isParent(node) ? node.children.map(show).join('') : 'value' in node ? node.value : ''
    if (node.type === 'citeGroup') return `[${inner}]`
    return node.type === 'text' || node.type === 'paragraph' || node.type === 'root'
      ? inner
      : `${node.type}(${inner})`
  }
  return show(tree)
}

describe('what is a citation', () => {
  test.each([
    // Keys.
    ['@key', '<key>'],
    ['As @smith:2020-a_b says.', 'As <smith:2020-a_b> says.'],
    ['(@key).', '(<key>).'],
    ['*@key*', 'emphasis(<key>)'],
    ['@Müller20, @1999x', '<Müller20>, <1999x>'],
    ['@{any key} and @{a.b.}', '<any key> and <a.b.>'],
    ['@https://doi.org/10.1093/nar', '<https://doi.org/10.1093/nar>'],
    // Words behind a key.
    ['@key [p. 3]', '<key|p. 3>'],
    ['@key[p. 3] x', '<key|p. 3> x'],
    ['@key [p.\n3]', '<key|p.\n3>'],
    ['@key [text](/u)', '<key> link(text)'],
    ['@key [a][d]\n\n[d]: /u', '<key> linkReference(a)definition()'],
    ['@key [^n]\n\n[^n]: x', '<key> footnoteReference()footnoteDefinition(x)'],
    ['@key [@b]', '<key> [<b>]'],
    ['@key []', '<key> []'],
    // Groups.
    ['[@a]', '[<a>]'],
    ['[@a; @b]', '[<a><b>]'],
    ['[see @key, p. 3; -@other]', '[<see|key|p. 3><-other>]'],
    ['[-@a]', '[<-a>]'],
    ['[@{a b} ch. 2; e.g. @c]', '[<a b|ch. 2><e.g.|c>]'],
    ['[see\n@a,\np. 2]', '[<see|a|p. 2>]'],
    ['> [see @a,\n> p. 2]', 'blockquote([<see|a|p. 2>])'],
    ['> [see @a,\n>\tp. 2]', 'blockquote([<see|a|p. 2>])'],
    // Links and their like stay what they are.
    ['[@a](/u)', 'link(<a>)'],
    ['[@a][d]\n\n[d]: /u', 'linkReference(<a>)definition()'],
    ['[@a]\n\n[@a]: /u', 'linkReference(<a>)definition()'],
    ['![@a](/u)', 'image()'],
    ['[^@a]', '[^<a>]'],
    ['[@a; b]', '[<a>; b]'],
    ['[a]{.x} [b]', 'span(a)mystAttributes(.x) [b]'],
    ['[[@a]]', '[[<a>]]'],
    // Never.
    ['me@example.org', 'me@example.org'],
    ['https://a.example/@me', 'link(https://a.example/@me)'],
    ['a.@b', 'a.@b'],
    ['\\@key', '@key'],
    ['`@key` [`@a`]', 'inlineCode(@key) [inlineCode(@a)]'],
    ['@ key @', '@ key @'],
    ['@@key', '@@key'],
    ['[me@example.org]', '[me@example.org]'],
    ['<me@example.org>', 'link(me@example.org)'],
    ['{kbd}`@key`', 'mystRole()'],
    ['@{open', '@{open'],
    ['@{}', '@{}']
  ])('%j', (source, expected) => {
    expect(line(parse(source), source)).toBe(expected)
  })

  test('is text where the extension is off, as it is by default', () => {
    expect(line(off.parse('@key [@a]'), '@key [@a]')).toBe('@key [@a]')
  })
})

describe('the grammar', () => {
  test('says where each part stands', () => {
    expect(parseNarrative('@{a b} [p. 3] x')).toEqual({
      key: 'a b',
      keyStart: 2,
      keyEnd: 5,
      yearOnly: false,
      start: 0,
      suffix: {text: 'p. 3', start: 8, end: 12},
      end: 13
    })
    expect(parseCitationGroup('see -@a, p. 1;@b')).toEqual([
      {
        key: 'a',
        keyStart: 6,
        keyEnd: 7,
        yearOnly: true,
        start: 4,
        end: 7,
        prefix: {text: 'see', start: 0, end: 3},
        suffix: {text: 'p. 1', start: 9, end: 13}
      },
      {key: 'b', keyStart: 15, keyEnd: 16, yearOnly: false, start: 14, end: 16}
    ])
  })

  test.each([
    ['a', false],
    ['é', false],
    ['.', false],
    ['/', false],
    ['@', false],
    ['(', true],
    [' ', true],
    ['—', true]
  ])('behind %j: %s', (previous, expected) => expect(mayCiteAfter(previous)).toBe(expected))
})

describe('on a page', () => {
  const html = (source: string): string => render(source, {config: {extensions: ['citations']}}).html
  const rules = (source: string): string[] =>
    render(source, {config: {extensions: ['citations']}}).messages.map(
      (message) => `${message.line}:${message.column} ${message.ruleId}`
    )

  test('a key that is called like a label leads there', () => {
    expect(html('(here)=\n# Harbour\n\nSee @here.')).toContain(
      'See <a class="reference internal" href="#here">Harbour</a>.'
    )
  })

  test('a name is text, without a message', () => {
    expect(html('Thanks, @octocat and [@octocat](https://a.example).')).toBe(
      '<p>Thanks, @octocat and <a class="reference external" href="https://a.example">@octocat</a>.</p>'
    )
    expect(rules('Thanks, @octocat!')).toEqual([])
  })

  test('works without a bibliography keep their words, and are said once', () => {
    expect(html('So [see @a, p. 3; -@b].')).toContain('[')
    expect(html('So [see @a, p. 3; -@b].').replace(/<[^>]+>/g, '')).toBe('So [see @a, p. 3; -@b].')
    expect(rules('# T\n\nSo [see @a, p. 3; -@b] and [@c].')).toEqual(['3:10 no-bibliography'])
  })

  test('a heading and a link say the same as words', () => {
    const {outline, html: drawn} = render('# As [see @a, p. 3]\n\n[so @b](/u)', {
      config: {extensions: ['citations']}
    })
    expect(outline[0]?.text).toBe('As [see @a, p. 3]')
    expect(drawn).toContain('>so @b</a>')
  })
})

test.each(['@_', '[@a; ', '@a [', '@{', '[-@', '@a-', '@a [x@', '@a    [', '@{a} [;'])(
  'a long run of %j costs no more than the text without citations would, several times over',
  (piece) => {
    const source = piece.repeat(4000)
    const time = (read: (text: string) => unknown): number => {
      const start = cpuNow()
      read(source)
      return cpuNow() - start
    }
    const plain = time(off.parse)
    expect(time(parse)).toBeLessThan(plain * 8 + 400)
  }
)
