/** Where micromark puts the ends of containers before events that it has already: without a copy of all events. */
import {EditMap} from 'micromark-util-edit-map'

/**
 * Run a parser in which few edits cost as much as what stands behind them. micromark's own way makes the whole list of
 * a document anew for each list item, quote and description that ends.
 */
export function withCheapEdits<T>(run: () => T): T {
  const {consume} = EditMap.prototype
  EditMap.prototype.consume = function (events) {
    // Both edits of a container are near the end; those of a table are many, and anywhere.
    if (this.map.length > 2) return consume.call(this, events)
    for (const [at, remove, add] of this.map.sort((a, b) => b[0] - a[0])) events.splice(at, remove, ...add)
    this.map.length = 0
  }
  try {
    return run()
  } finally {
    EditMap.prototype.consume = consume
  }
}
