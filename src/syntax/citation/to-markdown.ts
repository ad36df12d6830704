/** Citations: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {Cite, CiteGroup} from '../../ast/nodes.js'
import {plainText} from '../../ast/tree.js'
import {type CitedWork, parseCitationGroup, parseCitationKey, parseNarrative} from './grammar.js'

/** A key in braces where it would end early, or go on into what follows. */
function writeKey(key: string, after: string): string {
  const bare = `@${key}${after.slice(0, 1)}`
  return parseCitationKey(bare, 0)?.key === key && !/^[[({]/.test(after) ? `@${key}` : `@{${key}}`
}

/** As its author wrote it, while that still says the same; no line of it can begin a block four columns in. */
function asWritten(cite: Cite, works: readonly CitedWork[] | undefined): string | undefined {
  const {label, partial, prefix, suffix} = cite
  const [work, ...others] = works ?? []
  const same =
    others.length === 0 &&
    work?.key === label &&
    work.yearOnly === (partial === 'year') &&
    work.prefix?.text === prefix &&
    work.suffix?.text === suffix
  return same ? plainText(cite.children).replaceAll('\n', '\n    ') : undefined
}

const cite: Handle & {peek: () => string} = Object.assign(
  (node: Cite, _: unknown, __: unknown, {after}: {after: string}): string => {
    const {label, suffix, children} = node
    const written = plainText(children)
    const work = parseNarrative(written + after)
    const same = work?.end === written.length ? asWritten(node, [work]) : undefined
    return same ?? (suffix === undefined ? writeKey(label, after) : `${writeKey(label, ' ')} [${suffix}]`)
  },
  {peek: () => '@'}
)

const citeGroup: Handle & {peek: () => string} = Object.assign(
  ({children}: CiteGroup): string =>
    `[${children
      .filter((child) => child.type === 'cite')
      .map((work) => asWritten(work, parseCitationGroup(plainText(work.children))) ?? writeWork(work))
      .join('; ')}]`,
  {peek: () => '['}
)

function writeWork({prefix, label, partial, suffix}: Cite): string {
  const key = `${partial === 'year' ? '-' : ''}${writeKey(label, ',')}`
  return `${prefix === undefined ? '' : `${prefix} `}${key}${suffix === undefined ? '' : `, ${suffix}`}`
}

/** Writes keys with their words as mystmd reads them. */
export const citationToMarkdown: Options = {
  handlers: {cite, citeGroup},
  unsafe: [
    {
      character: '@',
      before: '^|[^\\p{L}\\p{N}.@/:=&#%+?~\\\\]',
      after: '[\\p{L}\\p{N}_{]',
      inConstruct: 'phrasing',
      unicode: true
    }
  ]
}
