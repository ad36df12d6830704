/** The rooms of the house and which arrows may run between them (CONTRIBUTING.md). */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {expect, test} from 'vitest'

const root = new URL('../../src/', import.meta.url).pathname

const may: Record<string, string[]> = {
  names: [],
  ast: ['names'],
  syntax: ['ast', 'names'],
  // Specs read the content of roles and lines with the grammar functions of the syntax.
  roles: ['ast', 'names', 'syntax'],
  directives: ['ast', 'names', 'syntax', 'roles'],
  transforms: ['ast', 'names', 'syntax'],
  references: ['ast', 'names', 'syntax', 'transforms'],
  bibliography: ['ast', 'names', 'syntax', 'roles', 'directives', 'references'],
  html: ['ast', 'names'],
  pipeline: ['ast', 'names', 'syntax', 'roles', 'directives', 'transforms', 'references', 'html'],
  project: ['ast', 'names', 'references', 'html', 'transforms', 'pipeline'],
  testing: ['ast', 'names', 'references', 'pipeline', 'project'],
  node: [
    'ast',
    'names',
    'references',
    'html',
    'pipeline',
    'project',
    'index.ts',
    'inventories.ts',
    'bibliography.ts',
    'typography.ts'
  ],
  cli: ['node', 'ast', 'names', 'references', 'index.ts']
}

const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'))

function importsOf(path: string): string[] {
  return [
    ...readFileSync(join(root, path), 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'/gm
    )
  ].flatMap(([, from, bare]) => from ?? bare ?? [])
}

test('no room imports against the arrows', () => {
  const wrong: string[] = []
  for (const path of files) {
    const room = path.split('/')[0] ?? ''
    const allowed = may[room]
    if (!path.includes('/') || !allowed) continue
    for (const from of importsOf(path)) {
      if (!from.startsWith('.')) continue
      const target =
        normalize(join(dirname(path), from))
          .split('/')[0]
          ?.replace(/\.js$/, '.ts') ?? ''
      if (target !== room && !allowed.includes(target)) wrong.push(`${path} -> ${from}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every room is known here', () => {
  expect(
    [...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))].filter(
      (room) => !may[room ?? '']
    )
  ).toEqual([])
})

test('only node and cli import from Node', () => {
  const wrong = files.filter(
    (path) => !/^(?:node|cli)\//.test(path) && importsOf(path).some((from) => from.startsWith('node:'))
  )
  expect(wrong).toEqual([])
})

test('grammar functions and node builders know nothing of micromark', () => {
  const pure = files.filter((path) =>
    /^syntax\/[\w-]+\/(?:grammar|header|build|external|option-[\w-]+)\.ts$/.test(path)
  )
  expect(pure.length).toBeGreaterThan(8)
  expect(
    pure.filter((path) =>
      importsOf(path).some((from) => from.includes('micromark') || from.includes('from-markdown'))
    )
  ).toEqual([])
})
