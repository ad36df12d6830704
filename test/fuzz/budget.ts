/** How much is tried, and from which seed: a fixed budget in CI, more by `npm run fuzz`. */
import type {Parameters} from 'fast-check'

const longer = process.env.MYSTMARK_FUZZ
const times = Number(longer ?? 1)
const seed = Number(process.env.MYSTMARK_SEED ?? (longer ? Date.now() % 2 ** 31 : 20_261_126))
console.log(`fuzz: ${times} times the usual number of runs, seed ${seed} (MYSTMARK_FUZZ, MYSTMARK_SEED)`)

/** Parameters of a property that usually runs `count` times. */
export function budget<T>(count: number): Parameters<T> {
  const quick = process.env.MYSTMARK_QUICK ? 0.2 : 1
  return {numRuns: Math.ceil(count * times * quick), seed}
}

/** A property's own limit of time. */
export const timeout = 1_800_000
