/** Cases of markdown-it's own renderer, through adapters that are named by what they take for the same. */
import {describe, expect, test} from 'vitest'
import {type Config, type ExtensionName, render} from '../../src/index.js'
import {setTypography} from '../../src/typography.js'
import {sharedCases} from '../shared-cases.js'
import {hasShared} from '../support.js'

/** Escapes, empty elements and white space are written in other ways; classes of links are Sphinx's. */
function sameText(html: string): string {
  return html
    .replace(/ class="reference [a-z]+"/g, '')
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&amp;|&#x26;/g, '&')
    .replace(/&lt;|&#x3C;/g, '<')
    .replace(/ \/>/g, '>')
    .replace(/\s+/g, ' ')
    .trim()
}

/** An alert is an admonition of its kind. */
function alertIsAdmonition(html: string): string {
  return html
    .replace(
      /<div class="markdown-alert markdown-alert-([a-z]+)">/g,
      '<aside class="admonition $1" role="note">'
    )
    .replace(/markdown-alert-title/g, 'admonition-title')
    .replace(/<\/div>/g, '</aside>')
    .replace(/>\s+</g, '><')
}

/** The value of each name is its name in capitals: a text in a line, a paragraph as a block, bare in a tight item. */
function substitutionIsValue(html: string): string {
  return html
    .replace(/<span class="substitution" text="(\w+)" \/>/g, (_, name: string) => name.toUpperCase())
    .replace(
      /<div class="substitution" text="(\w+)" \/>/g,
      (_, name: string) => `<p>${name.toUpperCase()}</p>`
    )
    .replace(/<\/?div[^>]*>|(?<=<pre>)<code[^>]*>|<\/code>(?=<\/pre>)/g, '')
    .replace(/<(table|th|td|li|tr|ul|ol)( [^>]*)?>/g, '<$1>')
    .replace(/(<li>)\s*<p>(.*?)<\/p>\s*(?=<\/li>)/gs, '$1$2')
    .replace(/>\s+|\s+</g, (space) => space.trim())
}

const values = Object.fromEntries(
  ['a', 'b', 'c', 'block', 'inline'].map((name) => [name, name.toUpperCase()])
)

interface Group {
  group: string
  extensions: ExtensionName[]
  config?: Config
  adapt?(html: string): string
  /** Where we differ on purpose, with why. */
  ours?: Record<string, string>
}

const groups: Group[] = [
  {
    group: 'gfm_autolink',
    extensions: ['gfm_autolink'],
    ours: {'GFM autolink: angle bracket autolink still works': 'an address right behind a link is one too'}
  },
  {
    group: 'mdit/linkify',
    extensions: ['linkify'],
    ours: {
      'backticks inside raw links': 'an address is as it was written, and so are brackets in it',
      'links inside raw links': 'the same',
      "emphasis with '*', real link:": 'and what is percent-encoded in it',
      'coverage, negative link level': 'no link stands in a link'
    }
  },
  {group: 'mdit/smartquotes', extensions: ['smartquotes', 'replacements']},
  {group: 'mdit/typographer', extensions: ['replacements']},
  {group: 'mdit/alerts', extensions: ['alert'], adapt: alertIsAdmonition},
  {
    group: 'substitution',
    extensions: ['substitution'],
    config: {substitutions: values},
    adapt: substitutionIsValue
  }
]

describe.each(groups)('cases of $group', ({group, extensions, config, adapt = (html) => html, ours = {}}) => {
  const all = sharedCases(group)
  const cases = all.filter(({title}) => !Object.hasOwn(ours, title))

  test.skipIf(!hasShared)('are there, and every one left out is one of them', () => {
    expect(all.length).toBeGreaterThan(5)
    expect(all.length - cases.length).toBe(Object.keys(ours).length)
  })

  test.each(cases)('$title', ({input, expected}) => {
    const {html} = render(input, {
      config: {...config, extensions: ['colon_fence', ...extensions]},
      typography: setTypography
    })
    expect(sameText(adapt(html))).toBe(sameText(adapt(expected)))
  })
})
