/** Sphinx's notes on what a version brought, changed or took. */
import type {PhrasingContent} from 'mdast'
import type {FlowContent, VersionNoteKind} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import {around} from '../ast/tree.js'
import {type Directive, defineDirective} from './define.js'

const kinds: readonly (readonly [VersionNoteKind, alias: string])[] = [
  ['versionadded', 'version-added'],
  ['versionchanged', 'version-changed'],
  ['deprecated', 'version-deprecated'],
  ['versionremoved', 'version-removed']
]

/** `{versionadded}`, `{versionchanged}`, `{deprecated}`, `{versionremoved}`. */
export const versionNotes: readonly Directive[] = kinds.map(([kind, alias]) =>
  defineDirective({
    name: kind,
    aliases: [alias],
    argument: 'inline',
    argumentRequired: true,
    options: {},
    build({title, attributes, children}) {
      const {version, rest} = splitVersion(title)
      const position = around(rest)
      const first: FlowContent[] =
        rest.length > 0 ? [{type: 'paragraph', children: rest, ...(position ? {position} : {})}] : []
      return {type: 'versionNote', kind, version, ...attributes, children: [...first, ...children]}
    }
  })
)

/** The first word is the version, what follows is the first paragraph. */
function splitVersion(title: readonly PhrasingContent[]): {version: string; rest: PhrasingContent[]} {
  const [first, ...others] = title
  if (first?.type !== 'text') return {version: '', rest: [...title]}
  const [all = '', version = ''] = /^\s*(\S*)\s*/.exec(first.value) ?? []
  const value = first.value.slice(all.length)
  if (!value) return {version, rest: others}
  const {position} = first
  const start = position && along(position.start, all.length)
  return {
    version,
    rest: [
      {type: 'text', value, ...(position && start ? {position: {start, end: position.end}} : {})},
      ...others
    ]
  }
}
