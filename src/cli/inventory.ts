/** `mystmark inventory`: what an `objects.inv` offers to refer to. */
import {resolve} from 'node:path'
import {didYouMean} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import {fetchInventory, isUrl, readInventoryFile} from '../node/inventories.js'
import type {InventoryEntry} from '../references/objects-inv.js'
import {defineCommand, oneOf} from './command.js'
import {fetchOptions, fetchRules} from './load.js'
import {hasFindings} from './report.js'

const formats = ['text', 'json'] as const

export const inventory = defineCommand({
  name: 'inventory',
  summary: 'List what an objects.inv offers to refer to.',
  positionals: ['FILE-OR-URL'],
  options: {
    search: {type: 'string', value: 'TEXT', help: 'Only entries whose name or title has this in it.'},
    format: {type: 'string', value: formats.join('|'), help: 'text if left out.'},
    ...fetchOptions
  },
  examples: [
    'mystmark inventory objects.inv --search team',
    'mystmark inventory https://docs.python.org/3/objects.inv --format json'
  ],
  async run([place = ''], values, io) {
    const {search, format: wanted} = values
    const {cwd, stdout, stderr, colors} = io
    const format = oneOf('--format', wanted, formats)
    const {project, version, entries, messages, baseUrl} = isUrl(place)
      ? await fetchInventory(place, fetchRules(values, io))
      : await readInventoryFile(resolve(cwd, place), {baseUrl: ''})
    const text = search?.toLowerCase()
    const found = entries.filter(
      ({name, displayName}) =>
        text === undefined || name.toLowerCase().includes(text) || displayName.toLowerCase().includes(text)
    )
    for (const message of messages) stderr.write(`${colors.yellow('warning:')} ${message.reason}\n`)
    if (format === 'json')
      stdout.write(
        `${JSON.stringify({project, version, ...(baseUrl && {baseUrl}), entries: found}, null, 2)}\n`
      )
    else stdout.write(listing(found))
    if (!hasFindings(messages)) {
      const near =
        search !== undefined && found.length === 0
          ? suggest(
              search,
              entries.map(({name}) => name)
            )
          : []
      const of = search === undefined ? '' : ` of ${entries.length}`
      const entriesFound = found.length === 1 && !of ? '1 entry' : `${found.length}${of} entries`
      stderr.write(`${[project, version].filter(Boolean).join(' ')}: ${entriesFound}${didYouMean(near)}\n`)
    }
    return hasFindings(messages) || (search !== undefined && found.length === 0) ? 1 : 0
  }
})

/** `domain:type  name  uri  title`, in columns. */
function listing(entries: readonly InventoryEntry[]): string {
  const rows = entries.map(({domain, type, name, uri, displayName}) => ({
    cells: [`${domain}:${type}`, name, uri],
    title: displayName === name ? '' : displayName
  }))
  // One long name does not push all others off the screen.
  const widths = [0, 1].map((column) =>
    Math.min(
      48,
      rows.reduce((width, {cells}) => Math.max(width, cells[column]?.length ?? 0), 0)
    )
  )
  return rows
    .map(({cells, title}) => {
      const line = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
      return `${title ? `${line}  ${title}` : line.trimEnd()}\n`
    })
    .join('')
}
