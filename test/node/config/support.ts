/** What tests of configurations share. */
import {type LoadedProject, loadProject} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'

/** Load a project of files; nothing is fetched. */
export function load(files: Readonly<Record<string, string | Uint8Array>>): Promise<LoadedProject> {
  return loadProject(folderWith(files), {fetch: {offline: true}})
}

/** Messages as `file:line:column rule`. */
export function brief(messages: readonly {name: string; ruleId?: string | undefined}[]): string[] {
  return messages.map(({name, ruleId}) => `${name} ${ruleId}`)
}

/** The same with what is said. */
export function told(
  messages: readonly {name: string; ruleId?: string | undefined; reason: string}[]
): string[] {
  return messages.map(({name, ruleId, reason}) => `${name} ${ruleId} ${reason}`)
}
