/** Pages that Sphinx makes of a whole site, which authors may refer to; mystmark makes none of them. */
import type {Inventory} from './inventory.js'

const made: Readonly<Record<string, string>> = {
  genindex: 'its index',
  modindex: 'its index of modules',
  'py-modindex': 'its index of modules',
  search: 'its search'
}

/** What is said where a reference leads to such a page, and the project has none of that name. */
export function madePage({flavour}: Inventory, target: string): {ruleId: string; reason: string} | undefined {
  const name = target.replace(/^[/#]/, '').toLowerCase()
  if (flavour === 'mystmd' || !Object.hasOwn(made, name)) return
  return {
    ruleId: 'made-page',
    reason: `"${target}" is a page that Sphinx makes, ${made[name]}, and mystmark does not; leave the reference out, or write a page "${name}.md"`
  }
}
