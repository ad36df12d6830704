/** sphinx-design's badges: words in a pill, plain or as links. */
import type {Badge} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {designColors} from '../names/design-colors.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {parseBadge, unescapeSemicolons} from './badge-grammar.js'
import {defineRole, type Role, type RoleCall} from './define.js'

/** What the names end in: a colour, and `-line` for a badge that is an outline. */
const looks = [
  {ending: ''},
  ...designColors.flatMap((color) => [
    {ending: `-${color}`, color},
    {ending: `-${color}-line`, color, outline: true}
  ])
]

type Look = Pick<Badge, 'color' | 'outline'>

/** `{bdg}`, `{bdg-link}`, `{bdg-ref}`, each with `-COLOR` and `-COLOR-line`. */
export const badgeRoles: readonly Role[] = looks.flatMap(({ending, ...look}) => [
  defineRole({
    name: `bdg${ending}`,
    build: (call) => badge(call, look)
  }),
  defineRole({
    name: `bdg-link${ending}`,
    build: (call) => linkBadge(call, look, 'url')
  }),
  defineRole({
    name: `bdg-ref${ending}`,
    build: (call) => linkBadge(call, look, 'any')
  })
])

function badge({value, place}: RoleCall, look: Look): Badge {
  const {content, tooltip} = parseBadge(value)
  return {
    type: 'badge',
    ...look,
    ...(tooltip ? {tooltip} : {}),
    children: [textNode(unescapeSemicolons(content), place(0, content.length))]
  }
}

function linkBadge({value, place}: RoleCall, look: Look, role: 'url' | 'any'): Badge {
  const {content, tooltip} = parseBadge(value)
  const {text, textEnd, target, targetStart, targetEnd} = parseTextAndTarget(content)
  return {
    type: 'badge',
    ...look,
    ...(tooltip ? {tooltip} : {}),
    reference: {
      role,
      target: unescapeSemicolons(target),
      explicit: text !== undefined,
      position: place(targetStart, targetEnd)
    },
    children:
      text === undefined ? [] : [textNode(unescapeSemicolons(text), place(textEnd - text.length, textEnd))]
  }
}
