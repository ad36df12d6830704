/** `mystmark resolve`: where one reference leads, and why. */
import {didYouMean} from '../ast/report.js'
import {plainText} from '../ast/tree.js'
import {suggest} from '../names/suggest.js'
import {outcomeOf} from '../references/explain.js'
import type {Resolution} from '../references/resolution.js'
import {type Context, defineCommand, Misuse, oneOf} from './command.js'
import {fetchOptions, fetchRules, inventoryOption, loadFolder, readInventories} from './load.js'

const formats = ['text', 'json'] as const

export const resolve = defineCommand({
  name: 'resolve',
  summary: 'Say where a reference leads, as a page of the project would write it.',
  positionals: ['FOLDER', 'MARKUP'],
  options: {
    from: {type: 'string', value: 'PAGE', help: "The page that asks, from the project's root."},
    explain: {type: 'boolean', help: 'Say what was tried, step by step.'},
    format: {type: 'string', value: formats.join('|'), help: 'text if left out.'},
    inventory: inventoryOption,
    ...fetchOptions
  },
  examples: [
    "mystmark resolve docs '{doc}`federation`' --from about/team.md",
    "mystmark resolve docs '[](#setup)' --from index.md --explain"
  ],
  async run([folder = '', markup = ''], values, context) {
    const {from, explain, format: wanted, inventory = []} = values
    const fetch = fetchRules(values, context)
    const {cwd, stdout, stderr} = context
    const format = oneOf('--format', wanted, formats)
    if (from === undefined) throw new Misuse('--from PAGE is missing: references count from a page')
    const inventories = await readInventories(inventory, cwd, fetch)
    const {project} = await loadFolder(folder, cwd, {inventories, fetch})
    const page = project.pages.find((each) => each === from || each === `${from}.md`)
    if (page === undefined)
      throw new Misuse(`the project has no page "${from}"${didYouMean(suggest(from, project.pages))}`)
    const resolution = project.resolve(markup, {from: page})
    if (format === 'json') stdout.write(`${JSON.stringify(resolution, null, 2)}\n`)
    else {
      if (resolution.status === 'missing')
        stderr.write(`${context.colors.red('missing:')} ${resolution.reason}\n`)
      else stdout.write(answer(resolution, context))
      if (explain) stdout.write(steps(resolution))
    }
    return resolution.status === 'resolved' ? 0 : 1
  }
})

function answer(resolution: Exclude<Resolution, {status: 'missing'}>, {colors, stderr}: Context): string {
  for (const {ruleId, reason} of resolution.notes)
    stderr.write(`${colors.yellow('note:')} ${reason} (${ruleId})\n`)
  const candidates = resolution.status === 'ambiguous' ? resolution.candidates : [resolution]
  return candidates
    .map(({url, description, text}) => {
      const words = plainText(text)
      return `${url}  ${description}${words ? `, "${words}"` : ''}\n`
    })
    .join('')
}

function steps({tried}: Resolution): string {
  return tried
    .map((step) => `  ${step.outcome === 'found' ? '✔' : '·'} ${step.tried}: ${outcomeOf(step)}\n`)
    .join('')
}
