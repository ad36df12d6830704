/** `mystmark check`: every page, every reference; prints what is wrong. */
import {renderPages} from '../node/render-pages.js'
import {defineCommand, oneOf} from './command.js'
import {
  engineOption,
  engines,
  fetchOptions,
  fetchRules,
  inventoryOption,
  loadFolder,
  readInventories
} from './load.js'
import {count, countFindings, countPages, fromCwd, hasFindings, toData} from './report.js'
import {causeReport} from './report-causes.js'
import {githubReport} from './report-github.js'
import {sarifReport} from './report-sarif.js'
import {version} from './version.js'

const formats = ['text', 'json', 'github', 'sarif'] as const

export const check = defineCommand({
  name: 'check',
  summary: 'Check all pages of a project and where their references lead.',
  positionals: ['FOLDER'],
  options: {
    format: {type: 'string', value: formats.join('|'), help: 'How findings are printed; text if left out.'},
    strict: {type: 'boolean', help: 'Count notes as findings too.'},
    verbose: {type: 'boolean', help: 'Say which engine parsed each page, and why not the faster one.'},
    engine: engineOption,
    inventory: inventoryOption,
    ...fetchOptions
  },
  examples: [
    'mystmark check docs',
    'mystmark check docs --format json > findings.json',
    'mystmark check docs --inventory python=https://docs.python.org/3/objects.inv'
  ],
  async run([folder = ''], values, io) {
    const {format: wanted, strict, verbose, engine, inventory = []} = values
    const {cwd, stdout, stderr, colors} = io
    const fetch = fetchRules(values, io)
    const format = oneOf('--format', wanted, formats)
    const start = performance.now()
    const inventories = await readInventories(inventory, cwd, fetch)
    const {root, project, messages, unrendered} = await loadFolder(folder, cwd, {
      inventories,
      fetch,
      engine: oneOf('--engine', engine, engines)
    })
    const external = Object.values(inventories).flatMap((each) => each.messages)
    const {rendered, failures} = renderPages(project)
    const all = [...external, ...messages, ...failures, ...rendered.flatMap((page) => page.messages)]
    const references = rendered.flatMap((page) => page.references)
    const resolved = references.filter(({resolution}) => resolution.status !== 'missing').length
    const seconds = Math.round(performance.now() - start) / 1000
    const shown = (file: string): string => fromCwd(root, cwd, file)
    const data = all.map(toData)
    const here = data.map((message) => ({...message, file: shown(message.file)}))

    if (format === 'json') {
      const result = {
        pages: project.pages.length,
        seconds,
        references: {total: references.length, resolved},
        messages: data
      }
      stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    } else if (format === 'github') stdout.write(githubReport(here))
    else if (format === 'sarif') stdout.write(sarifReport(here, version()))
    else stdout.write(causeReport(here, colors))

    if (verbose)
      for (const {page, parsedBy} of rendered) stderr.write(`${shown(page)}: parsed by ${parsedBy}\n`)
    const found = hasFindings(all, strict)
    const parts = [
      countPages(project.pages.length + unrendered.length, unrendered.length),
      `${resolved} of ${count(references.length, 'reference')} resolved`,
      ...countFindings(all),
      `${seconds.toFixed(1)} s`
    ]
    stderr.write(`${found ? colors.yellow('✖') : colors.green('✔')} ${parts.join(', ')}\n`)
    return found ? 1 : 0
  }
})
