/** What the tests of directives share. */
import {expect} from 'vitest'
import {createProject} from '../../src/node/index.js'
import type {Config} from '../../src/pipeline/options.js'

const beside: Record<string, string> = {'other.md': '# Another page\n'}

/** Render a page with a second page and a picture beside it. */
export function renderCase(source: string, config: Config = {}) {
  return createProject({
    pages: {'page.md': source, ...beside},
    files: (path) => (path === 'cat.png' ? '' : undefined),
    config: {numbering: false, ...config}
  }).render('page.md')
}

/** The messages, one a line: range, rule, reason. */
export function listMessages(source: string, config?: Config): string[] {
  return renderCase(source, config).messages.map(({place, ruleId, reason}) => {
    const at = place && 'start' in place ? place : undefined
    const {start, end} = at ?? {start: {line: 0, column: 0}, end: {line: 0, column: 0}}
    return `${start.line}:${start.column}-${end.line}:${end.column} ${ruleId}: ${reason}`
  })
}

/**
 * Expect one message, at the range that `«` and `»` mark in the source.
 */
export function expectMessage(marked: string, ruleId: string, reason: RegExp, config?: Config): void {
  const from = marked.indexOf('«')
  const to = marked.indexOf('»') - 1
  const source = marked.replace('«', '').replace('»', '')
  const found = renderCase(source, config).messages.map(({place, ruleId: rule, reason: text}) => ({
    rule,
    text,
    from: place && 'start' in place ? place.start.offset : undefined,
    to: place && 'start' in place ? place.end.offset : undefined
  }))
  expect(found).toEqual([{rule: ruleId, text: expect.stringMatching(reason), from, to}])
}
