/** `mystmark rename`: a label or a page by another name, everywhere. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {didYouMean} from '../ast/report.js'
import {globMatcher} from '../names/glob.js'
import {normalizeLabel} from '../names/labels.js'
import {suggest} from '../names/suggest.js'
import {formatIn, markdownEndings} from '../node/formats.js'
import {type LoadedProject, sourceOf} from '../node/load-project.js'
import {
  editedFiles,
  newMessages,
  planLoaded,
  type RenamePlan,
  type Renaming,
  writeRename
} from '../node/rename.js'
import {placeOf} from '../references/record.js'
import {defineCommand, Misuse} from './command.js'
import {loadFolder} from './load.js'
import {count} from './report.js'

export const rename = defineCommand({
  name: 'rename',
  summary: 'Rename a label, or move a page, with every reference to it.',
  positionals: ['FOLDER', 'OLD', 'NEW'],
  options: {'dry-run': {type: 'boolean', help: 'Show what would change, as a diff; change nothing.'}},
  examples: [
    'mystmark rename docs team:members people --dry-run',
    'mystmark rename docs about/team.md about/people.md'
  ],
  async run([folder = '', old = '', wanted = ''], {'dry-run': dry}, {cwd, stdout, stderr, colors}) {
    const loaded = await loadFolder(folder, cwd, {fetch: {offline: true}})
    const {pages, root} = loaded
    const renaming: Renaming = {kind: Object.hasOwn(pages, old) ? 'page' : 'label', old, wanted}
    if (renaming.kind === 'page') checkPath(loaded, wanted)
    else checkLabels(loaded, old, wanted)
    const plan = planLoaded(loaded, renaming)
    const damaged = plan.edits.find(({file}) => sourceOf(loaded, file)?.includes('\uFFFD'))
    if (damaged) throw new Misuse(`${damaged.file} is not UTF-8: it would not survive being written`)
    const wrong = faultsOf(plan)
    if (wrong.length > 0) {
      const head = 'nothing is changed: after it something would be wrong that is not wrong now'
      stderr.write(`${colors.red('✖')} ${head}\n${wrong.map((line) => `  ${line}\n`).join('')}`)
      return 1
    }
    const edited = editedFiles(loaded, plan.edits)
    if (dry) {
      const move = renaming.kind === 'page' ? old : undefined
      if (move) stdout.write(`rename from ${old}\nrename to ${wanted}\n`)
      for (const [file, {before, after}] of [...edited].sort(([a], [b]) => (a < b ? -1 : 1)))
        stdout.write(diff(file, file === move ? wanted : file, before, after))
    } else await writeRename(root, edited, renaming)
    stderr.write(
      `${colors.green('✔')} ${count(plan.edits.length, 'place')} in ${count(edited.size, 'file')}${dry ? ' would change' : ' changed'}\n`
    )
    return 0
  }
})

/** What speaks against it, a line each. */
function faultsOf(plan: RenamePlan): string[] {
  const {left, strayed, unlisted} = plan
  const named = [
    ...left.map((place) => `${place}: this names it in a way that cannot be rewritten`),
    ...strayed.map((place) => `${place}: this would lead to another place`),
    ...unlisted
  ]
  // What follows from them need not be said.
  if (named.length > 0) return named
  return newMessages(plan).map(({file, line, column, reason}) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    return `${place}: ${reason}`
  })
}

function checkPath({pages, root, config, formats}: LoadedProject, wanted: string): void {
  if (
    wanted.includes('\\') ||
    formatIn(formats, wanted) !== 'markdown' ||
    wanted.split('/').some((part) => part === '..' || part === '.' || part === '')
  )
    throw new Misuse(
      `a page is a path from the project's root that ends in ${markdownEndings(formats).join(' or ')}, not "${wanted}"`
    )
  if (Object.hasOwn(pages, wanted) || existsSync(join(root, wanted)))
    throw new Misuse(`there is a file "${wanted}" already`)
  const parts = wanted.split('/')
  const hidden = parts.find((part) => part.startsWith('.') || part === 'node_modules' || part === '_build')
  const pattern = config.exclude?.find((each) => globMatcher(each)(wanted))
  if (hidden !== undefined || pattern !== undefined)
    throw new Misuse(
      `"${wanted}" would be no page: ${pattern ? `"exclude" has "${pattern}"` : `nothing in "${hidden}" is one`}`
    )
}

function checkLabels({project}: LoadedProject, old: string, wanted: string): void {
  const {labels} = project.inventory
  const definitions = labels.get(normalizeLabel(old)) ?? []
  if (definitions.length === 0) {
    const names = [...labels.values()].flatMap((each) => each[0]?.label ?? [])
    throw new Misuse(
      `there is no label or page "${old}"${didYouMean(suggest(old, [...names, ...project.pages]))}`
    )
  }
  if (new Set(definitions.map(placeOf)).size > 1)
    throw new Misuse(`the label "${old}" is defined more than once; mend that first`)
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_:./-]*(?: [\p{L}\p{N}\p{M}_:./-]+)*$/u.test(wanted))
    throw new Misuse(`"${wanted}" is no label: letters and digits, with - _ : . / or a space between them`)
  if (labels.has(normalizeLabel(wanted)) && normalizeLabel(wanted) !== normalizeLabel(old))
    throw new Misuse(`there is a label "${wanted}" already`)
}

/** Edits stay within their lines, so that line stands against line. */
function diff(from: string, to: string, old: string, wanted: string): string {
  const after = wanted.split('\n')
  const hunks = old.split('\n').flatMap((line, index) => {
    const next = after[index] ?? ''
    return line === next ? [] : [`@@ -${index + 1} +${index + 1} @@\n-${line}\n+${next}\n`]
  })
  return `--- a/${from}\n+++ b/${to}\n${hunks.join('')}`
}
