/** `mystmark config`: what the configuration of a project comes to, and which file says it. */
import {defineCommand, oneOf} from './command.js'
import {loadFolder} from './load.js'
import {countPages, fromCwd, hasFindings, toData} from './report.js'
import {textReport} from './report-causes.js'

const formats = ['text', 'json'] as const

/** Longer values are cut in the text. */
const maxWidth = 60

export const config = defineCommand({
  name: 'config',
  summary: 'Show what the configuration of a project comes to, and which file says it.',
  positionals: ['FOLDER'],
  options: {
    format: {type: 'string', value: formats.join('|'), help: 'text if left out.'}
  },
  examples: ['mystmark config docs', 'mystmark config docs --format json'],
  async run([folder = ''], values, io) {
    const {cwd, stdout, stderr, colors} = io
    const format = oneOf('--format', values.format, formats)
    // Nothing is fetched to show where it would come from.
    const loaded = await loadFolder(folder, cwd, {fetch: {offline: true}})
    const {project, unrendered, toc, configFiles, root} = loaded
    const messages = loaded.messages.filter(
      ({file = '', ruleId = ''}) => configFiles.includes(file) && !ruleId.startsWith('inventory-')
    )
    const settings = loaded.settings.map(({key, entry, value, source, path}) => {
      const start = source.place(path)?.start
      return {
        key: entry === undefined ? key : `${key}.${entry}`,
        value,
        file: source.file,
        line: start?.line ?? null,
        column: start?.column ?? null,
        name: path.map(String).join('.')
      }
    })
    if (toc) {
      const {line = null, column = null} = toc.position?.start ?? {}
      settings.push({key: 'toc', value: toc.pages, file: toc.file, line, column, name: ''})
    }
    const ignored = loaded.ignoredSettings.map(({source, path, reason}) => {
      const start = source.place(path, true)?.start
      const [line, column] = [start?.line ?? null, start?.column ?? null]
      return {name: path.map(String).join('.'), file: source.file, line, column, reason}
    })
    if (format === 'json') {
      const pages = project.pages.length
      const result = {
        files: configFiles,
        pages,
        unrendered: unrendered.length,
        settings,
        ignored,
        messages: messages.map(toData)
      }
      stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    } else {
      const width = Math.max(0, ...settings.map(({key}) => key.length))
      for (const {key, value, file, line, name} of settings) {
        const shown = JSON.stringify(value) ?? ''
        const cut = shown.length > maxWidth ? `${shown.slice(0, maxWidth - 1)}…` : shown
        const place = `${fromCwd(root, cwd, file)}${line === null ? '' : `:${line}`}`
        stdout.write(`${key.padEnd(width)}  ${cut}  ${place}${name && name !== key ? ` ${name}` : ''}\n`)
      }
      for (const {name, file, line, reason} of ignored)
        stdout.write(
          `${'-'.padEnd(width)}  ${name}: ${reason}  ${fromCwd(root, cwd, file)}${line === null ? '' : `:${line}`}\n`
        )
      stderr.write(textReport(messages, (file) => fromCwd(root, cwd, file), colors))
      const all = countPages(project.pages.length + unrendered.length, unrendered.length)
      stdout.write(`${'pages'.padEnd(width)}  ${all.replace(/ pages?/, '')}\n`)
      stderr.write(`${configFiles.length > 0 ? configFiles.join(', ') : 'no configuration'}\n`)
    }
    return hasFindings(messages) ? 1 : 0
  }
})
