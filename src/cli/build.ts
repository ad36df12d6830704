/** `mystmark build`: a project as a site. */
import {relative, resolve, sep} from 'node:path'
import {buildSite} from '../node/build-site.js'
import {defineCommand, Misuse, oneOf} from './command.js'
import {
  engineOption,
  engines,
  fetchOptions,
  fetchRules,
  inventoryOption,
  loadFolder,
  readInventories
} from './load.js'
import {countFindings, countPages, fromCwd, hasFindings, severityOf} from './report.js'
import {textReport} from './report-causes.js'

const styles = ['file', 'folder'] as const

export const build = defineCommand({
  name: 'build',
  summary: 'Build a project as a site.',
  positionals: ['FOLDER'],
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'FOLDER',
      help: 'Where the site goes; "out" of the configuration if left out.'
    },
    base: {type: 'string', value: 'PATH', help: 'The path that the site will stand at, as /handbook/.'},
    'url-style': {type: 'string', value: styles.join('|'), help: 'name.html or name/; file if left out.'},
    strict: {type: 'boolean', help: 'Exit with 1 if there are warnings, not only errors.'},
    engine: engineOption,
    inventory: inventoryOption,
    ...fetchOptions
  },
  examples: [
    'mystmark build docs -o site',
    'mystmark build docs -o site --base /handbook/ --url-style folder'
  ],
  async run([folder = ''], values, io) {
    const {cwd, stderr, stdout, colors, interactive} = io
    const fetch = fetchRules(values, io)
    const {base, strict, inventory = []} = values
    const urlStyle = oneOf('--url-style', values['url-style'], styles)
    const inventories = await readInventories(inventory, cwd, fetch)
    const given = values.out === undefined ? undefined : resolve(cwd, values.out)
    const loaded = await loadFolder(folder, cwd, {
      inventories,
      out: given,
      fetch,
      engine: oneOf('--engine', values.engine, engines)
    })
    const {out} = loaded
    if (out === undefined) throw new Misuse('where to? Give -o FOLDER, or "out" in mystmark.config.json')
    const start = performance.now()
    const onProgress = (done: number, total: number, page: string): void => {
      stderr.write(`\r\u001B[2K${done}/${total} ${page}${done === total ? '\r\u001B[2K' : ''}`)
    }
    const site = await buildSite({
      loaded,
      out,
      ...(base === undefined ? {} : {base}),
      urlStyle,
      ...(interactive ? {onProgress} : {})
    }).catch((error: unknown) => {
      // The folder cannot be written, or holds what is not a site.
      throw new Misuse(error instanceof Error ? error.message.replace(/^mystmark: /, '') : String(error))
    })
    const messages = [
      ...Object.values(inventories).flatMap((each) => each.messages),
      ...loaded.messages,
      ...site.messages
    ]
    const report = textReport(messages, (file) => fromCwd(loaded.root, cwd, file), colors)
    if (report) stderr.write(report)
    for (const page of site.failed) stderr.write(`${colors.red('failed:')} ${page}\n`)
    const broken = messages.some((message) => severityOf(message) === 'error')
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const parts = [
      countPages(site.pages, loaded.unrendered.length),
      ...countFindings(messages),
      `${seconds} s`
    ]
    stderr.write(`${broken ? colors.red('✖') : colors.green('✔')} ${parts.join(', ')}\n`)
    stdout.write(`${relative(cwd, out).replaceAll(sep, '/') || '.'}\n`)
    return broken || (strict && hasFindings(messages)) ? 1 : 0
  }
})
