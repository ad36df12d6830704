import {readFileSync} from 'node:fs'
import {createProject, type ProjectOptions} from '../../src/node/index.js'

/** Invented works of every kind. */
export const bib = readFileSync(new URL('works.bib', import.meta.url), 'utf8')

export const citing: NonNullable<ProjectOptions['config']> = {
  extensions: ['citations', 'colon_fence'],
  bibliography: ['works.bib']
}

/** A project with these works. */
export function project(
  pages: Record<string, string>,
  config: ProjectOptions['config'] = {},
  files: Record<string, string> = {'works.bib': bib}
) {
  return createProject({pages, files: (path) => files[path], config: {...citing, ...config}})
}

/** What a page says, without tags. */
export function words(html: string): string {
  return html
    .replace(/<\/(?:p|li|div)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x26;', '&')
    .replace(/\n+/g, '\n')
    .trim()
}
