/** The grammar of substitutions, `{{ expression }}`. */

/**
 * Read a line that is one substitution and nothing else.
 *
 * @returns what stands between the braces, as written.
 * @example
 * parseSubstitutionLine('{{ name }}') // ' name '
 * parseSubstitutionLine('{{ a }} {{ b }}') // undefined
 */
export function parseSubstitutionLine(line: string): string | undefined {
  const [, inner] = /^\{\{([^{}]+)\}\}[ \t]*$/.exec(line) ?? []
  return inner?.trim() ? inner : undefined
}

/**
 * What stands between the braces of a substitution in running text: a further line of a paragraph has no indent.
 *
 * @example
 * inlineSubstitutionValue('{{ a |\n  upper }}') // ' a |\nupper '
 */
export function inlineSubstitutionValue(source: string): string {
  return source.slice(2, -2).replace(/(\r\n?|\n)[ \t]+/g, '$1')
}

/**
 * Whether the text of a substitution begins with a directive: then it is blocks wherever it stands (MyST-Parser).
 *
 * @example
 * startsWithDirective(':::{note}\nText\n:::') // true
 */
export function startsWithDirective(value: string): boolean {
  return /^\s*(?:`{3,}|~{3,}|:{3,})\s*\{[^\s{}]+\}/.test(value)
}
