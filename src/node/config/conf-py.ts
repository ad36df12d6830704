/** Sphinx's `conf.py`. */
import type {PythonSource} from './python-source.js'
import type {Settings} from './settings.js'
import {stringsOf, type Tell} from './source.js'
import {ourKeyOf, readNames, sphinxSettings, takeSphinxSettings} from './sphinx-settings.js'

export const sphinxFileName = 'conf.py'

/** Languages whose quotes docutils leaves alone. */
const noSmartQuotes = /^(?:ja|zh)/

/** What a `conf.py` says beside its settings. */
export interface SphinxProject {
  /** The table of contents that stands in a file of its own, if there is one. */
  tocFile: string | undefined
  /** Whether an extension renders notebooks. */
  hasNotebooks: boolean
  onlyListed: boolean
  numbersGoOn: boolean
}

/** Take the settings of a `conf.py`. What matters and would have to be run is said. */
export function takeConfPy(source: PythonSource, settings: Settings, tell: Tell): SphinxProject {
  const {value, file} = source
  settings.set('flavour', 'sphinx', source, [])
  // What MyST-Parser and Sphinx do unasked.
  if (!source.has('myst_enable_extensions')) settings.set('extensions', [], source, [])
  const language = typeof value.language === 'string' ? value.language : 'en'
  if (!source.has('smartquotes') && !noSmartQuotes.test(language))
    settings.set('smartquotes', true, source, [])
  takeSphinxSettings(source, [], value, settings, tell)
  for (const name of [...Object.keys(sphinxSettings), 'extensions', 'numfig', 'numfig_format']) {
    // The site's title may well be made of others.
    if (name === 'html_title' && value.project !== undefined) continue
    const own = ourKeyOf(name)
    for (const {range, conditional, source: code} of source.unread(name)) {
      const shown = code.split('\n')[0]?.slice(0, 60) ?? ''
      tell(file, {
        ruleId: 'config-not-read',
        severity: conditional ? 'info' : 'warning',
        reason: conditional
          ? `"${name}" may change here, as nothing of the file is run: what stands outside of conditions counts`
          : `"${name}" is not read: \`${shown}\` would have to be run; write it out${own ? `, or set "${own}" in mystmark.config.json` : ''}`,
        position: source.placeOf(range)
      })
    }
  }
  settings.ignore(source, [], source.names, [
    ...readNames,
    ...['extensions', 'external_toc_path', 'external_toc_exclude_missing', 'tags']
  ])
  const extensions = stringsOf(value.extensions)
  const path = typeof value.external_toc_path === 'string' ? value.external_toc_path : '_toc.yml'
  return {
    tocFile:
      extensions.includes('sphinx_external_toc') || source.unread('extensions').length > 0 ? path : undefined,
    hasNotebooks: extensions.some((name) => name === 'myst_nb' || name === 'nbsphinx'),
    onlyListed: value.external_toc_exclude_missing === true,
    numbersGoOn: extensions.includes('sphinx_multitoc_numbering')
  }
}
