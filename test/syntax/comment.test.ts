import {expect, test} from 'vitest'
import {parse} from '../../src/index.js'

test.each([
  ['% one\n%two\n%\n  % three ', 'one\ntwo\n\nthree'],
  ['%', ''],
  ['%  indented *x*', ' indented *x*'],
  ['> % in\n> % a quote', 'in\na quote'],
  ['- % in\n  % a list', 'in\na list'],
  ['% a\r\n% b', 'a\nb']
])('the comment %j says %j', (source, value) => {
  expect(JSON.stringify(parse(source))).toContain(JSON.stringify({type: 'mystComment', value}).slice(0, -1))
})
