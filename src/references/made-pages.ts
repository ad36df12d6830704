/** Pages that Sphinx makes of a whole site, which authors may refer to; mystmark makes none of them. */
import type {Inventory} from './inventory.js'

const made: ReadonlyMap<string, string> = new Map([
  ['genindex', 'its index'],
  ['modindex', 'its index of modules'],
  ['py-modindex', 'its index of modules'],
  ['search', 'its search']
])

/** What is said where a reference leads to such a page, and the project has none of that name. */
export function madePage({flavour}: Inventory, target: string): {ruleId: string; reason: string} | undefined {
  const name = (/^[/#]/.test(target) ? target.slice(1) : target).toLowerCase()
  const page = made.get(name)
  if (flavour === 'mystmd' || page === undefined) return
  return {
    ruleId: 'made-page',
    reason: `"${target}" is a page that Sphinx makes, ${page}, and mystmark does not; leave the reference out, or write a page "${name}.md"`
  }
}
