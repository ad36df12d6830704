/** The micromark construct of front matter: YAML between lines of three dashes, at the very start of a page. */
import type {Construct} from 'micromark-util-types'
import {lineBlock} from '../tokenize/line-block.js'
import {nextLine, sourceLine} from '../tokenize/source-lines.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    yaml: 'yaml'
    yamlLine: 'yamlLine'
  }
}

/** A line of three dashes, and spaces behind them. */
const fenceOf = (line: string): string | undefined => (/^---[ \t]*$/.test(line) ? '---' : undefined)

/** Stands on a dash. What nothing closes is text. */
export const frontMatterConstruct: Construct = lineBlock('yaml', 'yamlLine', (parser, _, line) =>
  line === 1 && fenceOf(sourceLine(parser, 1) ?? '') ? nextLine(parser, 2, '---', fenceOf) : undefined
)
