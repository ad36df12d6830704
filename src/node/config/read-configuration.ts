/** All that a folder says of itself: the files that count, and what they come to. */
import {projectPath} from '../../names/paths.js'
import type {Formats} from '../formats.js'
import {sphinxFileName, takeConfPy} from './conf-py.js'
import type {IgnoredSetting} from './ignored.js'
import {bookFileName, isBook, takeBook} from './jupyter-book.js'
import {mystFileName, takeMystYml} from './myst-yml.js'
import {configFileName, takeOwnConfig} from './own-config.js'
import {readPythonSource} from './python-source.js'
import type {ProjectFile} from './schema.js'
import {createSettings, type Setting} from './settings.js'
import {type ConfigSource, stringsOf, type Tell} from './source.js'
import type {TocPlan} from './toc.js'
import {planToc, type TocOptions, tocFileName} from './toc-yml.js'
import {readJsonSource, readYamlSource} from './yaml-source.js'

/** How many files may extend each other in a row. */
const maxExtends = 10

/** A file may be extended by several, and these by several again. */
const maxExtended = 100

/** What a folder says of itself. */
export interface Configuration {
  config: ProjectFile
  /** Each setting with where it is from. */
  settings: readonly Setting[]
  /** What the tool of the files knows, and what has no effect here. */
  ignored: readonly IgnoredSetting[]
  /** The files that were read, in the order in which they count: the last wins. */
  files: readonly string[]
  toc: TocPlan | undefined
  /** Formats of pages, by ending. */
  formats: Formats
}

/**
 * Read the configuration of a folder: `myst.yml`, or a book's `_config.yml`, or `conf.py`, and over it
 * `mystmark.config.json`.
 *
 * @param module what the project's own module exports, which stands for `mystmark.config.json`.
 * @param read gives the text of a file of the project, or `undefined` where there is none.
 */
export function readConfiguration(
  read: (path: string) => string | undefined,
  tell: Tell,
  module?: ConfigSource
): Configuration {
  const settings = createSettings()
  const files: string[] = []
  let notebooks = false
  let extended = 0
  const open = <T>(file: string, parse: (text: string) => T): T | undefined => {
    const text = read(file)
    if (text === undefined) return undefined
    files.push(file)
    return parse(text)
  }
  const toc = takeMyst(mystFileName) ?? takeOthers()
  const own = module ?? open(configFileName, (text) => readJsonSource(text, {file: configFileName, tell}))
  if (module) files.push(module.file)
  if (own) takeOwnConfig(own, settings, tell)
  const theirs = files.some((file) => !file.startsWith('mystmark.config.'))
  const {config, ...rest} = settings.finish(tell)
  // Sphinx has the one unless its project names others, and the other by an extension.
  const stated = rest.settings.some(({key, source}) => key === 'formats' && source !== own)
  const formats: Formats = {
    '.md': 'markdown',
    ...(theirs && !stated ? {'.rst': 'restructuredtext'} : {}),
    ...(theirs && (notebooks || !files.includes(sphinxFileName)) ? {'.ipynb': 'notebook'} : {}),
    ...config.formats
  }
  return {config, ...rest, files, toc, formats}

  /** Books and Sphinx's projects: the first of the files that is there counts. */
  function takeOthers(): TocPlan | undefined {
    if (files.includes(mystFileName)) return takeToc(tocFileName, {onlyListed: true, numbersGoOn: true})
    const faults: Parameters<Tell>[] = []
    const book = open(bookFileName, (text) =>
      readYamlSource(text, {file: bookFileName, words: true, tell: (...fault) => faults.push(fault)})
    )
    if (book && (isBook(book) || read(tocFileName) !== undefined)) {
      for (const fault of faults) tell(...fault)
      return takeToc(tocFileName, takeBook(book, settings, tell))
    }
    // Another tool's, Jekyll's.
    files.length = 0
    const python = open(sphinxFileName, (text) => readPythonSource(text, sphinxFileName, tell))
    if (python) {
      const {tocFile, hasNotebooks, ...options} = takeConfPy(python, settings, tell)
      notebooks = hasNotebooks
      return tocFile === undefined ? undefined : takeToc(tocFile, options)
    }
    return takeToc(tocFileName, {onlyListed: false, numbersGoOn: true})
  }

  function takeToc(file: string, options: TocOptions): TocPlan | undefined {
    const source = open(file, (text) => readYamlSource(text, {file, tell, words: true, list: true}))
    return source && planToc(source, options, tell)
  }

  function takeMyst(file: string, above: readonly string[] = []): TocPlan | undefined {
    const source = open(file, (text) => readYamlSource(text, {file, tell}))
    if (!source) return undefined
    if (above.length === 0) settings.set('flavour', 'mystmd', source, [])
    const inherited = extendedBy(source, [...above, file])
    return takeMystYml(source, settings, tell) ?? inherited
  }

  function extendedBy(source: ConfigSource, above: readonly string[]): TocPlan | undefined {
    let toc: TocPlan | undefined
    for (const [index, given] of stringsOf(source.value.extends).entries()) {
      const wrong = (reason: string): void =>
        tell(source.file, {
          ruleId: 'invalid-config-value',
          reason: `"extends": ${reason}`,
          position: source.place(['extends', index])
        })
      const path = projectPath(source.file, given)
      if (/^https?:/i.test(given)) wrong(`"${given}" is not fetched; copy the file into the project`)
      else if (path === undefined) wrong(`"${given}" is outside of the project`)
      else if (above.includes(path)) wrong(`"${given}" extends this file itself`)
      else if (above.length > maxExtends) wrong(`more than ${maxExtends} files extend each other`)
      else if (++extended > maxExtended) wrong(`more than ${maxExtended} files are extended in all`)
      else if (read(path) === undefined) wrong(`there is no file "${given}" in the project`)
      else toc = takeMyst(path, above) ?? toc
    }
    return toc
  }
}
