import {readdirSync, readFileSync} from 'node:fs'
import {HtmlValidate} from 'html-validate'
import {expect, test} from 'vitest'
import {renderCase} from './support.js'

const folder = new URL('cases/', import.meta.url).pathname

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Alt texts and captions are their author's; a script's button is none of ours.
    'no-inline-style': 'off',
    // Length of titles, and whether a picture is needed, are no matter of validity.
    'long-title': 'off'
  }
})

test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s gives valid HTML', async (name) => {
  const {html} = renderCase(readFileSync(folder + name, 'utf8'))
  const page = `<!doctype html>\n<html lang="en"><head><title>A page</title></head><body><main>\n${html}\n</main></body></html>\n`
  const {results} = await validator.validateString(page)
  expect(
    results.flatMap((result) =>
      result.messages.map((each) => `${each.ruleId}: ${each.message} ${each.selector ?? ''}`)
    )
  ).toEqual([])
})
