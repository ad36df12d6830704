/** Jupyter Book's `_config.yml`. */
import type {Settings} from './settings.js'
import {type ConfigSource, isRecord, type Tell, tellUnknownKeys} from './source.js'
import {readNames, takeSphinxSettings} from './sphinx-settings.js'

export const bookFileName = '_config.yml'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const topKeys = words(
  `title author email copyright logo description exclude_patterns only_build_toc_files execute parse html latex
  launch_buttons repository sphinx bibtex_bibfiles use_multitoc_numbering external_toc_path project language comments
  version release format`
)
const parseKeys = words('myst_enable_extensions myst_extended_syntax myst_url_schemes myst_substitutions')
const sphinxKeys = words('extra_extensions local_extensions recursive_update config')
/** What makes the file a book's, and not Jekyll's, which has a file of that name. */
const telling = [
  'execute',
  'parse',
  'sphinx',
  'launch_buttons',
  'latex',
  'bibtex_bibfiles',
  'only_build_toc_files'
]

/** What Jupyter Book turns on unasked. */
const usualExtensions = ['colon_fence', 'dollarmath', 'linkify', 'substitution', 'tasklist']

/** What a book says beside its settings. */
export interface Book {
  onlyListed: boolean
  numbersGoOn: boolean
}

/** Whether a `_config.yml` is a book's. */
export function isBook({value}: ConfigSource): boolean {
  return telling.some((key) => Object.hasOwn(value, key))
}

/** Take the settings of a book. */
export function takeBook(source: ConfigSource, settings: Settings, tell: Tell): Book {
  const {value} = source
  const part = (name: string) => {
    const own = value[name]
    return isRecord(own) ? own : {}
  }
  const [parse, html, sphinx] = [part('parse'), part('html'), part('sphinx')]
  tellUnknownKeys(source, [], value, topKeys, tell)
  tellUnknownKeys(
    source,
    ['parse'],
    Object.fromEntries(Object.entries(parse).filter(([key]) => !key.startsWith('myst_'))),
    parseKeys,
    tell
  )
  tellUnknownKeys(source, ['sphinx'], sphinx, sphinxKeys, tell)
  settings.set('flavour', 'jupyter-book', source, [])
  settings.set('extensions', usualExtensions, source, [])
  settings.set('smartquotes', true, source, [])
  settings.set('dollarmath', {doubleInline: true}, source, [])
  // Where the book has such a folder.
  settings.set('static', ['_static'], source, [])
  settings.set('styles', ['_static/**/*.css'], source, [])
  const {title, logo, exclude_patterns, bibtex_bibfiles, language} = value
  const config = isRecord(sphinx.config) ? sphinx.config : {}
  if (config.numfig !== false) settings.set('numbering', {all: true}, source, [])
  takeSphinxSettings(source, [], {exclude_patterns, bibtex_bibfiles, language}, settings, tell)
  if (title) settings.set('title', title, source, ['title'])
  if (logo) settings.set('logo', logo, source, ['logo'])
  if (html.favicon) settings.set('favicon', html.favicon, source, ['html', 'favicon'])
  if (html.baseurl) settings.set('siteUrl', html.baseurl, source, ['html', 'baseurl'])
  takeSphinxSettings(source, ['parse'], parse, settings, tell)
  takeSphinxSettings(source, ['sphinx', 'config'], config, settings, tell)
  settings.ignore(source, [], Object.keys(value), [
    ...words('title logo exclude_patterns bibtex_bibfiles language parse html sphinx'),
    ...words('only_build_toc_files use_multitoc_numbering')
  ])
  settings.ignore(source, ['html'], Object.keys(html), ['baseurl', 'favicon'])
  settings.ignore(source, ['parse'], Object.keys(parse), readNames)
  settings.ignore(source, ['sphinx'], Object.keys(sphinx), ['config'])
  settings.ignore(source, ['sphinx', 'config'], Object.keys(config), [...readNames, 'use_multitoc_numbering'])
  return {
    onlyListed: value.only_build_toc_files === true,
    numbersGoOn: (value.use_multitoc_numbering ?? config.use_multitoc_numbering) !== false
  }
}
