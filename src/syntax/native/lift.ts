/** From what the engine made of a masked page to the tree of the page. */
import type {Association, Heading, List, Nodes, Parents, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {DefinitionDescription, MystDirective} from '../../ast/nodes.js'
import {buildDirective} from '../directive/build.js'
import type {SyntaxOptions} from '../spec.js'
import {takeDeepCode} from './deep-lines.js'
import {
  checkBlocks,
  checkInfo,
  checkLabel,
  checkLazyRow,
  checkQuoted,
  checkRows,
  checkTitle,
  placeTask
} from './differences.js'
import {endWithCode, takeKept} from './lift-kept.js'
import {liftText, type TextLift} from './lift-text.js'
import type {BlockMark, MaskedPage} from './masked-page.js'
import {NotedBrackets} from './noted-brackets.js'
import {charAt, contentColumn, type FlowParent, restAt} from './places.js'
import {maxDepth} from './read-tree.js'
import {showStrings} from './show-strings.js'
import {placed, unsure} from './unsure.js'

type TextParent = Extract<
  Parents,
  {type: 'paragraph' | 'heading' | 'emphasis' | 'strong' | 'delete' | 'link' | 'linkReference' | 'tableCell'}
>

/** Turn a tree of a masked page into that of the page, in place. */
export function liftTree(
  tree: Root,
  source: string,
  masked: MaskedPage,
  options: SyntaxOptions,
  readContent: TextLift['readContent']
): Root {
  new Lift(source, masked, options, readContent).run(tree)
  return tree
}

class Lift {
  readonly #masked: MaskedPage
  readonly #text: TextLift
  /** Where what is lifted may have footnotes; to look through all of a page for each role in it would cost the square. */
  readonly #brackets: NotedBrackets | undefined
  /** Where the content of the innermost container begins; `undefined` in quotes. */
  #column: number | undefined = 0
  /** The line on which the block of the page begins that is being lifted. */
  #top: number | undefined
  #blocks = 0
  #kept = 0
  #described = 0

  constructor(
    source: string,
    masked: MaskedPage,
    options: SyntaxOptions,
    readContent: TextLift['readContent']
  ) {
    this.#masked = masked
    this.#text = {source, masked, options, found: 0, inTable: false, readContent}
    this.#brackets = masked.mayHoldCalls ? new NotedBrackets() : undefined
  }

  /** What was hidden must stand in the tree, each where it was hidden. */
  run(tree: Root): void {
    try {
      this.#node(tree, 0)
    } catch (error) {
      throw placed(error, this.#masked.offsetOf(this.#top))
    }
    const {blockMarks, deepCode, inlineMarks, keptBlocks, rows} = this.#masked
    const [none] = rows
    if (none !== undefined) unsure('a row that is none', this.#masked.offsetOf(none))
    if (deepCode.size > 0) unsure('containers too deep')
    if (this.#blocks !== blockMarks.size) unsure('a block is not where it was thought to be')
    if (this.#described !== this.#masked.descriptions.size)
      unsure('a description is not where it was thought to be')
    if (this.#text.found !== inlineMarks.size) unsure('a mark in text is not where it was thought to be')
    if (this.#kept !== keptBlocks.size) unsure('code or HTML is not where it was thought to be')
  }

  /** Columns of the masked page say where the content of an item begins, so a node's own place is put right last. */
  #node(node: Nodes, depth: number): void {
    if (depth > maxDepth) unsure('nodes too deep')
    switch (node.type) {
      case 'root':
      case 'blockquote':
      case 'listItem':
      case 'footnoteDefinition':
        this.#flow(node, depth)
        break
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.#brackets?.start()
        this.#phrasing(node, depth)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'linkReference':
        this.#phrasing(node, depth)
        break
      case 'list':
      case 'tableRow':
        for (const child of node.children) this.#node(child, depth + 1)
        break
      case 'table':
        if (this.#column !== 0) checkLazyRow(node, this.#masked, this.#column)
        this.#text.inTable = true
        checkRows(node, this.#masked)
        if (this.#masked.textEnds.has(node.position?.start.line ?? 0)) unsure('a row that is none')
        for (const {position} of node.children) this.#masked.rows.delete(position?.start.line ?? 0)
        for (const child of node.children) this.#node(child, depth + 1)
        this.#text.inTable = false
        break
      case 'code':
        takeDeepCode(node, this.#masked)
        if (takeKept(node, this.#masked)) this.#kept++
        break
      case 'html':
        if (takeKept(node, this.#masked)) this.#kept++
        break
    }
    const {position} = node
    if (this.#masked.hidesAny) showStrings(node, this.#masked)
    if (position) {
      this.#masked.place(position.start)
      this.#masked.place(position.end)
    }
    switch (node.type) {
      case 'list':
        if (this.#masked.endsCodeAtItems) endWithCode(node)
        break
      case 'listItem':
        if (this.#masked.endsCodeAtItems) endWithCode(node)
        placeTask(node, this.#text.source)
        break
      case 'code':
        checkInfo(node, this.#text.source)
        break
      case 'link':
        checkTitle(node, this.#text.source)
        break
      case 'image':
      case 'imageReference':
        if (node.type === 'image') checkTitle(node, this.#text.source)
        if (node.alt?.includes('}')) unsure('braces in an alternative text')
        if (node.type === 'imageReference') this.#label(node)
        break
      case 'linkReference':
      case 'definition':
      case 'footnoteReference':
      case 'footnoteDefinition':
        this.#label(node)
    }
  }

  #phrasing(node: TextParent, depth: number): void {
    let hasCode = false
    for (const child of node.children) {
      if (child.type === 'inlineCode') hasCode = true
      this.#brackets?.see(child)
      if (child.type === 'html') {
        if (/\n[ \t>]/.test(child.value)) unsure('raw HTML over lines in text')
        if (this.#masked.keptBlocks.has(child.position?.start.line ?? 0)) unsure('raw HTML that is no block')
      }
      this.#node(child, depth + 1)
    }
    if (hasCode) Object.assign(node, {children: liftText(node.children, this.#text)})
    // Links begin with a bracket or an angle, as authors write them.
    if (node.type === 'link' && !/[[<]/.test(charAt(this.#masked, node.position)))
      unsure('an address that was not hidden')
    if (node.type === 'delete' && !restAt(this.#masked, node.position).startsWith('~~')) unsure('one tilde')
  }

  #label(node: Association): void {
    if (node.label?.includes('\n')) node.label = this.#labelOverLines(node.label)
    checkLabel(node)
  }

  /** Further lines of a label have no more than their container before them, or it is not known how much of it goes. */
  #labelOverLines(label: string): string {
    return label.replace(/\n([ \t>]*)/g, (_, indent: string) => {
      if (indent !== (this.#column === undefined ? undefined : ' '.repeat(this.#column)))
        unsure('a label over lines')
      return '\n'
    })
  }

  #flow(node: FlowParent, depth: number): void {
    const outer = this.#column
    this.#column = outer === undefined ? undefined : contentColumn(node, this.#masked)
    this.#children(node, depth)
    this.#column = outer
  }

  #children(node: FlowParent, depth: number): void {
    checkBlocks(node.children, this.#masked, this.#column)
    if (this.#column === undefined) checkQuoted(node)
    if (node.children.some((child) => this.#standsFor(child)))
      Object.assign(node, {children: this.#marked(node.children, depth)})
    else
      for (const child of node.children) {
        if (depth === 0) this.#top = child.position?.start.line
        this.#node(child, depth + 1)
      }
  }

  /** Whether a block may stand for one of MyST. */
  #standsFor(node: RootContent): boolean {
    return node.type === 'list' ? this.#masked.descriptions.size > 0 : this.#markOf(node) !== undefined
  }

  /** Blocks of which some stand for those of MyST. */
  #marked(blocks: readonly RootContent[], depth: number): RootContent[] {
    const column = this.#column
    const out: RootContent[] = []
    const open: MystDirective[] = []
    let siblings = out
    for (let index = 0; index < blocks.length; index++) {
      const child = blocks[index]
      if (!child) continue
      if (depth === 0) this.#top = child.position?.start.line
      const mark = this.#markOf(child)
      if (!mark) {
        const descriptions = child.type === 'list' && this.#descriptions(child, depth + 1 + open.length)
        if (!descriptions) this.#node(child, depth + 1 + open.length)
        for (const each of descriptions || [child]) siblings.push(each)
        continue
      }
      this.#blocks++
      switch (mark.kind) {
        case 'leaf':
          if ((mark.container ?? column) !== column) unsure('a block of lines further in')
          siblings.push(mark.build(mark.position))
          if (mark.twin && this.#markOf(blocks[index + 1])?.kind !== 'twin') unsure('a block without its end')
          break
        case 'open': {
          if (mark.container !== column) unsure('a directive further in')
          const directive = buildDirective(mark.parts)
          directive.position = {start: mark.parts.start, end: mark.parts.start}
          siblings.push(directive)
          open.push(directive)
          siblings = directive.children
          break
        }
        case 'argument': {
          if (child.type !== 'heading') unsure('an argument that is no text')
          this.#argument(child, depth, mark.position, open.at(-1))
          break
        }
        case 'close': {
          const directive = open.pop()
          if (!directive?.position) unsure('a directive that does not begin here')
          directive.position.end = mark.end
          siblings = open.at(-1)?.children ?? out
          break
        }
        case 'term':
        case 'paragraph': {
          if (child.type !== 'heading') unsure('a term that is no text')
          this.#phrasing(child, depth + 1)
          const {children} = child
          const type = mark.kind === 'term' ? 'definitionTerm' : 'paragraph'
          siblings.push({type, children, position: mark.position})
          break
        }
        case 'twin':
      }
    }
    if (open.length > 0) unsure('a directive that does not end here')
    return out
  }

  /** The items of a list as descriptions, if they stand for some. */
  #descriptions({children}: List, depth: number): DefinitionDescription[] | undefined {
    const starts = children.map((item) => this.#masked.descriptions.get(item.position?.start.line ?? 0))
    if (!starts.some(Boolean)) return
    return children.map((item, index) => {
      const start = starts[index]
      this.#node(item, depth)
      if (!start || !item.position) unsure('an item among descriptions')
      this.#described++
      return {
        type: 'definitionDescription',
        spread: false,
        children: item.children,
        position: {start, end: item.position.end}
      }
    })
  }

  #argument(heading: Heading, depth: number, position: Position, directive: MystDirective | undefined): void {
    this.#phrasing(heading, depth + 1)
    directive?.children.push({type: 'mystDirectiveArgument', children: heading.children, position})
  }

  #markOf(node: Nodes | undefined): BlockMark | undefined {
    if (node?.type !== 'thematicBreak' && node?.type !== 'heading') return
    const mark = this.#masked.blockMarks.get(node.position?.start.line ?? 0)
    // A break above a row of dashes is the text of a heading.
    if (mark && node.type === 'heading' && !headings.has(mark.kind)) unsure('a block that may be a heading')
    return mark
  }
}

/** What a heading stands for, and no break. */
const headings = new Set<BlockMark['kind']>(['argument', 'term', 'paragraph'])
