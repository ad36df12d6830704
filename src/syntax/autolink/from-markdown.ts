/** Addresses: tokens to links. */
import type {Extension} from 'mdast-util-from-markdown'

/** The mdast part of {@link addressConstruct}. */
export const addressFromMarkdown: Extension = {
  enter: {
    mystAddress(token) {
      this.enter({type: 'link', title: null, url: token._url ?? '', children: []}, token)
    }
  },
  exit: {
    mystAddress(token) {
      const value = this.sliceSerialize(token)
      this.enter({type: 'text', value}, token)
      this.exit(token)
      this.exit(token)
    }
  }
}
