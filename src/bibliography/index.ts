/** The bibliography of a project: what its pages cite and list. */
import type {FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Bibliography, Citation, CiteGroup, FlowContent} from '../ast/nodes.js'
import type {Fault} from '../ast/report.js'
import {plainText} from '../ast/tree.js'
import type {Directive} from '../directives/define.js'
import {suggester} from '../names/suggest.js'
import type {
  CitationConfig,
  CitationEngine,
  CitationIndex,
  CitingPage,
  CitingProject,
  PageCitations
} from '../references/citations.js'
import type {Role} from '../roles/define.js'
import {citationSyntax} from '../syntax/citation/syntax.js'
import type {SyntaxPart} from '../syntax/spec.js'
import {bibliographies} from './directives.js'
import {formatWork} from './format.js'
import {labelNode, leadBack} from './label.js'
import {createLibrary} from './library.js'
import {linkCitation} from './link.js'
import {createListMaker, type ListedWork, type WorkList} from './lists.js'
import {citationRoles} from './roles.js'
import type {ReadBib, Work} from './work.js'
import {type CitedWork, type ReferenceStyle, writeCitation} from './write.js'

/**
 * Make the plug-in `citations` of a reader of `.bib` files.
 *
 * Lists and labels are sphinxcontrib-bibtex's; in the flavour `mystmd` works are cited by author and year, in round
 * brackets. Works that are cited and that no bibliography lists stand at the end of the page.
 *
 * @example
 * render(source, {citations: createCitations(readBib), bibliography: {'refs.bib': text}})
 */
export function createCitations(readBib: ReadBib): {
  readonly directives: readonly Directive[]
  readonly roles: readonly Role[]
  readonly syntax: SyntaxPart
  readonly index: CitationEngine
} {
  return {
    directives: bibliographies,
    roles: citationRoles,
    syntax: citationSyntax,
    index: (project) => new ProjectCitations(project, readBib)
  }
}

class ProjectCitations implements CitationIndex {
  readonly #config: CitationConfig
  readonly #keys: readonly string[]
  /** Why there is no work, where there is none. */
  readonly #whyNone: string
  readonly #near = suggester(() => this.#keys)
  /** Of the files that the configuration names, by key. */
  readonly #works: ReadonlyMap<string, Work>
  readonly #byFoldedKey = new Map<string, string>()
  /** Of each page, in order. */
  readonly #lists = new Map<string, WorkList[]>()
  /** By key: the first list in page order that has it. */
  readonly #first = new Map<string, ListedWork>()
  readonly #unlisted = new Map<string, WorkList>()
  readonly #faults = new Map<string, Fault[]>()
  readonly #words = new Map<Work, string>()

  constructor({pages, config, files: given}: CitingProject, readBib: ReadBib) {
    this.#config = config
    const texts = typeof given === 'function' ? {} : given
    const read = typeof given === 'function' ? given : (path: string) => texts[path]
    const files = config.bibliography ?? Object.keys(texts)
    this.#whyNone =
      files.length > 0
        ? `${files.map((file) => `"${file}"`).join(' and ')} gave no works`
        : 'the project has no works: name its .bib files under `bibliography` in the configuration'
    const library = createLibrary(read, readBib)
    this.#works = library.worksOf(files)
    const citedOn = new Map<string, Set<string>>()
    for (const {page, citations} of pages)
      for (const key of citations?.cited ?? []) {
        const known = citedOn.get(key)
        if (known) known.add(page)
        else citedOn.set(key, new Set([page]))
      }
    const maker = createListMaker({
      config,
      files,
      library,
      citedOn,
      report: (page, fault) => this.#tell(page, fault)
    })
    for (const {page, citations} of pages)
      this.#lists.set(
        page,
        (citations?.lists ?? []).map((options) => maker.list(page, options))
      )
    // Only a list with labels can be cited; others are better than none.
    for (const withLabels of [true, false])
      for (const {list, works} of [...this.#lists.values()].flat())
        if ((list === 'citation') === withLabels)
          for (const work of works) if (!this.#first.has(work.key)) this.#first.set(work.key, work)
    for (const key of [...this.#first.keys(), ...this.#works.keys()])
      if (!this.#byFoldedKey.has(key.toLowerCase())) this.#byFoldedKey.set(key.toLowerCase(), key)
    for (const {page, citations} of pages) {
      const left = new Set(
        (citations?.cited ?? []).map((key) => this.#keyOf(key)).filter((key) => !this.#first.has(key))
      )
      const works = [...left].flatMap((key) => this.#works.get(key) ?? [])
      if (works.length > 0) this.#unlisted.set(page, maker.unlisted(page, works))
    }
    this.#keys = [...new Set([...this.#first.keys(), ...this.#works.keys()])]
    // What is wrong with the files is said on the first page that needs them.
    const user = pages.find(({citations}) => citations)?.page
    if (user !== undefined) {
      for (const fault of library.faults) this.#tell(user, fault)
      for (const file of files)
        if (!library.has(file))
          this.#tell(user, {
            ruleId: 'unknown-file',
            reason: `there is no file "${file}" in the project, which \`bibliography\` of the configuration names`
          })
    }
  }

  page({page, href, refer, report}: CitingPage): PageCitations {
    for (const fault of this.#faults.get(page) ?? []) report(fault)
    const lists = [...(this.#lists.get(page) ?? [])]
    const own = [...lists, this.#unlisted.get(page)].flatMap((list) => list?.works ?? [])
    const here = new Map(own.map((work): [string, ListedWork] => [work.key, work]).reverse())
    const drawn = new Map<string, Citation>()
    const marks = new Map<string, string[]>()
    const notes: string[] = []
    const noted = new Set<string>()
    let count = 1

    const find = (written: string): CitedWork | undefined => {
      const key = this.#keyOf(written)
      const found = here.get(key) ?? this.#first.get(key)
      const work = found?.work ?? this.#works.get(key)
      if (!work) return byDoi(written)
      return {
        work,
        label: found?.label ?? key,
        url: found && href(found.page, found.id),
        title: this.#inWords(work)
      }
    }
    const flow = (list: WorkList): FlowContent[] => {
      const {works} = list
      if (list.list !== 'citation') {
        const start = list.start ?? count
        if (list.list === 'enumerated') count = start + works.length
        return works.length > 0 ? [listOf(list, start)] : []
      }
      return works.map(({key, id, label, work}): Citation => {
        const node: Citation = {
          type: 'citation',
          label: key,
          identifier: key.toLowerCase(),
          ids: [id],
          children: [labelNode(label), paragraph(work)]
        }
        drawn.set(key, node)
        return node
      })
    }
    const flushNotes = (): FootnoteDefinition[] =>
      notes.splice(0).flatMap((key): FootnoteDefinition[] => {
        const work = this.#works.get(key)
        return work
          ? [{type: 'footnoteDefinition', identifier: noteName(key), label: key, children: [paragraph(work)]}]
          : []
      })

    let told = false
    const none = (position: Position | undefined): boolean => {
      if (this.#keys.length > 0) return false
      if (!told)
        report({
          ruleId: 'no-bibliography',
          reason: `${this.#whyNone}; keys are shown as they are`,
          position
        })
      told = true
      return true
    }
    const write = (group: CiteGroup): PhrasingContent[] =>
      writeCitation(group, {
        style: this.#referenceStyle,
        brackets: this.#config.flavour === 'mystmd' ? ['(', ')'] : ['[', ']'],
        find,
        mark: (written) => {
          const key = this.#keyOf(written)
          if (!noted.has(key)) notes.push(key)
          noted.add(key)
          return {type: 'footnoteReference', identifier: noteName(key), label: key}
        },
        id: (written) => {
          const key = this.#keyOf(written)
          const listed = here.get(key)
          if (!listed) return []
          const known = marks.get(key) ?? []
          const id = `${listed.id}-mark-${known.length + 1}`
          marks.set(key, [...known, id])
          return [id]
        }
      })

    return {
      link: (node) =>
        linkCitation(node, {
          has: (key) => find(key) !== undefined,
          near: this.#near,
          write,
          refer,
          report,
          none
        }),
      list: ({options, position}) => {
        if (!options) return flushNotes()
        const list = lists.shift()
        if (list?.works.length === 0 && options.files === '') none(position)
        return list ? flow(list) : []
      },
      rest: () => {
        const unlisted = this.#unlisted.get(page)
        const block: Bibliography[] = unlisted ? [{type: 'bibliography', children: flow(unlisted)}] : []
        // All marks of the page are known only now.
        for (const [key, node] of drawn) leadBack(node, marks.get(key) ?? [])
        return [...block, ...flushNotes()]
      }
    }
  }

  get #referenceStyle(): ReferenceStyle {
    const {citationStyle: style, flavour} = this.#config
    if (style === 'author_year' || style === 'super' || style === 'label') return style
    return flavour === 'mystmd' ? 'author_year' : 'label'
  }

  /** For the titles of links: many lead to one work. */
  #inWords(work: Work): string {
    const known = this.#words.get(work) ?? plainText(formatWork(work))
    this.#words.set(work, known)
    return known
  }

  /** mystmd tells no case apart. */
  #keyOf(key: string): string {
    return this.#first.has(key) || this.#works.has(key)
      ? key
      : (this.#byFoldedKey.get(key.toLowerCase()) ?? key)
  }

  #tell(page: string, fault: Fault): void {
    const known = this.#faults.get(page)
    if (known) known.push(fault)
    else this.#faults.set(page, [fault])
  }
}

/** Works that no file has may be named by their DOI, as in mystmd. */
function byDoi(key: string): CitedWork | undefined {
  const [, doi] = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i.exec(key) ?? []
  if (doi === undefined) return
  const title = `doi:${doi}`
  const work: Work = {key, type: 'misc', authors: [], editors: [], title, year: '', fields: {}}
  return {work, label: title, url: `https://doi.org/${doi}`, remote: true, title: ''}
}

/** No footnote of an author has a space in its name. */
const noteName = (key: string): string => `cite ${key}`

function paragraph(work: Work): Paragraph {
  return {type: 'paragraph', children: formatWork(work)}
}

function listOf({list, enumeration, works}: WorkList, start: number): List {
  const ordered = list === 'enumerated'
  return {
    type: 'list',
    ordered,
    ...(ordered ? {start} : {}),
    ...(ordered && enumeration ? {enumeration} : {}),
    spread: false,
    children: works.map(
      ({work, id}): ListItem => ({type: 'listItem', spread: false, ids: [id], children: [paragraph(work)]})
    )
  }
}
