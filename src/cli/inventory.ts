/** `mystmark inventory`: what an inventory offers to refer to. */
import {writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {didYouMean} from '../ast/report.js'
import {fetchInventory, isUrl, readInventoryFile} from '../node/inventories.js'
import {type MystXref, toMystReferences, writeMystXref} from '../references/myst-xref.js'
import type {ExternalInventory, InventoryEntry} from '../references/objects-inv.js'
import {nearRank, searchEntries} from '../references/search-entries.js'
import {writeObjectsInv} from '../references/write-objects-inv.js'
import {defineCommand, oneOf} from './command.js'
import {fetchOptions, fetchRules} from './load.js'
import {hasFindings} from './report.js'

const formats = ['text', 'json'] as const

export const inventory = defineCommand({
  name: 'inventory',
  summary: 'List, search or convert an objects.inv or myst.xref.json.',
  positionals: ['FILE-OR-URL'],
  options: {
    search: {
      type: 'string',
      value: 'TEXT',
      help: 'Only entries that have this in their name or title, the likeliest first; * stands for anything.'
    },
    format: {type: 'string', value: formats.join('|'), help: 'text if left out.'},
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Write the entries to a file instead of listing them: a myst.xref.json where it ends in .json, else an objects.inv.'
    },
    ...fetchOptions
  },
  examples: [
    'mystmark inventory objects.inv --search team',
    'mystmark inventory https://docs.python.org/3/objects.inv --format json',
    'mystmark inventory site --search team',
    'mystmark inventory https://guide.example/myst.xref.json --out objects.inv',
    'mystmark inventory objects.inv --out myst.xref.json'
  ],
  async run([place = ''], values, io) {
    const {search, format: wanted, out} = values
    const {cwd, stdout, stderr, colors} = io
    const format = oneOf('--format', wanted, formats)
    const source = isUrl(place)
      ? await fetchInventory(place, fetchRules(values, io))
      : await readInventoryFile(resolve(cwd, place), {baseUrl: ''})
    const {project, version, entries, messages, baseUrl} = source
    const hits = search === undefined ? [] : searchEntries([[undefined, entries]], search, entries.length)
    const close = hits.filter(({rank}) => rank < nearRank)
    const found = search === undefined ? entries : close.map(({entry}) => entry)
    for (const message of messages) stderr.write(`${colors.yellow('warning:')} ${message.reason}\n`)
    if (out !== undefined) writeFileSync(resolve(cwd, out), converted(source, found, out))
    else if (format === 'json')
      stdout.write(
        `${JSON.stringify({project, version, ...(baseUrl && {baseUrl}), entries: found}, null, 2)}\n`
      )
    else stdout.write(listing(found))
    if (!hasFindings(messages)) {
      const near = close.length > 0 ? [] : hits.slice(0, 3).map(({entry}) => entry.name)
      const of = search === undefined ? '' : ` of ${entries.length}`
      const entriesFound = found.length === 1 && !of ? '1 entry' : `${found.length}${of} entries`
      stderr.write(`${[project, version].filter(Boolean).join(' ')}: ${entriesFound}${didYouMean(near)}\n`)
    }
    return hasFindings(messages) || (search !== undefined && found.length === 0) ? 1 : 0
  }
})

/** Entries in the format that the name of the file says. */
function converted(
  source: ExternalInventory & Partial<Pick<MystXref, 'format' | 'myst' | 'references'>>,
  entries: readonly InventoryEntry[],
  out: string
): string | Uint8Array {
  const {project, version, format = '1', myst, references} = source
  if (!/\.json$/i.test(out)) return writeObjectsInv({project, version, entries})
  // What is such a file already keeps what no entry has.
  const whole = references && entries.length === source.entries.length
  return writeMystXref({format, myst, references: whole ? references : toMystReferences(entries)})
}

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
