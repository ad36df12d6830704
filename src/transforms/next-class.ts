/** docutils' `class` without content: its names go to the block behind it. */
import type {Survey} from '../ast/survey.js'

/** Give the names that wait in comments to the next block that is seen. */
export function giveNextClass(seen: Survey): void {
  for (const {children} of seen.holders('mystComment')) {
    let waiting: string[] = []
    for (const child of children) {
      if (child.type === 'mystComment') {
        if (child.nextClass) waiting.push(child.nextClass)
      } else if (waiting.length > 0 && child.type !== 'mystTarget') {
        child.class = [child.class, ...waiting].filter(Boolean).join(' ')
        waiting = []
      }
    }
  }
}
