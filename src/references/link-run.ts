/** The linking of one page: asks, and keeps the answers. */
import type {Definition, Root} from 'mdast'
import type {Position} from 'unist'
import {type Budget, createBudget, defaultLimits, repeatedTooMuch} from '../ast/limits.js'
import type {Reference} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {visitNodes} from '../ast/tree.js'
import {maxMisses} from '../names/suggest.js'
import type {Excerpts} from './excerpts.js'
import type {Inventory} from './inventory.js'
import type {AnsweredReference, Resolution} from './resolution.js'
import {resolveReference} from './resolve.js'
import {type SayWhyNot, startSearch} from './search.js'

export interface LinkOptions {
  inventory: Inventory
  page: string
  /** The page's text, to find where in a link its target is written. */
  source: string
  /** Texts of included files. */
  texts?: ReadonlyMap<string, string> | undefined
  hasFile?: ((path: string) => boolean) | undefined
  /** The trees of all pages, for what is shown again; this one alone if left out. */
  treeOf?: ((page: string) => Root | undefined) | undefined
  /** Finds what is shown again. */
  excerpts?: Excerpts | undefined
  /** Characters that the page may show again. */
  repeated?: number | undefined
  /** Says why steps found nothing; left out, they do not say. */
  whyNot?: SayWhyNot | undefined
  report: Report
}

/** What all share who write answers into a page's tree. */
export class LinkRun {
  readonly inventory: Inventory
  readonly page: string
  readonly hasFile: ((path: string) => boolean) | undefined
  readonly report: Report
  readonly references: AnsweredReference[] = []
  readonly files = new Set<string>()
  readonly #tree: Root
  readonly #options: LinkOptions
  readonly #budget: Budget
  /** Where something is shown again. */
  #place: Position | undefined
  /** Few pages ask for one. */
  #definitions: Map<string, Definition> | undefined
  /** By who asks, by target: what is asked for once is often asked for again. */
  readonly #answers = new Map<string, Map<string, Resolution>>()
  #embeds = 0
  #misses = 0

  constructor(tree: Root, options: LinkOptions) {
    const {inventory, page, hasFile, report, repeated = defaultLimits.repeated} = options
    this.inventory = inventory
    this.page = page
    this.hasFile = hasFile
    this.report = report
    this.#tree = tree
    this.#options = options
    this.#budget = createBudget(repeated, () => report(repeatedTooMuch(repeated, this.#place)))
  }

  /** Ask, and keep the answer. */
  ask(reference: Reference, fallback: Position | undefined): Resolution {
    const resolution = this.resolve(reference)
    this.note(reference, resolution, fallback)
    return resolution
  }

  resolve(reference: Reference): Resolution {
    const {role, domain, target} = reference
    // What is wrong with such a role is in its name, which two may write in two ways.
    if (role === 'external') return this.#resolveAnew(reference)
    const asks = domain === undefined ? role : `${domain} ${role}`
    let known = this.#answers.get(asks)
    if (!known) {
      known = new Map()
      this.#answers.set(asks, known)
    }
    const old = known.get(target)
    if (old) return old
    const made = this.#resolveAnew(reference)
    known.set(target, made)
    return made
  }

  #resolveAnew(reference: Reference): Resolution {
    const {inventory, page, hasFile} = this
    const search = startSearch(inventory, page, hasFile, this.#options.whyNot)
    search.isQuiet = this.#misses >= maxMisses
    const resolution = resolveReference(search, reference)
    if (resolution.status === 'missing') this.#misses++
    return resolution
  }

  /** Keep an answer, and say what is to be said of it. */
  note(reference: Reference, resolution: Resolution, fallback: Position | undefined): void {
    const position = reference.position ?? fallback
    this.references.push(position ? {reference, resolution, position} : {reference, resolution})
    if (resolution.status === 'missing') {
      const {ruleId, reason, part, severity} = resolution
      const place = part === 'name' ? reference.name?.position : part && reference.name?.parts?.[part]
      this.report({ruleId, reason, position: place ?? position, severity})
    } else {
      for (const each of resolution.notes) this.report({...each, position})
      if (resolution.kind === 'file' && resolution.page) this.files.add(resolution.page)
    }
  }

  /** What the page may show again, for something at a place. */
  budgetAt(place: Position | undefined): Budget {
    this.#place = place
    return this.#budget
  }

  /** What the directive `embed` shows. */
  excerpt(resolution: Resolution | undefined, position: Position | undefined): ReturnType<Excerpts> {
    const {inventory, page, hasFile, files, report} = this
    const {excerpts, treeOf = (other) => (other === page ? this.#tree : undefined)} = this.#options
    const count = ++this.#embeds
    return excerpts?.({inventory, page, hasFile, treeOf, files, report, resolution, count, position}) ?? []
  }

  definitionOf(identifier: string): Definition | undefined {
    this.#definitions ??= definitionsOf(this.#tree)
    return this.#definitions.get(identifier.toUpperCase())
  }

  /** The text of the file that something stands in. */
  sourceOf(position: Position | undefined): string {
    const {source, texts} = this.#options
    const file = position?.file
    return (file === undefined ? source : texts?.get(file)) ?? ''
  }
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const out = new Map<string, Definition>()
  visitNodes(tree, (node) => {
    if (node.type === 'definition' && !out.has(node.identifier.toUpperCase()))
      out.set(node.identifier.toUpperCase(), node)
    return undefined
  })
  return out
}
