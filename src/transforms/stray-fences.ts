/** Closing fences of colons that close nothing. */
import type {Paragraph, Parents, PhrasingContent, Root, Text} from 'mdast'
import {onLine} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {isParent, visitNodes} from '../ast/tree.js'
import type {LostClose} from './open-fences.js'
import {cut, type Locate, placesOf} from './text-places.js'

export interface StrayOptions {
  source: string
  locate: Locate
  /** Directives whose closing lines are left over. */
  lost: readonly LostClose[]
  report: Report
}

const strayLine = /^[ \t]*(:{3,})[ \t]*$/gm
const openingLine = /^[ \t]*:{2,}[ \t]*\\?\{?[A-Za-z]/gm

/**
 * Take lines of colons alone out of the text, and report each. A line that closes what was meant to be a directive
 * and is shown as text stays beside its opening. Paragraphs without words go, too.
 *
 * @returns whether anything may have changed.
 */
export function settleStrayFences(
  tree: Root,
  seen: Survey,
  {source, locate, lost, report}: StrayOptions
): boolean {
  if (!source.includes(':::')) return false
  if (!seen.nodes('paragraph').some(mayBeStray)) return false
  const waiting = [...lost].sort((a, b) => b.offset - a.offset)
  const open: LostClose[] = []
  let openings = 0
  visitNodes(tree, (parent) => {
    if (!isParent(parent) || !parent.children.some((child) => child.type === 'paragraph')) return
    const children = parent.children.filter((child) => child.type !== 'paragraph' || settle(child))
    if (children.length < parent.children.length) setChildren(parent, children)
    return
  })
  return true

  /** Whether anything is left of the paragraph. */
  function settle(paragraph: Paragraph): boolean {
    const children = paragraph.children.flatMap((child, index) =>
      child.type === 'text' && child.value.includes(':::')
        ? settleText(child, paragraph.children[index - 1], paragraph.children[index + 1])
        : [child]
    )
    if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return false
    paragraph.children = children
    return true
  }

  function settleText(
    node: Text,
    before: PhrasingContent | undefined,
    after: PhrasingContent | undefined
  ): PhrasingContent[] {
    const {value} = node
    const places = placesOf(node, source, locate)
    if (!before || before.type === 'break') openings += value.match(openingLine)?.length ?? 0
    const pieces = [...value.matchAll(strayLine)].flatMap((match) => {
      const start = match.index
      const end = start + match[0].length
      const colons = start + match[0].indexOf(':')
      const whole =
        (start > 0 || !before || before.type === 'break') &&
        (end < value.length || !after || after.type === 'break')
      if (!whole || !places.literal(colons)) return []
      if (openings > 0) {
        openings--
        return []
      }
      const at = places.place(colons, colons + 1)?.start
      const position = at && onLine(at, 0, match[1]?.length ?? 0)
      const opener = lostBefore(position?.start.offset)
      report({
        ruleId: 'stray-fence',
        reason: opener
          ? `closes nothing, and is left out: the closing fence of line ${opener.line} was taken by a fence around it that is no longer`
          : 'closes nothing, and is left out: no directive is open here; delete it, or write the opening line',
        position
      })
      const last = end >= value.length
      return [{start: last && start > 0 ? start - 1 : start, end: last ? end : end + 1, node: nothing}]
    })
    if (pieces.length === 0) return [node]
    return cut(node, pieces, places).filter((child) => child.type !== 'text' || child.value !== '')
  }

  /** The innermost directive that lost its closing line above. */
  function lostBefore(offset: number | undefined): LostClose | undefined {
    for (let next = waiting.at(-1); next && next.offset < (offset ?? 0); next = waiting.at(-1)) {
      open.push(next)
      waiting.pop()
    }
    return open.pop()
  }
}

/** Whether a paragraph has lines of colons, or nothing to read. */
function mayBeStray({children}: Paragraph): boolean {
  return (
    children.some((child) => child.type === 'text' && child.value.includes(':::')) ||
    children.every((child) => child.type === 'text' && child.value.trim() === '')
  )
}

function nothing(): Text {
  return {type: 'text', value: ''}
}

function setChildren(parent: Parents, children: readonly unknown[]): void {
  Object.assign(parent, {children})
}
