/** Addresses with a protocol or `www.`, before anything in them is read as markup. */
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {types} from '../tokenize/token-types.js'
import {addressAt} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystAddress: 'mystAddress'
  }
  interface Token {
    /** What the address leads to. */
    _url?: string
    /** On the last token before an address: no label is open here, so that none is looked for again. */
    _outsideLabel?: boolean
  }
}

/** The last word of each text that begins like an address and is none: it is read once, however often it begins. */
const words = new WeakMap<TokenizeContext, {from: number; to: number}>()

/**
 * An address in running text: `*`, `_`, backticks and brackets in it are its own.
 *
 * > | See https://x.org/a_b_c.
 *         ^
 */
export const addressConstruct: Construct = {
  name: 'mystAddress',
  previous: (code) => code === codes.eof || !/[\\\w]/.test(String.fromCharCode(code)),
  tokenize(effects, ok, nok) {
    const context = this
    let text = ''
    let end = 0
    const word: Construct = {
      partial: true,
      tokenize(inner, found, none) {
        return (code) => {
          inner.enter(types.data)
          return inside(code)
        }
        function inside(code: Code): State | undefined {
          if (code !== codes.eof && code > codes.space && code !== codes.lessThan) {
            text += String.fromCharCode(code)
            if (text.length === 4 && !/^(?:http|ftp:|www\.)/i.test(text)) return none(code)
            inner.consume(code)
            return inside
          }
          inner.exit(types.data)
          return found(code)
        }
      }
    }
    return (code) => {
      const from = context.now().offset
      const known = words.get(context)
      const read = known && from >= known.from && from < known.to
      return read || inLabel(context) ? nok(code) : effects.check(word, begin, nok)(code)
    }

    function begin(code: Code): State | undefined {
      const address = addressAt(text)
      const from = context.now().offset
      if (!address) {
        words.set(context, {from, to: from + text.length})
        return nok(code)
      }
      end = from + address.end
      effects.enter('mystAddress', {_url: address.url})
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (context.now().offset < end) {
        effects.consume(code)
        return inside
      }
      effects.exit('mystAddress')
      return ok(code)
    }
  }
}

/** Whether a bracket before this may become a link around it. */
function inLabel({events}: TokenizeContext): boolean {
  for (let index = events.length - 1; index >= 0; index--) {
    const token = events[index]?.[1]
    if (token?._outsideLabel) break
    if ((token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced) return true
  }
  const last = events.at(-1)?.[1]
  if (last) last._outsideLabel = true
  return false
}
