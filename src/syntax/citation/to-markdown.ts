/** Citations: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {Cite, CiteGroup} from '../../ast/nodes.js'
import {parseCitationKey} from './grammar.js'

/** A key in braces where it would end early, or go on into what follows. */
function writeKey(key: string, after: string): string {
  const bare = `@${key}${after.slice(0, 1)}`
  return parseCitationKey(bare, 0)?.key === key && !/^[[({]/.test(after) ? `@${key}` : `@{${key}}`
}

const cite: Handle & {peek: () => string} = Object.assign(
  ({label, suffix}: Cite, _: unknown, __: unknown, info: {after: string}): string =>
    suffix === undefined ? writeKey(label, info.after) : `${writeKey(label, ' ')} [${suffix}]`,
  {peek: () => '@'}
)

const citeGroup: Handle & {peek: () => string} = Object.assign(
  ({children}: CiteGroup): string => {
    const works = children
      .filter((child) => child.type === 'cite')
      .map(({prefix, label, partial, suffix}) => {
        const key = `${partial === 'year' ? '-' : ''}${writeKey(label, ',')}`
        return `${prefix === undefined ? '' : `${prefix} `}${key}${suffix === undefined ? '' : `, ${suffix}`}`
      })
    return `[${works.join('; ')}]`
  },
  {peek: () => '['}
)

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
