/** Near names are sought for so many references of a page that nobody reads more of them. */
import {expect, test} from 'vitest'
import {maxMisses} from '../../src/names/suggest.js'
import {render} from '../../src/node/index.js'

const each = (line: (index: number) => string): string =>
  Array.from({length: maxMisses + 10}, (_, index) => line(index)).join('\n')

test('a page that misses very many labels is told of each, and of the first what was meant', () => {
  const source = `(labelled)=\n# A\n\n${each((index) => `{ref}\`labelle-${index}\``)}\n{ref}\`labeled\``
  const {messages} = render(source)
  const misses = messages.filter(({ruleId}) => ruleId === 'unknown-label')
  expect(misses).toHaveLength(maxMisses + 11)
  expect(misses[0]?.reason).toContain('did you mean "labelled"')
  expect(misses.at(-1)?.reason).not.toContain('did you mean')
})

test('so it is with footnotes', () => {
  const source = `[^noted]\n${each((index) => `[^note${index}]`)}\n\n[^noted]: A`
  const misses = render(source).messages.filter(({ruleId}) => ruleId === 'undefined-footnote')
  expect(misses).toHaveLength(maxMisses + 10)
  expect(misses[0]?.reason).toContain('did you mean "noted"')
  expect(misses.at(-1)?.reason).not.toContain('did you mean')
})

test('what is missed again is told again, and what is there is found', () => {
  const source = `(labelled)=\n# A\n\n${each(() => '{ref}`labeled` {ref}`labelled`')}`
  const {messages, references} = render(source)
  expect(messages.filter(({reason}) => reason.includes('did you mean "labelled"'))).toHaveLength(
    maxMisses + 10
  )
  expect(references.filter(({resolution}) => resolution.status === 'resolved')).toHaveLength(maxMisses + 10)
})
