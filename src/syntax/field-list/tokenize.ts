/** The micromark construct of fields: a container whose marker holds its name. */
import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {continueContainer, initialIndent, isFirstInContainer, restOfLine} from '../tokenize/container.js'
import {lineMarks} from '../tokenize/line-marks.js'
import {quotesBefore} from '../tokenize/quoted.js'
import {sourceLine} from '../tokenize/source-lines.js'
import {types} from '../tokenize/token-types.js'
import {fieldBodyColumn, parseFieldMarker} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystField: 'mystField'
    mystFieldName: 'mystFieldName'
    mystFieldMarker: 'mystFieldMarker'
  }
}

/** Stands on `:`. Only after another field it interrupts a paragraph. */
export const fieldConstruct: Construct = {
  name: 'mystField',
  tokenize(effects, ok, nok) {
    const context = this
    let nameEnd = 0
    let hasBody = false

    return (code) => {
      const {line, column, offset} = context.now()
      const text = restOfLine(context)
      const marker = parseFieldMarker(text)
      const interrupts = context.interrupt && !isFirstInContainer(context)
      if (!marker || (interrupts && !lineMarks(context.parser).fields.has(line))) return nok(code)
      hasBody = text.slice(marker.end).trim() !== ''
      nameEnd = offset + marker.nameEnd
      if (context.containerState) {
        const source = sourceLine(context.parser, line) ?? ''
        const at = column - 1
        const columns = fieldBodyColumn(
          source,
          {at, end: at + marker.end, quotes: quotesBefore(source, at)},
          (index) => sourceLine(context.parser, line + index)
        )
        context.containerState.size = initialIndent(context) + columns.body - columns.marker
      }
      effects.enter('mystField', {_container: true})
      effects.enter('mystFieldMarker')
      effects.consume(code)
      effects.exit('mystFieldMarker')
      return nameStart
    }

    function nameStart(code: Code): State | undefined {
      effects.enter('mystFieldName')
      effects.enter(types.chunkText, {contentType: 'text'})
      return name(code)
    }

    /**
     * > | :name: body
     *      ^
     */
    function name(code: Code): State | undefined {
      if (code !== codes.eof && context.now().offset < nameEnd) {
        effects.consume(code)
        return name
      }
      effects.exit(types.chunkText)
      effects.exit('mystFieldName')
      effects.enter('mystFieldMarker')
      effects.consume(code)
      effects.exit('mystFieldMarker')
      return hasBody ? factorySpace(effects, ok, types.whitespace) : ok
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      return continueContainer(this, effects, ok, (code) => {
        const text = restOfLine(this)
        if (parseFieldMarker(text.trimStart())) lineMarks(this.parser).fields.add(this.now().line)
        return nok(code)
      })
    }
  },
  exit(effects) {
    effects.exit('mystField')
  }
}
