/** Roles that draw an icon. */
import type {Icon} from '../ast/nodes.js'
import {normalizeClassNames} from '../names/labels.js'
import {defineRole, type Role, type RoleCall} from './define.js'
import {parseFontIcon, parseSizedIcon} from './icon-grammar.js'

/** Font Awesome; the long names are those of version 6. */
const fontSets = ['fa', 'fas', 'far', 'fab', 'fa-solid', 'fa-regular', 'fa-brands'] as const

/** With mystmd's short names. */
const sizedSets = [
  ['octicon', 'oct'],
  ['material-regular', 'mrg'],
  ['material-outlined', 'mol'],
  ['material-round', 'mrd'],
  ['material-sharp', 'msp'],
  ['material-twotone', 'mtt']
] as const

/** All roles of icons. */
export const iconRoles: readonly Role[] = [
  ...fontSets.map((set) =>
    defineRole({
      name: set,
      aliases: /^fa[bsr]$/.test(set) ? [`icon:${set}`] : [],
      build: (call) => icon(call, set, false)
    })
  ),
  ...sizedSets.map(([set, short]) =>
    defineRole({
      name: set,
      aliases: [`icon:${short}`],
      build: (call) => icon(call, set, true)
    })
  )
]

function icon({value, place, node, report}: RoleCall, set: string, sized: boolean): Icon {
  const {name, classes, faults, height} = sized
    ? parseSizedIcon(value)
    : {...parseFontIcon(value), height: undefined}
  for (const {reason, start, end} of faults)
    report({ruleId: 'invalid-icon', reason: `${node.name}: ${reason}`, position: place(start, end)})
  const names = normalizeClassNames(classes.join(' ')).join(' ')
  return {
    type: 'icon',
    set,
    name,
    ...(names ? {class: names} : {}),
    ...(height ? {height: `${height.value}${height.unit}`} : {}),
    children: [],
    ...(node.position ? {position: node.position} : {})
  }
}
