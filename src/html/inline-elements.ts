/** Roles and links as elements. */
import type {Link} from 'mdast'
import {readHeight} from '../ast/icon-height.js'
import type {
  Abbreviation,
  CaptionNumber,
  CrossReference,
  Icon,
  Keyboard,
  MystRole,
  Subscript,
  Superscript
} from '../ast/nodes.js'
import {didYouMean} from '../ast/report.js'
import {suggester} from '../names/suggest.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'
import {heightInPixels, type IconSet, type IconSource, iconToHast} from './icons.js'
import {linkElement} from './link-element.js'
import {findShape} from './shapes.js'

export const crossReference: DrawNode<CrossReference> = (node, context) =>
  linkElement(context, node, node.class ?? '', context.all(node.children))

/** An address as the author wrote it. */
export const link: DrawNode<Link> = (node, context) =>
  linkElement(
    context,
    {url: node.url, resolved: true, remote: /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(node.url), title: node.title},
    node.class ?? '',
    context.all(node.children),
    node.target || node.rel ? {target: node.target, rel: node.rel?.split(' ')} : undefined
  )

export const captionNumber: DrawNode<CaptionNumber> = ({kind, children}, {all, element}) =>
  element('span', {className: [kind === 'section' ? 'section-number' : 'caption-number']}, all(children))

export const subscript: DrawNode<Subscript> = ({class: className, children}, {all, element}) =>
  element('sub', {className: classNames(className)}, all(children))

export const superscript: DrawNode<Superscript> = ({class: className, children}, {all, element}) =>
  element('sup', {className: classNames(className)}, all(children))

export const keyboard: DrawNode<Keyboard> = ({class: className, children}, {all, element}) =>
  element('kbd', {className: classNames(className)}, all(children))

export const abbreviation: DrawNode<Abbreviation> = ({title, children}, {all, element}) =>
  element('abbr', {title}, all(children))

/** A role that nobody knows: its name and its text. */
export const mystRole: DrawNode<MystRole> = (node, {all, element, text}) =>
  element(
    'span',
    {className: ['unknown-role'], title: `unknown role {${node.name}}`},
    node.children.length > 0 ? all(node.children) : [text(node.value)]
  )

/** sphinx-design's span for Font Awesome, its `<svg>` for the others; a drawing in either. */
export const icon: DrawNode<Icon> = (node, {icons, report, element, fixed, text}) => {
  const font = Object.hasOwn(fontSets, node.set)
  const set = fontSets[node.set] ?? node.set
  const prefix = font
    ? `${node.set} fa-`
    : node.set === 'octicon'
      ? 'sd-octicon sd-octicon-'
      : 'sd-material-icon sd-material-icon-'
  const className = classNames(prefix + node.name, node.class)
  if (!isSet(set)) return element('span', {className})
  const height = readHeight(node.height ?? '')
  const pixels = height ? heightInPixels(height) : undefined
  const shape = icons ? icons.find(set, node.name, pixels) : findShape(set, node.name, pixels)
  if (!shape && !icons) return element('span', {className})
  if (!shape) {
    const near = nearIcons(icons, set, node.name)
    report({
      ruleId: 'unknown-icon',
      reason: `${node.set} has no icon "${node.name}"${didYouMean(near)}`,
      position: node.position
    })
    return element('span', {className: [...className, 'unresolved']}, [text(node.name)])
  }
  const drawn = iconToHast(shape, {className: font ? [] : className, height: node.height})
  return font ? element('span', {className}, [fixed(drawn)]) : fixed(drawn)
}

/** By pack and set; made for the first icon that is not there. */
const nearNames = new WeakMap<IconSource, Map<IconSet, (name: string) => string[]>>()

/** Names that are spelt nearly as the one asked for, and those that hold it or are held by it. */
export function nearIcons(icons: IconSource | undefined, set: IconSet, name: string): string[] {
  if (!icons) return []
  const names = [...(icons.names(set) ?? [])]
  const ofPack = nearNames.get(icons) ?? new Map<IconSet, (name: string) => string[]>()
  const near = ofPack.get(set) ?? suggester(() => names)
  nearNames.set(icons, ofPack.set(set, near))
  // Packs have icons for single letters, which are in every word.
  const related = names.filter((each) => each.length > 2 && (each.includes(name) || name.includes(each)))
  return [...new Set([...near(name), ...related])].slice(0, 3)
}

/** Which of Font Awesome's sets a role asks for. */
const fontSets: Readonly<Record<string, IconSet>> = {
  fa: 'fas',
  fas: 'fas',
  far: 'far',
  fab: 'fab',
  'fa-solid': 'fas',
  'fa-regular': 'far',
  'fa-brands': 'fab'
}

const sets = new Set<string>([
  'fas',
  'far',
  'fab',
  'octicon',
  'material-regular',
  'material-outlined',
  'material-round',
  'material-sharp',
  'material-twotone'
] satisfies IconSet[])

function isSet(value: string): value is IconSet {
  return sets.has(value)
}
