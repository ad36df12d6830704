/** The resolver's answer in words. */
import {plainText} from '../ast/tree.js'
import type {Resolution} from './resolution.js'

/**
 * Say where a reference leads, what was tried on the way, and what may have been meant.
 *
 * @example
 * console.log(explain(project.resolve('{doc}`federation`', {from: 'about/team.md'})))
 * // resolved: page about/federation.md
 * //   url    federation.html
 * //   text   The BinderHub Federation
 * // tried
 * //   1. page "about/federation": found
 */
export function explain(resolution: Resolution): string {
  return [...answerLines(resolution), ...triedLines(resolution)].join('\n')
}

function answerLines(resolution: Resolution): string[] {
  if (resolution.status === 'missing')
    return [
      `missing: ${resolution.reason} (${resolution.ruleId})`,
      ...list('did you mean', resolution.suggestions)
    ]
  const {status, description, url, text, number, title, notes} = resolution
  const shown = plainText(text).replace(/\s+/g, ' ').trim()
  const candidates =
    status === 'ambiguous'
      ? resolution.candidates.map((each) => `${each.description}, ${each.url}, written ${each.spelling}`)
      : []
  return [
    `${status}: ${description}`,
    `  url    ${url}`,
    ...(shown ? [`  text   ${shown}`] : []),
    ...(number ? [`  number ${number.number}`] : []),
    ...(title ? [`  title  ${title}`] : []),
    ...list('candidates', candidates),
    ...list(
      'doubts',
      notes.map(({ruleId, reason}) => `${reason} (${ruleId})`)
    )
  ]
}

function triedLines({tried}: Resolution): string[] {
  return list(
    'tried',
    tried.map(({tried: what, outcome}) => `${what}: ${outcome}`)
  )
}

function list(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [head, ...items.map((item, index) => `  ${index + 1}. ${item}`)]
}
