/** The words that a page shows without an author having written them. */
import {own} from '../names/own.js'

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
  todo: 'Todo',
  versionadded: 'Added in version %s',
  versionchanged: 'Changed in version %s',
  deprecated: 'Deprecated since version %s',
  versionremoved: 'Removed in version %s',
  contents: 'Contents',
  cards: 'Cards',
  details: 'Details',
  tab: 'Tab',
  tabs: 'Tabs',
  showCode: 'Show the code',
  proof: 'Proof',
  theorem: 'Theorem',
  axiom: 'Axiom',
  lemma: 'Lemma',
  definition: 'Definition',
  criterion: 'Criterion',
  remark: 'Remark',
  conjecture: 'Conjecture',
  corollary: 'Corollary',
  algorithm: 'Algorithm',
  example: 'Example',
  property: 'Property',
  observation: 'Observation',
  proposition: 'Proposition',
  assumption: 'Assumption',
  notation: 'Notation',
  exercise: 'Exercise',
  solution: 'Solution',
  footnotes: 'Footnotes',
  backToReference: 'Back to the text',
  taskDone: 'Done',
  taskOpen: 'To do',
  skipToContent: 'Skip to the text',
  menu: 'Menu',
  pages: 'Pages',
  onThisPage: 'On this page',
  neighbours: 'Previous and next page',
  previous: 'Previous',
  next: 'Next',
  theme: 'Theme',
  themeAuto: 'Auto',
  themeLight: 'Light',
  themeDark: 'Dark',
  notFound: 'Page not found',
  notRendered: 'This page is not written in Markdown, so it is not shown here.',
  source: 'Its source',
  notFoundText: 'There is no page at this address. Its new place may be in this list:'
} as const

export type WordKey = keyof typeof englishWords

/** Words of languages, by the first part of a language tag. */
export type Translations = Readonly<Record<string, Readonly<Partial<Record<WordKey, string>>>>>

/**
 * The words of a language, as far as they are known.
 *
 * @param language a tag such as `de` or `de-CH`.
 * @example
 * wordsOf('de-CH', {de: {note: 'Bemerkung'}}).note // 'Bemerkung'
 */
export function wordsOf(
  language: string | undefined,
  translations: Translations | undefined
): Partial<Record<WordKey, string>> {
  const first = language?.split(/[-_]/)[0]?.toLowerCase() ?? 'en'
  return own(translations, first) ?? {}
}
