/** Markdown in roles: the engine reads all of a page at once, each as a heading. What it costs to call it is much. */
import type {Root} from 'mdast'
import type {Point} from 'unist'
import type {MystRole} from '../../ast/nodes.js'
import type {SyntaxOptions} from '../spec.js'
import type {HiddenText} from './hidden-text.js'
import {liftTree} from './lift.js'
import {maskText, mayHoldMarks} from './mask-text.js'
import {MaskedPage} from './masked-page.js'
import type {PageLines} from './source-lines.js'
import {placed, unsure} from './unsure.js'

interface Content {
  role: MystRole
  /** On one line. */
  value: string
  start: Point
}

export class RoleContents {
  #waiting: Content[] = []
  readonly #page: PageLines
  readonly #hidden: HiddenText
  readonly #options: SyntaxOptions

  constructor(page: PageLines, hidden: HiddenText, options: SyntaxOptions) {
    this.#page = page
    this.#hidden = hidden
    this.#options = options
  }

  /** Keep a role whose content is to be read. */
  readonly add = (role: MystRole, value: string, start: Point): void => {
    this.#waiting.push({role, value, start})
  }

  /** Read what was kept, and what stands in roles in that. */
  read(engine: (text: string) => Root): void {
    while (this.#waiting.length > 0) {
      const contents = this.#waiting
      this.#waiting = []
      const part = this.#mask(contents)
      const tree = liftTree(engine(part.lines.join('\n')), this.#page.text, part, this.#options, this.add)
      for (const [index, {role, start}] of contents.entries()) {
        const heading = tree.children[index]
        if (heading?.type !== 'heading') unsure('Markdown in a role', start.offset)
        role.children = heading.children
      }
    }
  }

  #mask(contents: readonly Content[]): MaskedPage {
    const page = this.#page
    const part = new MaskedPage(page, this.#hidden)
    for (const {value, start} of contents)
      try {
        const line = start.line - 1
        const first = part.next
        part.addText(`# ${value}`, line, start.column - 3 - (page.cuts.get(line) ?? 0))
        if (mayHoldMarks(value)) maskText(part, {first, count: 1, from: [2]}, this.#options)
        part.endRun()
      } catch (error) {
        throw placed(error, start.offset)
      }
    return part
  }
}
