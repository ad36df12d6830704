import {expect, test} from 'vitest'
import {renderCase} from './support.js'

const numbered = (source: string) => renderCase(source, {numbering: true}).html

test('a block has the number that its author gives it, or none', () => {
  const html = numbered(
    '```{figure} cat.png\n:number: 7\nA.\n```\n\n```{figure} cat.png\n:enumerated: false\nB.\n```\n\n```{figure} cat.png\nC.\n```'
  )
  expect(html).toContain('Fig. 7 </span>A.')
  expect(html).toContain('<p>B.</p>')
  expect(html).toContain('Fig. 1 </span>C.')
})

test('enumerated numbers an equation without a label and an exercise not at all', () => {
  expect(numbered('```{math}\n:enumerated:\na\n```')).toContain('(1)')
  expect(numbered('```{exercise}\n:enumerated: false\nRow.\n```')).not.toContain('Exercise 1')
  expect(numbered('```{exercise}\nRow.\n```')).toContain('Exercise 1')
})

test('what is not numbered knows no number', () => {
  const {messages} = renderCase('```{note}\n:enumerated:\nA.\n```')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['unknown-option'])
})
