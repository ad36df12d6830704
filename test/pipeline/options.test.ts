/** What is said of a wrong configuration. */
import {expect, test} from 'vitest'
import {checkConfig} from '../../src/pipeline/options.js'

test.each<[unknown, string]>([
  [{smartquotes: 'no'}, '"smartquotes": write a value of type boolean'],
  [{flavour: 'sphynx'}, '"flavour": write "sphinx" or "jupyter-book" or "mystmd"'],
  [{dollarmath: {allowSpaces: true}}, '"dollarmath": unknown "allowSpaces"'],
  [{dollarmath: true}, '"dollarmath": write a value of type object'],
  [{tags: 'a'}, '"tags": write a value of type array'],
  [{customDirectives: {tile: {inherit: 1}}}, '"customDirectives.tile.inherit": write a value of type string'],
  [{numbering: 'all'}, '"numbering": write a value of type boolean, or write a value of type object'],
  [{extensions: 'everything'}, '"extensions": write "all", or a list of names'],
  [{extension: []}, 'unknown "extension" [known: extensions, ']
])('%j', (config, reason) => {
  expect(() => checkConfig(config)).toThrow(`mystmark: the configuration is wrong: ${reason}`)
})
