/** The works of a project's `.bib` files. */
import type {Fault} from '../ast/report.js'
import type {BibFault, ReadBib, Work} from './work.js'

/** Works by file, each file read once. */
export interface Library {
  /** The works of some files by key, and of all that the configuration names; the first of equal keys counts. */
  worksOf(files: readonly string[]): ReadonlyMap<string, Work>
  /** Whether there is such a file. */
  has(file: string): boolean
  /** What is wrong with the files that were read. */
  readonly faults: Fault[]
}

/** Make a library. */
export function createLibrary(read: (path: string) => string | undefined, readBib: ReadBib): Library {
  const known = new Map<string, readonly Work[] | undefined>()
  const faults: Fault[] = []
  const worksIn = (file: string): readonly Work[] | undefined => {
    if (known.has(file)) return known.get(file)
    const text = read(file)
    const found = text === undefined ? undefined : readBib(text.replace(/^\ufeff/, ''))
    known.set(file, found?.works)
    for (const fault of found?.faults ?? []) faults.push(placed(file, fault))
    return found?.works
  }
  return {
    faults,
    has: (file) => worksIn(file) !== undefined,
    worksOf(files) {
      const out = new Map<string, Work>()
      for (const file of files)
        for (const work of worksIn(file) ?? []) if (!out.has(work.key)) out.set(work.key, work)
      return out
    }
  }
}

function placed(file: string, {reason, line}: BibFault): Fault {
  const point = {line, column: 1}
  return {ruleId: 'bib-syntax', reason, position: {file, start: point, end: point}}
}
