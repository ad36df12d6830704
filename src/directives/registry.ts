/** The names that a parser knows. */
import {suggester} from '../names/suggest.js'
import type {Role} from '../roles/define.js'
import type {DirectiveSyntax, RoleSyntax, SyntaxRegistry} from '../syntax/spec.js'
import type {Directive} from './define.js'

/** Directives and roles by name, blind to case as docutils is. */
export interface Registry extends SyntaxRegistry {
  readonly directives: ReadonlyMap<string, Directive>
  readonly roles: ReadonlyMap<string, Role>
  directive(name: string): Directive | undefined
  role(name: string): Role | undefined
  /** Names to suggest for one that is unknown. */
  nearDirectives(name: string): string[]
  nearRoles(name: string): string[]
}

/** Of an unknown directive everything is shown, so everything is parsed. */
const unknownDirective: DirectiveSyntax = {argument: 'inline', body: 'flow', known: false}

/** Options of mystmd that no directive here takes. */
const otherOptions = ['css', 'enumerator', 'filter', 'number', 'numbering', 'typst']

/**
 * Make a registry; a later spec takes the name of an earlier one.
 *
 * @example
 * createRegistry({directives: [...builtInDirectives, shout], roles: builtInRoles})
 */
export function createRegistry({
  directives,
  roles
}: {
  directives: readonly Directive[]
  roles: readonly Role[]
}): Registry {
  const directiveMap = byName(directives)
  const roleMap = byName(roles)
  const optionNames = new Set([...otherOptions, ...directives.flatMap(({options}) => Object.keys(options))])
  const nearOptions = suggester(() => optionNames)
  const patterns = roles.filter((role) => role.matches)
  const directive = (name: string): Directive | undefined => directiveMap.get(name.toLowerCase())
  const role = (name: string): Role | undefined => {
    const key = name.toLowerCase()
    return roleMap.get(key) ?? patterns.find((each) => each.matches?.(key))
  }
  return {
    directives: directiveMap,
    roles: roleMap,
    directive,
    role,
    nearDirectives: suggester(() => directiveMap.keys()),
    nearRoles: suggester(() => roleMap.keys()),
    directiveSyntax: (name) => directive(name)?.syntax ?? unknownDirective,
    mayBeOption(name, key) {
      const own = directive(name)
      if (!own || optionNames.has(key)) return true
      // `:param x: words` describes a function.
      return own.moreOptions ? !/\s/.test(key) : nearOptions(key).length > 0
    },
    roleSyntax: (name): RoleSyntax => role(name)?.syntax ?? 'inline'
  }
}

function byName<T extends {readonly name: string; readonly aliases: readonly string[]}>(
  specs: readonly T[]
): Map<string, T> {
  return new Map(
    specs.flatMap((spec) =>
      [spec.name, ...spec.aliases].map((name): [string, T] => [name.toLowerCase(), spec])
    )
  )
}
