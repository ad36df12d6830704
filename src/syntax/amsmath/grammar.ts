/** The grammar of bare LaTeX environments. */

/** The names that MyST-Parser takes; each may have a star. */
export const environments: readonly string[] = [
  'equation',
  'multline',
  'gather',
  'align',
  'alignat',
  'flalign',
  'matrix',
  'pmatrix',
  'bmatrix',
  'Bmatrix',
  'vmatrix',
  'Vmatrix',
  'eqnarray'
]

const known = new Set(environments)

/**
 * The environment that a line opens, with its star.
 *
 * @example
 * openedEnvironment('\\begin{align*} a') // 'align*'
 */
export function openedEnvironment(line: string): string | undefined {
  const [, name = '', star = ''] = /^\\begin\{([A-Za-z]{1,20})(\*?)\}/.exec(line) ?? []
  return known.has(name) ? name + star : undefined
}

/**
 * The environment that a line closes: nothing but a full stop or a comma stands behind.
 *
 * @example
 * closedEnvironment('c = d \\end{align*}.') // 'align*'
 */
export function closedEnvironment(line: string): string | undefined {
  const at = line.lastIndexOf('\\end{')
  return at === -1 ? undefined : /^\\end\{([A-Za-z]{1,20}\*?)\}[\s.,;]*$/.exec(line.slice(at))?.[1]
}

/** A `\label{…}` in TeX. */
export interface TexLabel {
  label: string
  start: number
  end: number
}

/**
 * The first label in a piece of TeX.
 *
 * @example
 * texLabel('a = b \\label{eq:one}') // {label: 'eq:one', start: 13, end: 19}
 */
export function texLabel(tex: string): TexLabel | undefined {
  const match = /\\label\{([^{}\n]*)\}/.exec(tex)
  const label = match?.[1]?.trim()
  if (!match || !label) return
  const start = match.index + match[0].indexOf(label, 7)
  return {label, start, end: start + label.length}
}
