/** The icon packs that are installed beside this package, read when a page first asks for one. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {sep} from 'node:path'
import {fa5Names} from '../html/fa5-names.js'
import {type IconPack, type IconSource, iconsFromPacks} from '../html/icons.js'

function isIconPack(value: unknown): value is IconPack {
  if (typeof value !== 'object' || value === null || !('icons' in value)) return false
  return typeof value.icons === 'object' && value.icons !== null
}

/**
 * Where a pack's file is: beside this package, or else where the program runs, since a strict package manager
 * shows this package only what it depends on, and `ic` is the user's choice.
 */
function locate(pack: string): string | undefined {
  for (const from of [import.meta.url, process.cwd() + sep]) {
    try {
      return createRequire(from).resolve(`@iconify-json/${pack}/icons.json`)
    } catch {
      // Not installed there.
    }
  }
  return undefined
}

/** Packs that were read. They are megabytes that never change, and five sets share `ic`. */
const packs = new Map<string, IconPack | undefined>()

function readPack(name: string): IconPack | undefined {
  if (!packs.has(name)) {
    const file = locate(name)
    // Read, not required: what a package names as its data is never run as code.
    const data: unknown = file && JSON.parse(readFileSync(file, 'utf8'))
    packs.set(name, isIconPack(data) ? data : undefined)
  }
  return packs.get(name)
}

/**
 * Font Awesome 6 and octicons, and Material icons if `@iconify-json/ic` is installed. An icon of a pack that is
 * not installed is not found.
 *
 * @example
 * nodeIcons().find('octicon', 'rocket')
 */
export function nodeIcons(): IconSource {
  const material = () => readPack('ic')
  const sets = {
    fas: () => readPack('fa6-solid'),
    far: () => readPack('fa6-regular'),
    fab: () => readPack('fa6-brands'),
    octicon: () => readPack('octicon'),
    'material-regular': material,
    'material-outlined': material,
    'material-round': material,
    'material-sharp': material,
    'material-twotone': material
  }
  return iconsFromPacks(sets, fa5Names)
}
