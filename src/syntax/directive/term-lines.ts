/** The grammar of a body in Sphinx's writing of glossaries: terms at the margin, definitions indented. */
import {descriptionAfter, opensDescription} from '../definition-list/grammar.js'

/**
 * Whether a line is a term: it begins at the margin, and is no comment, no label and no definition of a link.
 *
 * @param line without what the container takes.
 * @example
 * isTermLine('Kernel') // true
 */
export function isTermLine(line: string): boolean {
  return /^(?!%|\([^()]*\)=\s*$|\[[^\]]+\]:)\S/.test(line)
}

/** What a term of a definition list does not begin with: it is another block's. */
const otherBlock = /^(?:[-+*>#|:]|=+\s*$|\{[^}]*\}\s*$|\d+[.)]|`{3}|~{3}|\$\$|\\(?:begin|end)\{)/

/**
 * Whether a line says that the body is a definition list as Markdown has it.
 *
 * @param line without what the container takes.
 * @param above the two lines above it, or as many as there are.
 * @example
 * isDefinitionLine(': what runs the code', ['Kernel']) // true
 */
export function isDefinitionLine(line: string, above: readonly string[]): boolean {
  if (!opensDescription(line)) return false
  return above.some((term, index) => {
    const next = [...above.slice(index + 1), line]
    const place = {before: 0, quotes: 0}
    return (
      isTermLine(term) &&
      !otherBlock.test(term) &&
      descriptionAfter(term.trimEnd(), place, [next[0], next[1]]) === next.length
    )
  })
}
