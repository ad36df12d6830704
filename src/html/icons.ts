/** Icons: where their drawings are, how authors ask for one, and the `<svg>` that shows it. */
import type {Element} from 'hast'
import {type IconHeight, readHeight} from '../ast/icon-height.js'
import {own} from '../names/own.js'
import {svgBodyToHast} from './svg-body.js'

/** A drawing: what stands in the `<svg>`, and the box that it is drawn in. */
export interface IconShape {
  body: string
  width: number
  height: number
  left?: number | undefined
  top?: number | undefined
}

/** What an icon and an alias in a pack may say of the box, and of how the drawing is turned. */
interface IconPackEntry extends Partial<Omit<IconShape, 'body'>> {
  hidden?: boolean
  rotate?: number
  hFlip?: boolean
  vFlip?: boolean
}

/** A set of icons in Iconify's JSON format. Icons that the pack flips or turns are not found. */
export interface IconPack {
  prefix?: string | undefined
  width?: number | undefined
  height?: number | undefined
  icons: Record<string, IconPackEntry & {body: string}>
  aliases?: Record<string, IconPackEntry & {parent: string}> | undefined
}

/** The sets that roles ask for, by the names of the roles. */
export type IconSet =
  | 'fas'
  | 'far'
  | 'fab'
  | 'octicon'
  | 'material-regular'
  | 'material-outlined'
  | 'material-round'
  | 'material-sharp'
  | 'material-twotone'

/** Where drawings come from. */
export interface IconSource {
  /** A drawing by the name that authors write; `size` is the height in pixels that it will be shown at. */
  find(set: IconSet, name: string, size?: number): IconShape | undefined
  /** The names to list and to suggest: the current ones, without aliases. */
  names(set: IconSet): Iterable<string>
}

/** Google's styles as the pack `ic` spells them, before each name. */
const materialPrefix: Partial<Record<IconSet, string>> = {
  'material-regular': 'baseline-',
  'material-outlined': 'outline-',
  'material-round': 'round-',
  'material-sharp': 'sharp-',
  'material-twotone': 'twotone-'
}

/** The keys to look under, the best first. */
function keysOf(set: IconSet, name: string, size: number): string[] {
  const prefix = materialPrefix[set]
  if (prefix) return [prefix + name.replaceAll('_', '-')]
  if (set !== 'octicon') return [name]
  // As sphinx-design chooses; the odd sizes are for the few icons that are in neither of the two.
  const heights = size >= 24 ? [24, 16, 12, 32, 48, 96] : [16, 24, 12, 32, 48, 96]
  return [...heights.map((height) => `${name}-${height}`), name]
}

/** The name that authors write for a key of a pack. */
function nameOf(set: IconSet, key: string): string | undefined {
  const prefix = materialPrefix[set]
  if (!prefix) return set === 'octicon' ? key.replace(/-\d+$/, '') : key
  return key.startsWith(prefix) ? key.slice(prefix.length).replaceAll('-', '_') : undefined
}

/** The drawing under a key; what an alias says of the box goes before what its parent says. */
function shapeIn(pack: IconPack, start: string): IconShape | undefined {
  const seen = new Set<string>()
  let box: IconPackEntry = {}
  for (let key = start; !seen.has(key); ) {
    seen.add(key)
    const icon = own(pack.icons, key)
    const alias = own(pack.aliases, key)
    const entry = icon ?? alias
    if (!entry || entry.rotate || entry.hFlip || entry.vFlip) return undefined
    box = {...entry, ...box}
    if (icon) {
      // 16 is what Iconify takes where a pack gives no size.
      const {width = pack.width ?? 16, height = pack.height ?? 16, left = 0, top = 0} = box
      return {body: icon.body, width, height, left, top}
    }
    if (alias) key = alias.parent
  }
  return undefined
}

/** What an icon of Font Awesome is called today, and in which set, if in another. */
export interface RenamedIcon {
  name: string
  set?: 'far' | 'fab' | undefined
}

/**
 * Icons from Iconify packs. A pack given as a function is asked for when an icon of its set is. The five
 * Material sets read the names of the pack `ic`, which has all five styles in one.
 *
 * @param renamed gives Font Awesome's old names; `mystmark/node` knows them.
 * @example
 * const icons = iconsFromPacks({octicon, fas: () => readPack('fa6-solid')})
 * icons.find('octicon', 'rocket', 24) // the drawing made for 24 pixels
 */
export function iconsFromPacks(
  packs: Partial<Record<IconSet, IconPack | (() => IconPack | undefined) | undefined>>,
  renamed?: () => ReadonlyMap<string, RenamedIcon>
): IconSource {
  const loaded = new Map<IconSet, IconPack | undefined>()

  function packOf(set: IconSet): IconPack | undefined {
    if (!loaded.has(set)) {
      const given = packs[set]
      loaded.set(set, typeof given === 'function' ? given() : given)
    }
    return loaded.get(set)
  }

  function look(set: IconSet, name: string, size: number): IconShape | undefined {
    const pack = packOf(set)
    if (!pack) return undefined
    for (const key of keysOf(set, name, size)) {
      const shape = shapeIn(pack, key)
      if (shape) return shape
    }
    return undefined
  }

  return {
    find(set, name, size = 16) {
      const shape = look(set, name, size)
      if (shape || (set !== 'fas' && set !== 'far' && set !== 'fab')) return shape
      const now = renamed?.().get(name)
      return now && look(now.set ?? set, now.name, size)
    },
    names(set) {
      const names = new Set<string>()
      for (const [key, icon] of Object.entries(packOf(set)?.icons ?? {})) {
        const name = icon.hidden ? undefined : nameOf(set, key)
        if (name !== undefined) names.add(name)
      }
      return names
    }
  }
}

/**
 * The height to look for a drawing at, in pixels; an em is taken for 16, whatever the page makes of it.
 *
 * @example
 * heightInPixels({value: 1.5, unit: 'em'}) // 24
 */
export function heightInPixels({value, unit}: IconHeight): number {
  return unit === 'px' ? value : value * 16
}

/** A number as Python prints a float, which is what sphinx-design writes: `1.0`. */
function float(value: number): string {
  const rounded = Number(value.toFixed(3))
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded)
}

/**
 * The `<svg>` of a drawing, as sphinx-design writes it: hidden from screen readers unless it has a label. The
 * width follows from the height, which is `1em` if none is given or it is not a number with px, em or rem.
 *
 * @example
 * iconToHast(shape, {className: ['sd-octicon', 'sd-octicon-rocket'], height: '2em', label: 'Launch'})
 */
export function iconToHast(
  shape: IconShape,
  attributes: {className: string[]; height?: string | undefined; label?: string | undefined}
): Element {
  const {body, width, height, left = 0, top = 0} = shape
  const {value, unit} = readHeight(attributes.height ?? '') ?? {value: 1, unit: 'em'}
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      version: '1.1',
      width: float((width * value) / height) + unit,
      height: float(value) + unit,
      className: attributes.className,
      viewBox: `${left} ${top} ${width} ${height}`,
      ...(attributes.label ? {ariaLabel: attributes.label, role: 'img'} : {ariaHidden: 'true'})
    },
    children: svgBodyToHast(body)
  }
}
