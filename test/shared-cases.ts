/** Cases of other projects, where they are present beside this one. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {hasShared, sharedRoot} from './support.js'

/** One case: Markdown and the HTML of its own renderer. */
export interface SharedCase {
  title: string
  input: string
  expected: string
}

/** The cases of a group of `cases/markdown-it-plugins.json`; none where the file is absent. */
export function sharedCases(group: string): SharedCase[] {
  if (!hasShared) return []
  const file = join(sharedRoot, 'cases/markdown-it-plugins.json')
  const {cases}: {cases: (SharedCase & {group: string; line: number})[]} = JSON.parse(
    readFileSync(file, 'utf8')
  )
  return cases
    .filter((each) => each.group === group)
    .map((each) => ({...each, title: each.title.length > 1 ? each.title : `line ${each.line}`}))
}
