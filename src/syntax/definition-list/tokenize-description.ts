/** The micromark construct of descriptions: a container, as a list item is. */
import {markdownSpace} from 'micromark-util-character'
import type {Code, Construct, State} from 'micromark-util-types'
import {
  continueContainer,
  initialIndent,
  isFirstInContainer,
  isInSameContainers,
  restOfLine
} from '../tokenize/container.js'
import {lineMarks} from '../tokenize/line-marks.js'
import {opensDescription} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystDescription: 'mystDescription'
    mystDescriptionPrefix: 'mystDescriptionPrefix'
  }
}

/** Stands on `:` or `~`, where a term or another description stands before. */
export const descriptionConstruct: Construct = {
  name: 'mystDescription',
  tokenize(effects, ok, nok) {
    return (code) => {
      const {line} = this.now()
      const from = lineMarks(this.parser).descriptions.get(line)
      // A term or description before it does not stand in a container that begins on this line, or that ended.
      if (from === undefined || isFirstInContainer(this) || !isInSameContainers(this, line, from))
        return nok(code)
      if (!opensDescription(restOfLine(this))) return nok(code)
      // Marker and one space, however many follow: the rest of them is an indent of the content.
      if (this.containerState) this.containerState.size = initialIndent(this) + 2
      effects.enter('mystDescription', {_container: true})
      effects.enter('mystDescriptionPrefix')
      effects.consume(code)
      return space
    }

    /**
     * > | : What it means
     *      ^
     */
    function space(code: Code): State | undefined {
      if (!markdownSpace(code)) return nok(code)
      effects.consume(code)
      effects.exit('mystDescriptionPrefix')
      return ok
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      return continueContainer(this, effects, ok, (code) => {
        const {descriptions, lazy} = lineMarks(this.parser)
        const {line} = this.now()
        if (opensDescription(restOfLine(this))) descriptions.set(line, line)
        else lazy.add(line)
        return nok(code)
      })
    }
  },
  exit(effects) {
    effects.exit('mystDescription')
  }
}
