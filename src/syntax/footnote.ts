/** GFM's footnotes, where they may stand in each other. */

import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {markdownSpace} from 'micromark-util-character'
import type {Construct, Extension, Tokenizer} from 'micromark-util-types'

/**
 * The constructs of GFM with one change: a line belongs to a definition for an indent of its own. Where a definition
 * stands in another, its indent would be looked for in the one that the outer has taken.
 */
export function mystFootnote(): Extension {
  const extension = gfmFootnote()
  const document = Object.fromEntries(
    Object.entries(extension.document ?? {}).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().map(withOwnIndent)
    ])
  )
  return {...extension, document}
}

function withOwnIndent(construct: Construct): Construct {
  const {continuation} = construct
  if (!continuation?.tokenize) return construct
  const read = continuation.tokenize
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const inner = read.call(this, effects, ok, nok)
    return (code) => (code === null || code < 0 || markdownSpace(code) ? inner(code) : nok(code))
  }
  return {...construct, continuation: {...continuation, tokenize}}
}
