import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const sources = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'}).filter((path) =>
  path.endsWith('.ts')
)

/** Where a rule id is written: as a property, or as the first text of a function that makes a fault. */
const written =
  /(?:\bruleId: |\bcode: (?=')|\bmissing\(\s*\w+,\s*|\breport\(\s*|\bfault\(\s*)'([a-z]+(?:-[a-z0-9]+)+)'/g

function rulesInSource(): Set<string> {
  const out = new Set<string>()
  for (const path of sources) {
    const code = readFileSync(join(root, 'src', path), 'utf8').replace(/^\s*(?:\*|\/\/).*$/gm, '')
    for (const [, rule] of code.matchAll(written)) if (rule !== undefined) out.add(rule)
  }
  return out
}

const sections = readFileSync(join(root, 'docs/messages.md'), 'utf8').split(/^## /m).slice(1)
const names = sections.map((section) => section.slice(0, section.indexOf('\n')))

test('every rule of the source has a section in docs/messages.md', () => {
  expect([...rulesInSource()].filter((rule) => !names.includes(rule))).toEqual([])
})

test('docs/messages.md has no section for a rule that is gone', () => {
  const code = sources.map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('\n')
  expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([])
})

test('sections stand in alphabetical order, each with a cure', () => {
  expect(names).toEqual([...names].sort())
  expect(
    sections.filter((section) => !section.includes('**Cure.**')).map((section) => section.slice(0, 40))
  ).toEqual([])
})
