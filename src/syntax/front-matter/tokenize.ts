/** The micromark construct of front matter: YAML between lines of three dashes, at the very start of a page. */
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Construct, State} from 'micromark-util-types'
import {codes, types} from '../tokenize/codes.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    yaml: 'yaml'
    yamlFence: 'yamlFence'
    yamlValue: 'yamlValue'
  }
}

/** A line of three dashes, and spaces behind them. */
const fence: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let size = 0
    const sequence: State = (code) => {
      if (code !== codes.dash || size === 3) return size === 3 ? after(code) : nok(code)
      size++
      effects.consume(code)
      return sequence
    }
    const after: State = (code) => {
      if (markdownSpace(code)) {
        effects.consume(code)
        return after
      }
      effects.exit('yamlFence')
      return code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code)
    }
    return (code) => {
      effects.enter('yamlFence')
      return sequence(code)
    }
  }
}

/**
 * Stands on `-` at the first character of the text. Its tokens are those of mdast-util-frontmatter, which makes the
 * node; micromark-extension-frontmatter reads the same, and further kinds and places that MyST has not.
 */
export const frontMatterConstruct: Construct = {
  name: 'yaml',
  concrete: true,
  tokenize(effects, ok, nok) {
    const lineEnd: State = (code) => {
      if (code === codes.eof) return nok(code)
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return effects.attempt(fence, done, valueStart)
    }
    const valueStart: State = (code) => {
      if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code)
      effects.enter('yamlValue')
      return value(code)
    }
    const value: State = (code) => {
      if (code === codes.eof || markdownLineEnding(code)) {
        effects.exit('yamlValue')
        return lineEnd(code)
      }
      effects.consume(code)
      return value
    }
    const done: State = (code) => {
      effects.exit('yaml')
      return ok(code)
    }
    return (code) => {
      const {line, column} = this.now()
      if (line !== 1 || column !== 1) return nok(code)
      effects.enter('yaml')
      return effects.attempt(fence, lineEnd, nok)(code)
    }
  }
}
