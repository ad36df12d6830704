/** Where the references of the MyST specification's cases lead, what they say, and the numbers in the captions. */
import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'
import {mystCases} from './cases.js'

const links = (html: string): [string, string][] =>
  [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = '', text = '']) => [
    href,
    bare(text)
  ])

const bare = (html: string): string =>
  html
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A paragraph's number and its ends are drawn apart in ours. */
const numbers = (html: string): string[] =>
  [...html.matchAll(/<span class="caption-number">(.*?)<\/span>/gs)].map(([, text = '']) => bare(text))

/** Ids of labels are docutils', which have no `_`, and Sphinx's for equations. */
const id = (href: string): string => href.replaceAll('_', '-').replace(/^#equation-/, '#')

/** An equation asked for by `{eq}` that is a figure: ours leads there, and says so. */
const leadsOn = 'references.equations: Invalid equation reference'

const asked = mystCases.filter(
  ({title, html}) => title.startsWith('references.') && title !== leadsOn && html
)

test('the specification has cases of references', () => expect(asked.length).toBeGreaterThan(12))

test.each(asked)('$title', ({myst, html: theirs = ''}) => {
  const {html, messages} = render(myst, {config: {flavour: 'mystmd'}})
  expect(links(html).map(([href, text]) => [id(href), text])).toEqual(
    links(theirs).map(([href, text]) => [id(href), text])
  )
  expect(numbers(html)).toEqual(numbers(theirs))
  // What leads nowhere is said.
  expect(messages.some(({ruleId}) => ruleId === 'unknown-label')).toBe(/unhandled/.test(theirs))
  for (const [href] of links(html)) expect(html).toContain(`id="${href.slice(1)}"`)
})

const numbered = mystCases.filter(({html}) => html?.includes('caption-number'))

test.each(numbered)('numbers of $title', ({myst, html = ''}) => {
  expect(numbers(render(myst, {config: {flavour: 'mystmd'}}).html)).toEqual(numbers(html))
})
