/** The cases of the MyST specification: its own 73, and CommonMark's as the specification has them. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import * as z from 'zod'

/** A node of the specification's trees. */
export interface Tree {
  type: string
  children?: Tree[] | undefined
  [field: string]: unknown
}

export const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.looseObject({type: z.string(), children: z.array(treeSchema).optional()})
)

const all = z
  .array(z.object({title: z.string(), mdast: treeSchema, myst: z.string(), html: z.string().optional()}))
  .parse(
    JSON.parse(readFileSync(createRequire(import.meta.url).resolve('myst-spec/dist/myst.tests.json'), 'utf8'))
  )

const isCommonMark = /^(?:cmark_spec\S*: |commonmark\.)/

/** MyST's own. */
export const mystCases = all.filter(({title}) => !isCommonMark.test(title))

/** CommonMark 0.30's, and 17 more of plain Markdown. */
export const commonMarkCases = all
  .filter(({title}) => isCommonMark.test(title))
  .map((each) => ({...each, title: each.title.replace(isCommonMark, '')}))

const front = 'three dashes at the start of a page begin its front matter'
const space = 'the case has a plain space where CommonMark has a no-break space'
const comment = 'a comment by CommonMark 0.31 and not by 0.30'

/** CommonMark's cases that hold no longer, or not in MyST, and why. */
export const olderCases = new Map([
  ['Setext headings - example 96', front],
  ['Setext headings - example 98', front],
  ['Entity and numeric character references - example 25', space],
  ['Code spans - example 333', space],
  ['Emphasis and strong emphasis - example 353', space],
  ['Links - example 506', space],
  ['Raw HTML - example 625', comment],
  ['Raw HTML - example 626', comment]
])
