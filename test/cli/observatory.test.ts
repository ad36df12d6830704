/** The project of the demo: whole, and clean. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadProject} from '../../src/node/index.js'
import {callIn} from './call.js'

const root = new URL('../../', import.meta.url).pathname
const observatory = join(root, 'test/fixtures/observatory')

test('every reference of the observatory is resolved, and nothing is said of it', async () => {
  const {status, stdout} = await callIn(
    root,
    'check',
    'test/fixtures/observatory',
    '--strict',
    '--format',
    'json'
  )
  const result: {messages: unknown[]; references: {total: number; resolved: number}} = JSON.parse(stdout)
  expect(result.messages).toEqual([])
  expect(result.references.resolved).toBe(result.references.total)
  expect(result.references.total).toBeGreaterThan(30)
  expect(status).toBe(0)
})

test('its pictures and downloads are all used', async () => {
  const {project} = await loadProject(observatory)
  const used = new Set(project.pages.flatMap((page) => project.render(page).files))
  const there = readdirSync(observatory, {recursive: true, encoding: 'utf8'}).filter((path) =>
    /\.(?:svg|csv|png)$/.test(path)
  )
  expect([...used].sort()).toEqual(there.sort())
})

test('it has what the site of a real project is made of', () => {
  const text = readdirSync(observatory, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(observatory, path), 'utf8'))
    .join('\n')
  const constructs = [
    /^\(team:members\)=$/m,
    /\{external\+survey:doc\}`[^`]+ <observers>`/,
    /\{doc\}`[^`]+ <instruments>`/,
    /\[hill team\]\(team:members\)/,
    /^:::\{button-ref\} /m,
    /^:::\{button-link\} /m,
    /^:+\{grid\} /m,
    /^:+\{grid-item-card\}/m,
    /^\^\^\^$/m,
    /^\+\+\+$/m,
    /\{fas\}`/,
    /\{fab\}`/,
    /\{octicon\}`/,
    /^```\{toctree\}$/m,
    /^:::\{figure\} /m,
    /^\| -+ \|/m,
    /\[\^\w+\]/,
    /^- \[x\] /m,
    /^:::\{warning\}$/m,
    /^```\{code-block\} python$/m
  ]
  expect(constructs.filter((construct) => !construct.test(text)).map(String)).toEqual([])
})
