/** Pages that are gone, with what stands for them. */

import {didYouMean} from '../ast/report.js'
import {isSafeUrl} from '../ast/url.js'
import {docname, projectPath} from '../names/paths.js'
import {suggester} from '../names/suggest.js'
import type {Setting} from './config/settings.js'
import type {Tell} from './config/source.js'

/**
 * Find what redirections lead to: pages by their paths, or addresses. What leads nowhere is said and left out.
 *
 * @param settings with those that name the redirections.
 */
export function findRedirects(
  redirects: Readonly<Record<string, string>>,
  pages: readonly string[],
  settings: readonly Setting[],
  tell: Tell
): Record<string, string> {
  const byName = new Map(pages.map((page) => [docname(page), page]))
  const near = suggester(() => byName.keys())
  const places = new Map(
    settings.flatMap((each) =>
      each.key === 'redirects' && each.entry !== undefined ? [[each.entry, each]] : []
    )
  )
  const out: Record<string, string> = {}
  for (const [old, target] of Object.entries(redirects)) {
    const say = (reason: string): void => {
      const setting = places.get(old)
      if (setting)
        tell(setting.source.file, {
          ruleId: 'invalid-config-value',
          reason: `"${setting.path.map(String).join('.')}": ${reason}`,
          position: setting.source.place(setting.path)
        })
    }
    const name = docname(projectPath('', old) ?? '')
    const path = projectPath('', target.replace(/\.html$/, '')) ?? ''
    const page = byName.get(docname(path))
    if (name === '' || /[*?\\\0]/.test(name)) say(`"${old}" is no path of a page`)
    else if (byName.has(name)) say(`the page "${byName.get(name)}" stands there itself`)
    else if (page !== undefined) out[name] = page
    else if (/^https?:/i.test(target) && isSafeUrl(target)) out[name] = target
    else say(`there is no page "${target}"${didYouMean(near(docname(path)))}`)
  }
  return out
}
