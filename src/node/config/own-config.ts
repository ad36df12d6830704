/** `mystmark.config.json`: read strictly, each key for itself, so that one fault voids one key. */
import {type ProjectFile, projectShape} from './schema.js'
import type {Settings} from './settings.js'
import {type ConfigSource, type Tell, tellUnknownKeys} from './source.js'

/** The name of the file, in the project's root. */
export const configFileName = 'mystmark.config.json'

/** Take the settings of the tool's own file. */
export function takeOwnConfig(source: ConfigSource, settings: Settings, tell: Tell): void {
  tellUnknownKeys(source, [], source.value, Object.keys(projectShape), tell)
  for (const [key, value] of Object.entries(source.value))
    if (isKey(key)) settings.set(key, value, source, [key])
}

function isKey(key: string): key is keyof ProjectFile {
  return Object.hasOwn(projectShape, key)
}
