/** Writes the reference of directives and roles, and the gallery: from the registry and one file of examples. */
import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import * as z from 'zod'
import {onlyDirective} from '../../src/directives/only.js'
import {describeOption} from '../../src/directives/options.js'
import {builtInDirectives, builtInRoles, createCitations, readBib} from '../../src/node/index.js'

type Explained = {readonly doc: string}
type Directive = (typeof builtInDirectives)[number] & Explained
type Role = (typeof builtInRoles)[number] & Explained

/** By family, then by the names that an example shows: `a, b` for several, `bdg-*` for all that begin so. */
const familiesSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.union([
      z.string(),
      z.strictObject({
        example: z.string(),
        /** Options whose written default changes nothing. */
        defaults: z.record(z.string(), z.string()).optional()
      })
    ])
  )
)

export interface Example<Spec> {
  family: string
  source: string
  specs: Spec[]
  defaults: Readonly<Record<string, string>>
}

const read = (file: string): z.output<typeof familiesSchema> =>
  familiesSchema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')))

const sentencesSchema = z.record(z.enum(['directives', 'roles']), z.record(z.string(), z.array(z.string())))
const sentences = sentencesSchema.parse(
  parse(readFileSync(new URL('sentences.yaml', import.meta.url), 'utf8'))
)

/** A spec with its sentence: its own, or for those built in that of `sentences.yaml`. */
function explained<Spec extends {readonly name: string; readonly doc?: string | undefined}>(
  kind: keyof typeof sentences,
  specs: readonly Spec[]
): (Spec & {readonly doc: string})[] {
  const known = new Map(
    Object.entries(sentences[kind]).flatMap(([doc, names]) => names.map((name) => [name, doc] as const))
  )
  return specs.map((spec) => {
    const doc = spec.doc ?? known.get(spec.name)
    if (doc === undefined) throw new Error(`test/docs/sentences.yaml says nothing of ${spec.name}`)
    known.delete(spec.name)
    return {...spec, doc}
  })
}

/** Each spec with the first example that names it; those that none names are `missing`. */
function assign<Spec extends {readonly name: string}>(
  file: string,
  specs: readonly Spec[]
): {examples: Example<Spec>[]; missing: string[]; unused: string[]} {
  const left = new Map(specs.map((spec) => [spec.name, spec]))
  const examples: Example<Spec>[] = []
  const unused: string[] = []
  const families = read(file)
  const exact = new Set(
    Object.values(families).flatMap((entries) => Object.keys(entries).flatMap((key) => key.split(', ')))
  )
  for (const [family, entries] of Object.entries(families))
    for (const [key, entry] of Object.entries(entries)) {
      const {example, defaults = {}} = typeof entry === 'string' ? {example: entry} : entry
      const found = key.split(', ').flatMap((pattern) => {
        const names = [...left.keys()].filter((name) =>
          pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) && !exact.has(name) : name === pattern
        )
        if (names.length === 0) unused.push(pattern)
        return names.flatMap((name) => {
          const spec = left.get(name)
          left.delete(name)
          return spec ? [spec] : []
        })
      })
      examples.push({family, source: example, specs: found, defaults})
    }
  return {examples, missing: [...left.keys()], unused}
}

const citations = createCitations(readBib)

export const directives = assign<Directive>(
  'directives.yaml',
  explained('directives', [...builtInDirectives, ...citations.directives, onlyDirective([])])
)
export const roles = assign<Role>('roles.yaml', explained('roles', [...builtInRoles, ...citations.roles]))

/** Name and aliases as code. */
const named = ({name, aliases}: {name: string; aliases: readonly string[]}): string =>
  [name, ...aliases].map((each) => `\`${each}\``).join(', ')

const argumentWords = {inline: 'Markdown', raw: 'text', none: 'none'}
const bodyWords = {
  flow: 'Markdown',
  raw: 'kept as written',
  terms: 'terms, their definitions indented',
  none: 'none'
}

const common = new Set(['class', 'name', 'label'])

function describe(spec: Directive, defaults: Readonly<Record<string, string>>): string {
  const options = Object.entries(spec.options).filter(([key]) => !common.has(key))
  const rows = options.map(([key, schema]) => {
    const fallback = defaults[key] === undefined ? '' : `\`${defaults[key]}\``
    return `| \`${key}\` | ${(describeOption(schema) ?? 'a text').replaceAll('|', '\\|')} | ${fallback} |`
  })
  return [
    `Argument: ${argumentWords[spec.argument]}${spec.argumentRequired ? ', required' : ''}. Body: ${bodyWords[spec.body]}.`,
    ...(rows.length > 0 ? [`| Option | Value | If left out |\n|---|---|---|\n${rows.join('\n')}`] : [])
  ].join('\n\n')
}

/** A fence that is longer than any in the source. */
export function fenced(source: string, language = 'md'): string {
  const longest = Math.max(2, ...(source.match(/`{3,}/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${source.trimEnd()}\n${fence}`
}

/** Specs with the same words together. */
function together<Spec>(specs: readonly Spec[], words: (spec: Spec) => string): [words: string, Spec[]][] {
  const groups = new Map<string, Spec[]>()
  for (const spec of specs) groups.set(words(spec), [...(groups.get(words(spec)) ?? []), spec])
  return [...groups]
}

const headingOf = (specs: readonly {name: string}[]): string =>
  specs.length > 6 ? `\`${specs[0]?.name}\` and its kin` : specs.map(({name}) => `\`${name}\``).join(', ')

/** `docs/reference/directives.md`. */
export function directivesPage(): string {
  return page(
    `# Directives

Every directive of mystmark, by family. This page is made of the directives themselves and their tests: do not edit it, but \`test/docs/directives.yaml\` and \`sentences.yaml\`, and then \`npm run reference\`.

Each takes \`class\` (a list of class names) and \`name\`, or mystmd's \`label\` (the label that references lead to). A flag is given by its name alone; a flag that is left out is not set. The examples are drawn in the [gallery](../gallery/index.md).`,
    directives.examples,
    ({specs, source, defaults}) => [
      ...together(specs, (spec) => spec.doc).map(([doc, all]) =>
        specs.length === 1 ? `${aliasesOf(all)}${doc}` : `${all.map(named).join(', ')}: ${doc}`
      ),
      ...together(specs, (spec) => describe(spec, defaults)).map(([words, all], _, groups) =>
        groups.length > 1 ? `For ${all.map(({name}) => `\`${name}\``).join(', ')}:\n\n${words}` : words
      ),
      fenced(source)
    ]
  )
}

/** `docs/reference/roles.md`. */
export function rolesPage(): string {
  return page(
    `# Roles

Every role of mystmark, by family. This page is made of the roles themselves and their tests: do not edit it, but \`test/docs/roles.yaml\` and \`sentences.yaml\`, and then \`npm run reference\`. The examples are drawn in the [gallery](../gallery/roles.md).`,
    roles.examples,
    ({specs, source}) => [
      ...together(
        specs,
        (spec) => `${spec.doc} Content: ${spec.syntax === 'inline' ? 'Markdown' : 'text'}.`
      ).map(([doc, all]) =>
        specs.length === 1 ? `${aliasesOf(all)}${doc}` : `${all.map(named).join(', ')}: ${doc}`
      ),
      fenced(source)
    ]
  )
}

function aliasesOf(specs: readonly {aliases: readonly string[]}[]): string {
  const all = specs.flatMap(({aliases}) => aliases)
  return all.length > 0 ? `Also ${all.map((each) => `\`${each}\``).join(', ')}. ` : ''
}

function page<Spec extends {name: string}>(
  head: string,
  examples: readonly Example<Spec>[],
  write: (example: Example<Spec>) => string[]
): string {
  const out = [head]
  let family: string | undefined
  for (const example of examples) {
    if (example.family !== family) out.push(`## ${example.family}`)
    family = example.family
    out.push(`### ${headingOf(example.specs)}`, ...write(example))
  }
  return `${out.join('\n\n')}\n`
}

const slug = (family: string): string => family.toLowerCase().replace(/[^a-z]+/g, '-')

/** The pages of the gallery by file name: each example drawn, with its source to unfold. */
export function galleryPages(): Map<string, string> {
  const pages = new Map<string, string>()
  const add = (file: string, title: string, examples: readonly Example<Directive | Role>[]): void => {
    const parts = examples.flatMap(({specs, source}) => [
      `## ${headingOf(specs)}`,
      [...new Set(specs.map(({doc}) => doc))].slice(0, 4).join(' '),
      source.trimEnd(),
      folded(source)
    ])
    pages.set(file, `# ${title}\n\n${parts.join('\n\n')}\n`)
  }
  const families = [...new Set(directives.examples.map(({family}) => family))]
  for (const family of families)
    add(
      `${slug(family)}.md`,
      family,
      directives.examples.filter((each) => each.family === family)
    )
  add('roles.md', 'Roles', roles.examples)
  return pages
}

function folded(source: string): string {
  const block = fenced(source)
  const fence = '`'.repeat((/^`+/.exec(block)?.[0].length ?? 3) + 1)
  return `${fence}{dropdown} Source\n${block}\n${fence}`
}
