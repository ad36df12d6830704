/**
 * Hostile pages, `vectors/*.txt`: one file a sink, `=== what it tries` and the page. What may never happen in any of
 * them is that `alert(1)` runs or that anything is asked of `evil.test`; in the browser both carry the vector's number.
 */
import {readdirSync, readFileSync} from 'node:fs'

export interface Vector {
  /** Of the file. */
  sink: string
  name: string
  source: string
}

const folder = new URL('vectors/', import.meta.url).pathname

/** Vectors by their sinks. */
export const sinks: readonly (readonly [sink: string, vectors: readonly Vector[]])[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const sink = file.replace('.txt', '')
    const [, ...sections] = readFileSync(folder + file, 'utf8').split(/^=== /m)
    return [
      sink,
      sections.map((section) => {
        const end = section.indexOf('\n')
        return {sink, name: section.slice(0, end), source: section.slice(end + 1)}
      })
    ]
  })

export const vectors: readonly Vector[] = sinks.flatMap(([, each]) => each)
