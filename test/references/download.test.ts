import {expect, test} from 'vitest'
import {createProject} from '../../src/index.js'

const render = (text: string) =>
  createProject({
    pages: {'a/index.md': text},
    files: (path) => (path === 'a/note:1.txt' ? '' : undefined)
  }).render('a/index.md')

test('a file whose name looks like an address with a scheme is a file', () => {
  const {html, files, messages} = render('{download}`note:1.txt`')
  expect([files, messages]).toEqual([['a/note:1.txt'], []])
  expect(html).toMatch(/href="(?:\.\/)?note(?::|%3A)1\.txt"/)
})

test.each([
  ['javascript:alert(1)', 'unsafe-url'],
  ['note:2.txt', 'unsafe-url'],
  ['#one', 'unknown-file']
])('%s is none', (target, rule) => {
  expect(render(`{download}\`x <${target}>\``).messages.map(({ruleId}) => ruleId)).toEqual([rule])
})
