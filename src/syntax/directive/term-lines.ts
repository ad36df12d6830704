/** The grammar of a body in Sphinx's writing of glossaries: terms at the margin, definitions indented. */

/**
 * Whether a line is a term: it begins at the margin, and is no comment and no label.
 *
 * @param line without what the container takes.
 * @example
 * isTermLine('Kernel') // true
 */
export function isTermLine(line: string): boolean {
  return /^(?!%|\([^()]*\)=\s*$)\S/.test(line)
}

/**
 * Whether a line says that the body is a definition list as Markdown has it.
 *
 * @example
 * isDefinitionLine(': what runs the code') // true
 */
export function isDefinitionLine(line: string): boolean {
  return /^ {0,3}[:~][ \t]+\S/.test(line)
}
