/** What highlight.js says of code, as the elements of a page, with bounds for code that nobody writes by hand. */
import type {ElementContent} from 'hast'
import type {Emitter} from 'highlight.js'

/** Spans in each other. Code by people has a handful, and walks of the page call themselves for each. */
const maxDepth = 100

/** Languages in each other; those that are tried for one piece of code are counted as if each were in that before it. */
const maxLanguages = 30

/** A block of code on its way through highlight.js. */
export class ColouredBlock {
  /** That which was made, ended, or given the spans of another language last: around the next one that is made. */
  around: Spans | undefined
  #outermost: Spans | undefined
  readonly #size: number
  /**
   * What may still be done. Code in other languages is read again for each, in each other again and again; a script in
   * HTML is read three times.
   */
  #left: number

  constructor(code: string) {
    this.#size = code.length
    this.#left = 50_000 + 6 * code.length
  }

  /** What highlight.js made of the code; nothing if that is not all of it. */
  get children(): ElementContent[] | undefined {
    return this.#outermost?.size === this.#size && this.#left >= 0 ? this.#outermost.children : undefined
  }

  enter(spans: Spans): void {
    this.#outermost ??= spans
    this.around = spans
  }

  /** Take note of some work. Past the bound this throws, for all languages that are open. */
  spend(work: number): void {
    this.#left -= work
    if (this.#left < 0) throw new RangeError('too much to colour')
  }
}

/** The emitter of highlight.js: one is made for a block of code, and for each piece of it in another language. */
export class Spans implements Emitter {
  readonly children: ElementContent[] = []
  /** Characters in it. */
  size = 0
  readonly #block: ColouredBlock
  readonly #parent: Spans | undefined
  /** Languages around it. */
  readonly #level: number
  /** Spans around it. */
  readonly #base: number
  /** What is open, but for the innermost. */
  readonly #open: ElementContent[][] = []
  #inner = this.children

  constructor(block: ColouredBlock) {
    const parent = block.around
    this.#block = block
    this.#parent = parent
    this.#level = parent ? parent.#level + 1 : 0
    this.#base = parent ? parent.#depth + 1 : 0
    block.spend(this.#level > maxLanguages ? Infinity : 20)
    block.enter(this)
  }

  get #depth(): number {
    return this.#base + this.#open.length
  }

  addText(text: string): void {
    if (text === '') return
    // Where lines have numbers, each has spans of its own.
    const lines = this.#depth > 4 ? text.split('\n').length - 1 : 0
    this.#block.spend(text.length + 5 * lines * this.#depth)
    this.size += text.length
    const last = this.#inner.at(-1)
    if (last?.type === 'text') last.value += text
    else this.#inner.push({type: 'text', value: text})
  }

  openNode(scope: string): void {
    this.#block.spend(2)
    const isOpened = this.#depth < maxDepth
    this.#open.push(this.#inner)
    if (isOpened) this.#inner = this.#span([...classesOf(scope)])
  }

  closeNode(): void {
    this.#inner = this.#open.pop() ?? this.children
  }

  startScope(scope: string): void {
    this.openNode(scope)
  }

  endScope(): void {
    this.closeNode()
  }

  __addSublanguage(other: Spans, language: string | undefined): void {
    this.#block.around = this
    this.size += other.size
    if (language && this.#depth < maxDepth) this.#span([language], other.children)
    else for (const child of other.children) this.#inner.push(child)
  }

  finalize(): void {
    this.#block.around = this.#parent
  }

  toHTML(): string {
    return ''
  }

  #span(className: string[], children: ElementContent[] = []): ElementContent[] {
    this.#inner.push({type: 'element', tagName: 'span', properties: {className}, children})
    return children
  }
}

const known = new Map<string, readonly string[]>()

/** A scope of a grammar as classes: the first name has the prefix, those behind a dot end in underscores. */
function classesOf(scope: string): readonly string[] {
  let classes = known.get(scope)
  if (!classes) {
    classes = scope.split('.').map((name, index) => (index === 0 ? `hljs-${name}` : name + '_'.repeat(index)))
    known.set(scope, classes)
  }
  return classes
}
