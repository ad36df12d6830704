/** `mystmark rename`: a label or a page by another name, everywhere. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {didYouMean} from '../ast/report.js'
import {normalizeLabel} from '../names/labels.js'
import {suggest} from '../names/suggest.js'
import type {LoadedProject} from '../node/load-project.js'
import {
  editedFiles,
  newMessages,
  planLabel,
  planMove,
  type RenamePlan,
  sourceOf,
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
    const move = Object.hasOwn(pages, old) ? {from: old, to: wanted} : undefined
    const plan = planned(loaded, old, wanted, move ? planMove : planLabel)
    const edited = editedFiles(loaded, plan)
    const broken = newMessages(loaded, edited, move)
    if (plan.left.length > 0 || broken.length > 0) {
      const places = plan.left.map((place) => `  ${place} names it in a way that cannot be rewritten\n`)
      stderr.write(
        `${colors.red('✖')} nothing is changed: after it something would be wrong that is not wrong now\n${[...places, ...broken].join('')}`
      )
      return 1
    }
    if (dry) {
      if (move) stdout.write(`rename from ${old}\nrename to ${wanted}\n`)
      for (const [file, {before, after}] of [...edited].sort(([a], [b]) => (a < b ? -1 : 1)))
        stdout.write(diff(file, file === move?.from ? wanted : file, before, after))
    } else writeRename(root, edited, move)
    stderr.write(
      `${colors.green('✔')} ${count(plan.edits.length, 'place')} in ${count(edited.size, 'file')}${dry ? ' would change' : ' changed'}\n`
    )
    return 0
  }
})

function planned(loaded: LoadedProject, old: string, wanted: string, plan: typeof planLabel): RenamePlan {
  const {project, pages, root} = loaded
  if (plan === planMove) {
    if (
      !/^[^/\\][^\\]*\.md$/.test(wanted) ||
      wanted.split('/').some((part) => part === '..' || part === '.' || part === '')
    )
      throw new Misuse(`a page is a path from the project's root that ends in .md, not "${wanted}"`)
    if (Object.hasOwn(pages, wanted) || existsSync(join(root, wanted)))
      throw new Misuse(`there is a file "${wanted}" already`)
  } else {
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
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_:./-]*$/u.test(wanted))
      throw new Misuse(`"${wanted}" is no label: letters and digits, with - _ : . / between them`)
    if (labels.has(normalizeLabel(wanted)) && normalizeLabel(wanted) !== normalizeLabel(old))
      throw new Misuse(`there is a label "${wanted}" already`)
  }
  const read = (path: string): string | undefined => sourceOf(loaded, path)
  const result = plan(project, read, old, wanted)
  const damaged = result.edits.find(({file}) => read(file)?.includes('\uFFFD'))
  if (damaged) throw new Misuse(`${damaged.file} is not UTF-8: it would not survive being written`)
  return result
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
