/** The few of micromark's token names that we use: its own list would come whole. */

/** Tokens of micromark itself. */
export const types = {
  autolink: 'autolink',
  chunkDocument: 'chunkDocument',
  chunkFlow: 'chunkFlow',
  chunkText: 'chunkText',
  codeText: 'codeText',
  data: 'data',
  image: 'image',
  labelImage: 'labelImage',
  labelLink: 'labelLink',
  lineEnding: 'lineEnding',
  linePrefix: 'linePrefix',
  link: 'link',
  listItemIndent: 'listItemIndent',
  listItemPrefix: 'listItemPrefix',
  whitespace: 'whitespace'
} as const

/** Columns of a tab, and one more than a block may be indented. */
export const constants = {tabSize: 4} as const
