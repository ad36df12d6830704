import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {projectSchema, projectShape} from '../../src/node/config/schema.js'
import {render} from '../../src/pipeline/render.js'

const root = new URL('../../', import.meta.url).pathname
const docs = readFileSync(`${root}docs/configuration.md`, 'utf8')
const named = new Set(
  docs
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name))
)

test('docs/configuration.md names every key of the configuration', () => {
  expect(Object.keys(projectShape).filter((key) => !named.has(key))).toEqual([])
})

test('docs/configuration.md names every plug-in and hook, and nothing else', () => {
  const source = readFileSync(`${root}src/pipeline/options.ts`, 'utf8')
  const plugins = source.slice(source.indexOf('export interface Plugins'))
  const options = [...plugins.slice(0, plugins.indexOf('\n}')).matchAll(/^ {2}(\w+)\?:/gm)].map(
    ([, name]) => name
  )
  expect(options.length).toBeGreaterThan(8)
  expect(options.filter((name) => !named.has(name))).toEqual([])
  const known = new Set([...options, ...Object.keys(projectShape)])
  expect([...named].filter((name) => !known.has(name))).toEqual([])
})

test('docs/configuration.md names what render gives', () => {
  for (const key of Object.keys(render('x'))) expect(docs).toContain(`\`${key}\``)
})

test('the samples are configurations', () => {
  const samples = [...docs.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  expect(samples.length).toBeGreaterThan(0)
  for (const sample of samples) expect(projectSchema.safeParse(JSON.parse(sample)).success, sample).toBe(true)
})
