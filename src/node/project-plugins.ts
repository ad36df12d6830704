/** Plug-ins that the configuration of a project makes, which is plain data. */
import {defineLinkRole} from '../index.js'
import type {Plugins} from '../pipeline/options.js'
import {embedImages} from '../references/embed-images.js'
import {createAbbreviations} from '../typography.js'
import type {ProjectParts} from './config/schema.js'

/** With those that come as code, whose roles win. */
export function projectPlugins(
  {extlinks, abbreviations}: Pick<ProjectParts, 'extlinks' | 'abbreviations'>,
  code: Plugins
): Plugins {
  const roles = Object.entries(extlinks).map(([name, link]) => defineLinkRole({name, ...link}))
  return {
    ...code,
    passes: [embedImages, createAbbreviations(abbreviations), ...(code.passes ?? [])],
    roles: [...roles, ...(code.roles ?? [])]
  }
}
