/** What other tools leave out, as globs of ours. */

/**
 * A pattern that also stands for all in a folder of its name, as globs that stand for files.
 *
 * @example
 * excludedBy('drafts') // ['drafts', 'drafts/**']
 */
export function excludedBy(pattern: string): string[] {
  const path = pattern
    .replace(/^\.?\/+|(?<!\/)\/+$/g, '')
    // A `**` that is no part by itself also crosses folders.
    .replace(/(^|\/)\*\*(?=[^/*])/g, '$1**/*')
  return path === '' ? [] : path.endsWith('**') ? [path] : [path, `${path}/**`]
}
