// What is measured: each peer takes a text and does its work on it, or throws.
import MarkdownIt from 'markdown-it'
import {mystParse} from 'myst-parser'
import {mystToHtml} from 'myst-to-html'
import {
  basicTransformations,
  enumerateTargetsTransform,
  ReferenceState,
  resolveReferencesTransform
} from 'myst-transforms'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {markdownToMdast} from 'satteri'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {parse, render} from '../dist/node/index.js'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const markdownIt = new MarkdownIt()

function mystmd(text) {
  const vfile = new VFile(text)
  const tree = mystParse(text, {vfile})
  basicTransformations(tree, vfile)
  const state = new ReferenceState('index.md', {vfile})
  enumerateTargetsTransform(tree, {state})
  resolveReferencesTransform(tree, vfile, {state})
  return mystToHtml(tree)
}

/** By name: `whole` goes from text to HTML with references resolved, `parse` to a tree. */
export const peers = {
  'mystmark render': {kind: 'whole', run: (text) => render(text)},
  // As much as mystmd does: it neither colours code nor draws formulas.
  'mystmark render, code and formulas as text': {
    kind: 'whole',
    run: (text) => render(text, {highlight: undefined, math: undefined})
  },
  'mystmark parse': {kind: 'parse', run: (text) => parse(text)},
  'mystmark parse, engine remark': {kind: 'parse', run: (text) => parse(text, {engine: 'remark'})},
  'mystmd whole': {kind: 'whole', run: mystmd},
  'mystmd parse': {kind: 'parse', run: (text) => mystParse(text)},
  'remark + gfm parse': {kind: 'parse', run: (text) => remark.parse(text)},
  'markdown-it parse': {kind: 'parse', run: (text) => markdownIt.parse(text, {})},
  'satteri parse': {kind: 'parse', run: (text) => markdownToMdast(text)}
}
