/** The few of micromark's codes and token names that we use: its own lists would come whole. */

/** Characters as micromark has them; line endings, tabs and what follows a tab are below zero. */
export const codes = {
  eof: null,
  virtualSpace: -1,
  horizontalTab: -2,
  space: 32,
  quotationMark: 34,
  dollarSign: 36,
  percentSign: 37,
  apostrophe: 39,
  leftParenthesis: 40,
  plusSign: 43,
  dash: 45,
  colon: 58,
  lessThan: 60,
  atSign: 64,
  leftSquareBracket: 91,
  backslash: 92,
  verticalBar: 124,
  rightSquareBracket: 93,
  caret: 94,
  graveAccent: 96,
  leftCurlyBrace: 123,
  rightCurlyBrace: 125,
  tilde: 126
} as const

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
