/** GFM's footnotes, where they may stand in each other. */

import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import type {Construct, Extension, Tokenizer} from 'micromark-util-types'
import {continueContainer} from './tokenize/container.js'

/**
 * The constructs of GFM with one change: lines belong to a definition as they belong to a list item. A definition in
 * another looks for an indent of its own, and a blank line gives its indent up.
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
  if (!construct.continuation) return construct
  const tokenize: Tokenizer = function (effects, ok, nok) {
    if (this.containerState) this.containerState.size = 4
    return continueContainer(this, effects, ok, nok)
  }
  return {...construct, continuation: {tokenize}}
}
