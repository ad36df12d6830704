/** Code in colours: lowlight with the languages that most projects use. */
import {common, createLowlight} from 'lowlight'
import type {Highlight} from '../html/code-elements.js'
import {own} from '../names/own.js'

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
 * A highlighter with lowlight's common languages. Nothing is loaded before the first block of code.
 *
 * @example
 * nodeHighlight()('x = 1', 'python')
 */
export function nodeHighlight(): Highlight {
  let lowlight: ReturnType<typeof createLowlight> | undefined
  const highlight: Highlight = (code, language) => {
    lowlight ??= createLowlight(common)
    const name = language.toLowerCase()
    const known = lowlight.registered(name) && name !== 'shell' ? name : (own(aliases, name) ?? name)
    return lowlight.registered(known) ? lowlight.highlight(known, code) : undefined
  }
  highlight.isFresh = true
  return highlight
}
