/** Under which names an inventory may keep what an author calls by another. */

/**
 * The names to look up for a target, the author's own first. Sphinx keeps the option `--all` of `git commit` as
 * `git-commit.--all`, and finds `--depth=1` as `--depth`.
 *
 * @example
 * spellings('std', 'cmdoption', 'git commit --all') // ['git commit --all', 'git-commit.--all']
 */
export function spellings(domain: string, type: string, target: string): string[] {
  if (domain === 'std' && type === 'cmdoption') return optionSpellings(target)
  if (domain === 'std' && type === 'token' && target.includes(':'))
    return [target, target.slice(target.indexOf(':') + 1)]
  return [target]
}

function optionSpellings(target: string): string[] {
  const words = target.trim().split(/\s+/)
  const option = words.pop() ?? ''
  const bare = option.replace(/^([^=[]+)[=[].*$/s, '$1')
  const programs = words.length > 0 ? [`${words.join('-')}.`] : ['']
  const names = programs.flatMap((program) => [`${program}${option}`, `${program}${bare}`])
  return [...new Set([target, ...names])]
}
