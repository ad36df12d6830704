/** Code in colours: highlight.js with the languages that most projects use. */
import type {ElementContent} from 'hast'
import highlighter from 'highlight.js/lib/core'
import type {Highlight} from '../html/code-elements.js'
import {own} from '../names/own.js'
import {languages} from './highlight/languages.js'
import {mayTakeLong} from './highlight/long-search.js'
import {ColouredBlock, Spans} from './highlight/spans.js'

/** Names that Pygments knows and highlight.js does not. */
const aliases: Readonly<Record<string, string>> = {
  cfg: 'ini',
  conf: 'ini',
  doscon: 'shell',
  'html+jinja': 'xml',
  ipython: 'python',
  ipython2: 'python',
  ipython3: 'python',
  jinja: 'xml',
  json5: 'json',
  jsonc: 'json',
  myst: 'markdown',
  py3tb: 'python',
  pycon: 'python',
  python3: 'python',
  pytb: 'python',
  shell: 'bash',
  toml: 'ini'
}

/**
 * A highlighter with the common languages of highlight.js. No grammar is read before the first block of code.
 *
 * @example
 * nodeHighlight()('x = 1', 'python')
 */
export function nodeHighlight(): Highlight {
  let colour: ReturnType<typeof createColourer> | undefined
  const highlight: Highlight = (code, language) => {
    colour ??= createColourer()
    const children = colour(code, language.toLowerCase())
    return children && {type: 'root', children}
  }
  highlight.isFresh = true
  return highlight
}

/** Gives the spans of a code; `undefined` for a language that is not known, and for code that is to be shown plain. */
function createColourer(): (code: string, name: string) => ElementContent[] | undefined {
  const colourer = highlighter.newInstance()
  let block = new ColouredBlock('')
  // Not an option for everybody: package.json stays at one minor version of highlight.js for it.
  colourer.configure({
    __emitter: class extends Spans {
      constructor() {
        super(block)
      }
    }
  })
  for (const [name, language] of Object.entries(languages)) colourer.registerLanguage(name, language)
  return (code, name) => {
    const known = colourer.getLanguage(name) && name !== 'shell' ? name : (own(aliases, name) ?? name)
    if (!colourer.getLanguage(known) || mayTakeLong(code)) return
    block = new ColouredBlock(code)
    // Errors of a grammar and of our own bounds are caught by highlight.js, for each language in another by itself.
    const {errorRaised} = colourer.highlight(code, {language: known, ignoreIllegals: true})
    return errorRaised ? undefined : block.children
  }
}
