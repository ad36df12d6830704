/** The words that a page shows without an author having written them. */

/** By key; a language may give any of them. */
export const englishWords = {
  attention: 'Attention',
  caution: 'Caution',
  danger: 'Danger',
  error: 'Error',
  hint: 'Hint',
  important: 'Important',
  note: 'Note',
  seealso: 'See also',
  tip: 'Tip',
  warning: 'Warning',
  admonition: 'Note',
  footnotes: 'Footnotes',
  backToReference: 'Back to the text'
} as const

export type WordKey = keyof typeof englishWords
