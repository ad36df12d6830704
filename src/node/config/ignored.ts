/** Settings that another tool knows and that say nothing here, each with why. */
import type {ConfigSource, Path} from './source.js'

/** A setting that has no effect. */
export interface IgnoredSetting {
  source: ConfigSource
  /** Where `source` has it. */
  path: Path
  reason: string
}

/** By the last name of the path; the first that fits counts. */
const reasons: readonly (readonly [test: RegExp, reason: string])[] = [
  [/^setup$/, 'a function is not run'],
  [
    /^(?:html_(?:theme|sidebars|context|style$|show|copy|title|use)|template|nav$|actions$|parts$|hide_|logo_|design|twitter$)/,
    'sites have a look of their own, which `styles` changes'
  ],
  [/^templates_path$|^html_additional_pages$/, 'no templates are filled; write a page'],
  [
    /^(?:latex|texinfo|man|epub|text|gettext|locale|devhelp|qthelp|applehelp|htmlhelp|xml|exports?$|figure_language|myst_to_tex)/,
    'sites of HTML alone are made'
  ],
  [
    /^(?:nb_|jupyter|jupytext|kernelspec|execut|thebe|launch_buttons|binder|requirements$|resources$|skip_execution)/,
    'nothing is run'
  ],
  [
    /^(?:auto|apidoc|napoleon|viewcode|doctest|coverage|inheritance|numpydoc|add_|python_|toc_object)/,
    'no code is read'
  ],
  [/^(?:linkcheck|nitpick)/, 'addresses of other sites are not asked; `messages` says which rules count'],
  [/^(?:rediraffe|notfound)/, 'pages that are gone, and that are not found, have pages of our own'],
  [/^(?:extra|local)_extensions$/, 'what there is, is on'],
  [
    /^(?:repository|github|edit_url|source_url|comments|html_last_updated|analytics|google|ogp_|sitemap|html_search|use_|home_page|announcement|extra_(?:navbar|footer))/,
    'sites have no such part'
  ],
  [
    /^(?:authors?|email|copyright|version|release|description|date|keywords|license|doi|venue|subject|funding|affiliations?|id|open_access|banner|thumbnail|subtitle|short_title|biblio)$/,
    'is shown nowhere'
  ]
]

/** Why a setting has no effect. */
export function reasonFor(name: string): string {
  return reasons.find(([test]) => test.test(name))?.[1] ?? 'has no effect here'
}
