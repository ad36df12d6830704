/** All pages of a project, whatever a plug-in does to one of them. */
import type {VFileMessage} from 'vfile-message'
import type {RenderedPage} from '../pipeline/render-page.js'
import type {Project} from '../project/create-project.js'
import {attempt, pageFailed} from '../project/page-failed.js'

/** Pages that could be rendered, and a message for each that could not. */
export function renderPages(project: Project): {
  rendered: (RenderedPage & {page: string})[]
  failures: VFileMessage[]
} {
  const rendered: (RenderedPage & {page: string})[] = []
  const failures: VFileMessage[] = []
  for (const page of project.pages) {
    const made = attempt(() => project.render(page))
    if ('error' in made) failures.push(pageFailed(page, made.error))
    else rendered.push({...made.value, page})
  }
  return {rendered, failures}
}
