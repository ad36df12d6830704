/** Sphinx's names for warnings, and our rules that say the same. */
import {stringsOf} from './source.js'

const rules: Readonly<Record<string, readonly string[]>> = {
  'myst.xref_missing': ['unknown-label', 'unknown-document', 'unknown-anchor', 'unknown-file', 'made-page'],
  'myst.xref_ambiguous': ['ambiguous-reference'],
  'myst.iref_missing': ['unknown-external-target'],
  'myst.iref_ambiguous': ['ambiguous-reference'],
  'myst.header': ['heading-level'],
  'myst.substitution': ['unknown-substitution', 'substitution-cycle', 'substitution-expression'],
  'myst.directive_unknown': ['unknown-directive'],
  'myst.role_unknown': ['unknown-role'],
  'myst.directive_option': ['unknown-option', 'invalid-option'],
  'ref.ref': ['unknown-label', 'made-page'],
  'ref.doc': ['unknown-document'],
  'ref.term': ['unknown-term'],
  'ref.numref': ['unnumbered-reference'],
  'ref.footnote': ['unused-footnote', 'undefined-footnote'],
  'ref.citation': ['missing-citation'],
  'image.not_readable': ['unknown-image'],
  'download.not_readable': ['unknown-file'],
  'toc.circular': ['circular-toctree'],
  'toc.not_included': ['orphan-page'],
  'toc.not_readable': ['unknown-document']
}

/** What `suppress_warnings` silences. A name without a dot means all below it. */
export function messageRulesOf(value: unknown): {rule: string; severity: 'off'}[] {
  const found = stringsOf(value).flatMap((name) =>
    Object.entries(rules).flatMap(([theirs, own]) =>
      theirs === name || theirs.startsWith(`${name.replace(/\.\*$/, '')}.`) ? own : []
    )
  )
  return [...new Set(found)].map((rule) => ({rule, severity: 'off'}))
}
