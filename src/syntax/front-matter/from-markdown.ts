/** Front matter: token to node. */
import type {Extension} from 'mdast-util-from-markdown'

/** The mdast part of {@link frontMatterConstruct}. A host may have mdast-util-frontmatter beside it, whose values add nothing here. */
export const frontMatterFromMarkdown: Extension = {
  enter: {
    yaml(token) {
      // What stands between the lines of dashes, line endings as they are: faults in it are told by their offset.
      const value = this.sliceSerialize(token)
        .replace(/^[^\r\n]*(?:\r\n|\r|\n)/, '')
        .replace(/(?:\r\n|\r|\n|^)[^\r\n]*$/, '')
      this.enter({type: 'yaml', value}, token)
    }
  },
  exit: {
    yaml(token) {
      this.exit(token)
    },
    yamlValue() {}
  }
}
