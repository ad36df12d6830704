/** Which blocks are numbered, from where, and how a number is written. */
import {own} from '../names/own.js'

/** What a project's configuration says of the numbers of one kind. */
export interface KindNumbering {
  enabled?: boolean | undefined
  /** The first number. */
  start?: number | undefined
  /** The text of a reference, with `%s` or `{number}` for the number. */
  template?: string | undefined
  /** Whether numbers go on from page to page, or begin again on each. */
  continue?: boolean | undefined
  /** How many levels of the section's number stand before the block's own. */
  sectionDepth?: number | undefined
}

export type Numbering = boolean | Readonly<Record<string, boolean | string | number | KindNumbering>>

export type Flavour = 'sphinx' | 'jupyter-book' | 'mystmd'

/** How one kind is numbered, all questions answered. */
export interface KindRules {
  enabled: boolean
  start: number
  template: string
  continue: boolean
  sectionDepth: number
  /** Blocks without caption or label count, too. */
  uncaptioned: boolean
}

/** What holds where nothing is said: kinds are named by directives, so they are few. */
const usual: Readonly<Record<Flavour, Map<string, KindRules>>> = {
  sphinx: new Map(),
  'jupyter-book': new Map(),
  mystmd: new Map()
}

/** Says how each kind is numbered. */
export type NumberRules = (kind: string) => KindRules

const sphinxTemplates: Readonly<Record<string, string>> = {
  figure: 'Fig. %s',
  subfigure: 'Fig. %s',
  table: 'Table %s',
  code: 'Listing %s',
  section: 'Section %s',
  equation: '(%s)'
}

const mystmdTemplates: Readonly<Record<string, string>> = {
  figure: 'Figure %s',
  subfigure: 'Figure %s',
  table: 'Table %s',
  code: 'Program %s',
  section: 'Section %s',
  equation: '(%s)'
}

/** Other names under which a configuration may speak of a kind: the nearest first. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  code: ['code-block', 'literal-block'],
  section: ['headings', 'sections'],
  subfigure: ['figure'],
  equation: ['displaymath', 'math']
}

/**
 * The rules for a project.
 *
 * Left out, mystmd numbers figures, tables, code and equations; Sphinx numbers equations alone, on each page from 1,
 * and with `true` all of them through the project (its `numfig`).
 */
export function numberRules(numbering: Numbering | undefined, flavour: Flavour = 'sphinx'): NumberRules {
  const known = numbering === undefined ? usual[flavour] : new Map<string, KindRules>()
  return (kind) => {
    const old = known.get(kind)
    if (old) return old
    const made = rulesOf(kind, numbering, flavour)
    known.set(kind, made)
    return made
  }
}

function rulesOf(kind: string, numbering: Numbering | undefined, flavour: Flavour): KindRules {
  const mystmd = flavour === 'mystmd'
  const said = saidOf(kind, numbering)
  const all = numbering === true || (typeof numbering === 'object' && numbering.all === true)
  const usual =
    kind === 'title'
      ? false
      : kind === 'section'
        ? all && mystmd
        : mystmd || all || kind === 'equation' || !/^\w+$/.test(kind) || isTheorem(kind)
  const bare = kind.replace(/^proof:/, '')
  const template =
    (mystmd ? mystmdTemplates : sphinxTemplates)[kind] ?? `${bare.charAt(0).toUpperCase()}${bare.slice(1)} %s`
  return {
    enabled: numbering !== false && (said.enabled ?? (Object.keys(said).length > 0 || usual)),
    start: said.start ?? 1,
    template: said.template ?? template,
    continue: said.continue ?? (!mystmd && (kind !== 'equation' || all || said.enabled === true)),
    sectionDepth: said.sectionDepth ?? (mystmd ? 0 : 1),
    uncaptioned: mystmd
  }
}

function isTheorem(kind: string): boolean {
  return kind === 'exercise' || kind === 'solution'
}

/** What the configuration says: `true`, a template, a first number, or all of it. */
function saidOf(kind: string, numbering: Numbering | undefined): KindNumbering {
  if (typeof numbering !== 'object') return {}
  const bare = kind.replace(/^proof:/, '')
  const names = [
    kind,
    ...(own(otherNames, kind) ?? []),
    ...(bare === kind ? [] : [`prf:${bare}`, bare, 'proof'])
  ]
  const said = names.map((name) => own(numbering, name)).find((each) => each !== undefined)
  switch (typeof said) {
    case 'boolean':
      return {enabled: said}
    case 'string':
      return {template: said}
    case 'number':
      return {start: said}
    default:
      return said ?? {}
  }
}

/**
 * Put a number into a template or a text: `%s` and `{number}`.
 *
 * @example
 * fillNumber('Fig. %s', '1.2') // 'Fig. 1.2'
 */
export function fillNumber(template: string, number: string): string {
  return template.replace(/%s|\{number\}/g, () => number)
}
