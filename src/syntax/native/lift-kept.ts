/** Fenced code and the raw HTML that a blank line does not end must be what they were taken for. */
import type {Code, Html, List, ListItem} from 'mdast'
import type {MaskedPage} from './masked-page.js'
import {charAt} from './places.js'
import {unsure} from './unsure.js'

/** Whether a block that is not placed yet was kept as it is; where it ends is put right. */
export function takeKept({type, position}: Code | Html, masked: MaskedPage): boolean {
  const {start, end} = position ?? {}
  if (!start || !end) return false
  const kept = masked.keptBlocks.get(start.line)
  const isFence = type === 'code' && /[`~]/.test(charAt(masked, position))
  if (kept?.type !== type || !(isFence || type === 'html'))
    return isFence && unsure('code that was not thought to be there')
  if (kept.last === undefined) return true
  if (kept.endsAtItem && end.line === kept.last + (end.column === 1 ? 1 : 0)) {
    end.line = kept.last + 1
    end.column = 1
    return true
  }
  if (kept.endColumn !== undefined && kept.last === end.line) {
    end.column = kept.endColumn
    return true
  }
  // HTML that ends with its container ends before the first column of the next line.
  if (type === 'html' && end.column === 1) return false
  return kept.last === end.line || (isFence && unsure('code that was not thought to be there'))
}

/** Items and lists end where code ends that the next item ends. */
export function endWithCode({children, position}: List | ListItem): void {
  const end = children.at(-1)?.position?.end
  if (position && end?.column === 1 && (end.offset ?? 0) > (position.end.offset ?? 0)) position.end = {...end}
}
