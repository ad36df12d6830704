/** Text and code that is nearly a directive. */
import type {Code, Paragraph} from 'mdast'
import type {MystDirective} from '../ast/nodes.js'
import {type Report, shown} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {parseDirectiveHeader} from '../syntax/directive/header.js'
import {type Locate, placesOf, type TextPlaces} from './text-places.js'

export interface NearDirectiveOptions {
  source: string
  locate: Locate
  /** Whether a directive has the name. */
  known(name: string): boolean
  /** Whether colons open directives. */
  colonFence: boolean
  /** Directives in each other at most. */
  maxDepth: number
  report: Report
}

const colonLine = /^[ \t]*(:{2,})([ \t]*)(?:(\{)[ \t]*)?([A-Za-z][\w:-]*)[ \t]*(\}?)(.*)/
const codeLine = /^(`{3,}|~{3,})[ \t]*\{[ \t]*([A-Za-z][\w:-]*)[ \t]*(\}?)(.*)/
const spacedName = /^(:{3,})[ \t]*\{[ \t]*([A-Za-z][\w-]*)[ \t]+([A-Za-z][^{}\n]*)\}/
const backticks = /^[ \t]*(`{3,})[ \t]*\{[ \t]*([A-Za-z][\w:-]*)(?=[ \t}])/
const foreign = [
  {form: 'reStructuredText', head: /^\.\.[ \t]+([a-z][\w:-]*)::(?=[ \t]|$)/},
  {form: 'the form of MkDocs', head: /^(?:!!!|\?{3}\+?)[ \t]+([a-z][\w-]*)(?=[ \t]+"|[ \t]*$)/}
] as const
const rstTarget = /^\.\.[ \t]+_([^:`\s][^:`]*):[ \t]*$/
const bareName = /^:{3,}[ \t]*([A-Za-z][\w-]*)[ \t]*(?=[\r\n]|$)/

/** Report what is nearly a directive of a known name; it stays as it is. */
export function reportNearDirectives(seen: Survey, options: NearDirectiveOptions): void {
  const {source, locate, known, colonFence, maxDepth, report} = options
  seen.nodes('paragraph').forEach(checkParagraph)
  seen.nodes('code').forEach(checkCode)
  for (const node of seen.nodes('mystDirective')) if (node.name === 'div') checkDiv(node)

  function checkParagraph({children}: Paragraph): void {
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      if (child?.type !== 'text' || !/::|\.\. |```|!!!|\?{3}/.test(child.value)) continue
      const places = placesOf(child, source, locate)
      let from = index === 0 || children[index - 1]?.type === 'break' ? 0 : child.value.indexOf('\n') + 1
      if (from === 0 && index > 0 && children[index - 1]?.type !== 'break') continue
      for (;;) {
        const end = child.value.indexOf('\n', from)
        const line = child.value.slice(from, end < 0 ? undefined : end)
        checkLine(line, from, places)
        if (end < 0) break
        from = end + 1
      }
    }
  }

  function checkLine(line: string, from: number, places: TextPlaces): void {
    const sayForeign = (form: string, write: string, length: number): void =>
      report({
        ruleId: 'near-directive',
        reason: `this is ${form}, and is shown as text: write ${write}`,
        position: places.place(from, from + length)
      })
    for (const {form, head} of foreign) {
      const [whole, word] = head.exec(line) ?? []
      if (whole === undefined || word === undefined || !known(word)) continue
      sayForeign(form, `\`\`\`{${word}} here and \`\`\` after its body`, whole.length)
      return
    }
    const [target, label] = rstTarget.exec(line) ?? []
    if (target !== undefined) {
      sayForeign('reStructuredText', `(${label})=`, target.trimEnd().length)
      return
    }
    const [head, fence, fenced] = backticks.exec(line) ?? []
    if (head !== undefined && fence !== undefined && fenced !== undefined && known(fenced)) {
      const start = from + line.indexOf(fence)
      if (places.literal(start))
        report({
          ruleId: 'near-directive',
          reason: `"${fenced}" is nearly a directive, and is shown as text: no backtick may stand behind a fence of backticks, write ~~~{${fenced}} and ~~~ after its body`,
          position: places.place(start, from + head.length + (line[head.length] === '}' ? 1 : 0))
        })
      return
    }
    const [, colons, space, open, name, close, rest] = colonLine.exec(line) ?? []
    if (
      colons === undefined ||
      name === undefined ||
      !known(name) ||
      !places.literal(from + line.indexOf(':'))
    )
      return
    if (!colonFence || (open === undefined && (colons.length < 3 || close === '}'))) return
    const start = from + line.indexOf(':')
    const brace = from + line.indexOf('{')
    const nameStart = from + line.indexOf(name, line.indexOf(colons) + colons.length)
    const nameEnd = nameStart + name.length
    const write = `write \`${colons.length < 3 ? ':::' : colons}{${name}}\``
    const say = (what: string, to: number, at = start): void =>
      report({
        ruleId: 'near-directive',
        reason: `"${name}" is nearly a directive, and is shown as text: ${what}`,
        position: places.place(at, to)
      })
    if (open === undefined) {
      // Prose after colons is rare; a word alone would be a div.
      if (space === '' && rest?.trim()) say(`${write} with braces around the name`, nameEnd)
      return
    }
    if (!places.literal(brace)) say(`${write} without the backslash`, brace + 1)
    else if (colons.length < 3) say(`a fence has three colons at least, ${write}`, start + colons.length)
    else if (close === '') say(`the closing brace is missing, ${write}`, nameEnd, brace)
    else if (parseDirectiveHeader(line.trim())) tooDeep(name, places.place(start, nameEnd + 1))
  }

  function checkCode({lang, position}: Code): void {
    const from = position?.start.offset
    if (!lang?.startsWith('{') || !position || from === undefined) return
    const end = /[\r\n]|$/.exec(source.slice(from, from + 400))?.index ?? 0
    const line = source.slice(from, from + end)
    const [, fence, name, close, rest] = codeLine.exec(line) ?? []
    if (fence === undefined || name === undefined || !known(name)) return
    const brace = from + line.indexOf('{')
    const nameEnd = from + line.indexOf(name) + name.length
    const at = {start: locate(brace), end: locate(nameEnd + (close?.length ?? 0))}
    if (close === '') {
      if (rest === '')
        report({
          ruleId: 'near-directive',
          reason: `"${name}" is nearly a directive, and is shown as code: the closing brace is missing, write ${shown(`${fence}{${name}}`)}`,
          position: at
        })
    } else if (parseDirectiveHeader(line)) tooDeep(name, at)
  }

  /** `:::{note Title}` and `:::note` are a `div` whose classes are these words. */
  function checkDiv({position}: MystDirective): void {
    const from = position?.start.offset
    if (from === undefined) return
    const text = source.slice(from, from + 400)
    const [bare = '', word] = bareName.exec(text) ?? []
    if (word !== undefined && word !== 'div' && known(word))
      report({
        ruleId: 'near-directive',
        reason: `"${word}" is nearly a directive, and is a div of this class: if that is not meant, write ${shown(bare.trimEnd().replace(word, `{${word}}`).replace(/[ \t]/g, ''))}`,
        position: {start: locate(from), end: locate(from + bare.trimEnd().length)},
        severity: 'info'
      })
    const [head = '', colons, name, rest] = spacedName.exec(text) ?? []
    if (name === undefined || !known(name)) return
    report({
      ruleId: 'near-directive',
      reason: `"${name}" is nearly a directive, and is a div of these classes: close the brace after the name, write ${shown(`${colons}{${name}} ${rest}`)}`,
      position: {start: locate(from), end: locate(from + head.length)}
    })
  }

  function tooDeep(name: string, position: Paragraph['position']): void {
    report({
      ruleId: 'too-deep',
      reason: `"${name}" stands in more than ${maxDepth} directives, and is shown as text`,
      position
    })
  }
}
