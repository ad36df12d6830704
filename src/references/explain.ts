/** The resolver's answer in words. */
import {plainLine} from '../ast/tree.js'
import type {Resolution, Step, WhyNot} from './resolution.js'

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
  const shown = plainLine(text)
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
    tried.map((step) => `${step.tried}: ${outcomeOf(step)}`)
  )
}

/**
 * What came of a step, in words.
 *
 * @example
 * outcomeOf({tried: 'page "Team"', outcome: 'not found', why: {reason: 'other-case', name: 'team'}})
 * // 'not found: it is written "team"'
 */
export function outcomeOf(step: Step): string {
  return step.why ? `${step.outcome}: ${whyInWords(step.why)}` : step.outcome
}

function whyInWords(why: WhyNot): string {
  switch (why.reason) {
    case 'unknown':
      return 'nothing is called so'
    case 'other-case':
      return `it is written "${why.name}"`
    case 'other-kind':
      return `that is a ${why.kinds.join(' and a ')}`
    case 'other-place':
      return `it is in ${why.places.join(' and ')}`
    case 'several':
      return `${why.count} fit, so none is taken`
    case 'empty':
      return 'there is nothing to look in: no inventory is loaded'
  }
}

function list(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [head, ...items.map((item, index) => `  ${index + 1}. ${item}`)]
}
