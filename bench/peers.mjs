// What is measured: each peer takes a text and does its work on it, or throws.
import MarkdownIt from 'markdown-it'
import {cardDirective} from 'myst-ext-card'
import {exerciseDirectives} from 'myst-ext-exercise'
import {gridDirectives} from 'myst-ext-grid'
import {proofDirective} from 'myst-ext-proof'
import {tabDirectives} from 'myst-ext-tabs'
import {mystParse} from 'myst-parser'
import {mystToHtml} from 'myst-to-html'
import {
  abbreviationTransform,
  basicTransformations,
  checkLinkTextTransform,
  codeTransform,
  DOITransformer,
  enumerateTargetsTransform,
  footnotesTransform,
  GithubTransformer,
  getFrontmatter,
  glossaryTransform,
  htmlTransform,
  indexIdentifierTransform,
  inlineMathSimplificationTransform,
  keysTransform,
  linksTransform,
  mathTransform,
  ReferenceState,
  RORTransformer,
  RRIDTransformer,
  reconstructHtmlTransform,
  resolveReferencesTransform,
  WikiTransformer
} from 'myst-transforms'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {markdownToMdast} from 'satteri'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {parse, render} from '../dist/node/index.js'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const markdownIt = new MarkdownIt()

const mystmdDirectives = [
  cardDirective,
  ...gridDirectives,
  ...tabDirectives,
  proofDirective,
  ...exerciseDirectives
]
const transformers = [
  new WikiTransformer(),
  new GithubTransformer(),
  new RRIDTransformer(),
  new RORTransformer(),
  new DOITransformer()
]

/** What mystmd's own program does to a page (`process/mdast.ts` there), but for what needs files or the network. */
function mystmd(text) {
  const vfile = new VFile(text)
  const tree = mystParse(text, {vfile, directives: mystmdDirectives})
  const {frontmatter} = getFrontmatter(vfile, tree, {keepTitleNode: true})
  reconstructHtmlTransform(tree)
  htmlTransform(tree)
  basicTransformations(tree, vfile)
  inlineMathSimplificationTransform(tree)
  mathTransform(tree, vfile, {macros: frontmatter.math})
  glossaryTransform(tree, vfile)
  abbreviationTransform(tree, {abbreviations: frontmatter.abbreviations})
  indexIdentifierTransform(tree)
  codeTransform(tree, vfile)
  footnotesTransform(tree, vfile)
  const state = new ReferenceState('index.md', {vfile, frontmatter})
  enumerateTargetsTransform(tree, {state})
  linksTransform(tree, vfile, {transformers, selector: 'link,card,linkBlock'})
  resolveReferencesTransform(tree, vfile, {state, transformers})
  keysTransform(tree)
  checkLinkTextTransform(tree, [], vfile)
  return mystToHtml(tree)
}

/** By name: `whole` goes from text to HTML with references resolved, `parse` to a tree. */
export const peers = {
  'mystmark render': {kind: 'whole', run: (text) => render(text)},
  // As much as mystmd does: it leaves the colours of code to its theme.
  'mystmark render, code as text': {kind: 'whole', run: (text) => render(text, {highlight: undefined})},
  'mystmark parse': {kind: 'parse', run: (text) => parse(text)},
  'mystmark parse, engine remark': {kind: 'parse', run: (text) => parse(text, {engine: 'remark'})},
  'mystmd whole': {kind: 'whole', run: mystmd},
  'mystmd parse': {kind: 'parse', run: (text) => mystParse(text)},
  'remark + gfm parse': {kind: 'parse', run: (text) => remark.parse(text)},
  'markdown-it parse': {kind: 'parse', run: (text) => markdownIt.parse(text, {})},
  'satteri parse': {kind: 'parse', run: (text) => markdownToMdast(text)}
}
