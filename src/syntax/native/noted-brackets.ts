/** Brackets around the call of a footnote: they are a link to micromark, where the engine leaves them text. */
import type {PhrasingContent} from 'mdast'
import {unsure} from './unsure.js'

/** Sees all that stands in one paragraph, heading or cell, in its order. */
export class NotedBrackets {
  #isOpen = false
  #isNoted = false
  #last = ''

  start(): void {
    this.#isOpen = false
    this.#isNoted = false
    this.#last = ''
  }

  /** Leaves the native road where such brackets may be a link. */
  see(node: PhrasingContent): void {
    const text = node.type === 'text' ? node.value : ''
    if (node.type === 'footnoteReference') this.#isNoted ||= this.#isOpen
    else if (this.#isNoted && (text.includes('](') || (node.type === 'linkReference' && this.#last === ']')))
      unsure('a footnote in what may be a link')
    this.#isOpen ||= text.includes('[')
    this.#last = text.slice(-1)
  }
}
