/** A folder of pages as `buildSite` takes it. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SiteSource} from '../../src/node/index.js'

export function load(root: string): SiteSource {
  const pages = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.md'))
  return {
    root,
    pages: Object.fromEntries(pages.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')])),
    files: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
  }
}
