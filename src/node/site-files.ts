/** What stands in a site beside its pages and what they show: files that the configuration puts there. */
import {readdirSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import {globMatcher} from '../names/glob.js'
import {projectPath} from '../names/paths.js'
import type {SiteLook} from '../project/create-site.js'
import type {ProjectFile} from './config/schema.js'
import type {Setting} from './config/settings.js'
import type {Tell} from './config/source.js'
import {confine} from './confine.js'
import {reasonOf} from './read-text.js'
import {siteMarker} from './site-folder.js'

/** Files of a site, and what it looks like by them. */
export interface SiteFiles extends SiteLook {
  /** Paths in the project by their places in the site. */
  places: ReadonlyMap<string, string>
}

type Wanted = Pick<ProjectFile, 'static' | 'extra' | 'styles' | 'logo' | 'favicon' | 'exclude'>

/** Nobody's own files. */
const never = /^(?:\.git|node_modules|\.mystmark-site)$/

const isAddress = (file: string): boolean => /^(?:https?:)?\/\//i.test(file)

/** Where a file of a site stands in the project: at the same path, or where the configuration says. */
export function sourceIn(root: string, path: string, places: SiteFiles['places']): string {
  const other = places.get(path)
  return other !== undefined && confine(root, path) === undefined ? other : path
}

/** The files that the look of a site needs. */
export function filesOf({styles = [], logo, favicon}: SiteLook): string[] {
  const named = [...styles.map(({file}) => file), ...(logo ? [logo] : []), ...(favicon ? [favicon] : [])]
  return named.filter((file) => !isAddress(file))
}

/**
 * Find them. What is not there is said where the configuration names it, but for what it has unasked.
 *
 * @param root an absolute path without symbolic links.
 */
export function findSiteFiles(
  root: string,
  {static: folders = [], extra = [], styles = [], logo, favicon, exclude = []}: Wanted,
  settings: readonly Setting[],
  tell: Tell
): SiteFiles {
  const places = new Map<string, string>()
  const say = (key: Setting['key'], at: readonly PropertyKey[], reason: string, harmless = false): void => {
    const setting = settings.find((each) => each.key === key)
    if (!setting || setting.path.length === 0) return
    tell(setting.source.file, {
      ruleId: harmless ? 'config-without-effect' : 'invalid-config-value',
      ...(harmless ? {severity: 'info' as const} : {}),
      reason: `"${setting.path.map(String).join('.')}": ${reason}`,
      position: setting.source.place([...setting.path, ...at])
    })
  }
  /** A path of the project that is there; what is not is said. */
  const find = (key: Setting['key'], at: readonly PropertyKey[], given: string): string | undefined => {
    const path = /[\\\0]/.test(given) ? undefined : projectPath('', given)
    const real = path === undefined ? undefined : confine(root, path)
    if (path !== undefined && real !== undefined) return path
    say(
      key,
      at,
      path === undefined
        ? `"${given}" leads out of the project; copy it into the folder of the configuration`
        : `there is no "${given}" in the project; paths count from the folder of the configuration`
    )
    return undefined
  }
  const excluded = exclude.map(globMatcher)
  const put = (key: 'static' | 'extra', given: NonNullable<Wanted['extra']>, folder: string): void => {
    for (const [index, wanted] of given.entries()) {
      const {path: each, to} = typeof wanted === 'string' ? {path: wanted, to: undefined} : wanted
      const path = find(key, [index], each)
      const own = to === undefined ? undefined : projectPath('', to)
      if (to !== undefined && !own) say(key, [index], `"${to}" is no place in a site`)
      if (path === undefined || (to !== undefined && !own)) continue
      try {
        if (!statSync(join(root, path)).isDirectory()) places.set(`${folder}${own ?? basename(path)}`, path)
        else
          for (const file of filesIn(root, path, key === 'extra')) {
            const place = file.slice(path === '' ? 0 : path.length + 1)
            if (!excluded.some((matches) => matches(place)))
              places.set(`${folder}${own ? `${own}/` : ''}${place}`, file)
          }
      } catch (error) {
        say(key, [index], `"${each}" cannot be read: ${reasonOf(error)}`)
      }
    }
  }
  put('static', folders, '_static/')
  put('extra', extra, '')

  /** A place in the site that has a file. */
  const inSite = (key: Setting['key'], at: readonly PropertyKey[], given: string): string | undefined => {
    const place = projectPath('', given)
    return place !== undefined && places.has(place) ? place : find(key, at, given)
  }
  const picture = (key: 'logo' | 'favicon', given: string | undefined): string | undefined =>
    given === undefined || isAddress(given) ? given : inSite(key, [], given)
  const linked = new Map<string, string | undefined>()
  for (const [index, style] of styles.entries()) {
    const {file, media} = typeof style === 'string' ? {file: style} : style
    if (isAddress(file))
      say('styles', [index], 'has no effect here: only files of the project are linked; copy it there', true)
    else if (/[*?[]/.test(file)) {
      const matches = globMatcher(file)
      for (const place of [...places.keys()].sort()) if (matches(place)) linked.set(place, media)
    } else {
      const place = inSite('styles', [index], file)
      if (place !== undefined) linked.set(place, media)
    }
  }
  return {
    places,
    styles: [...linked].map(([file, media]) => ({file, media})),
    logo: picture('logo', logo),
    favicon: picture('favicon', favicon)
  }
}

/** Files below a folder, without sites that were built there. Links to folders are not followed, so it has an end. */
function filesIn(root: string, folder: string, dots: boolean): string[] {
  const out: string[] = []
  const visit = (path: string): void => {
    const entries = readdirSync(join(root, path), {withFileTypes: true})
    if (entries.some(({name}) => name === siteMarker)) return
    for (const entry of entries) {
      const {name} = entry
      if (never.test(name) || name.includes('\\') || (!dots && name.startsWith('.'))) continue
      const inside = path === '' ? name : `${path}/${name}`
      if (entry.isDirectory()) visit(inside)
      else if (entry.isFile() || isFileWithin(root, inside)) out.push(inside)
    }
  }
  visit(folder)
  return out.sort()
}

function isFileWithin(root: string, path: string): boolean {
  const real = confine(root, path)
  return real !== undefined && statSync(real).isFile()
}
