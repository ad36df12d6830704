/** What people may import. A change here is a change of the public face: look at it twice. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import * as icons from '../../src/icons.js'
import * as core from '../../src/index.js'
import * as inventories from '../../src/inventories.js'
import * as markdown from '../../src/markdown.js'
import * as node from '../../src/node/index.js'
import * as rehype from '../../src/rehype.js'
import * as remark from '../../src/remark.js'
import * as testing from '../../src/testing/index.js'
import * as typography from '../../src/typography.js'

const root = new URL('../../', import.meta.url).pathname
const names = (module: object): string => `${Object.keys(module).sort().join('\n')}\n`

test.each([
  ['mystmark', core],
  ['mystmark-node', node],
  ['mystmark-remark', remark],
  ['mystmark-markdown', markdown],
  ['mystmark-inventories', inventories],
  ['mystmark-icons', icons],
  ['mystmark-rehype', rehype],
  ['mystmark-typography', typography],
  ['mystmark-testing', testing]
])('the names of %s are known', async (name, module) => {
  await expect(names(module)).toMatchFileSnapshot(`exports/${name}.txt`)
})

test('mystmark/node has every name of the core', () => {
  expect(Object.keys(core).filter((name) => !Object.keys(node).includes(name))).toEqual([])
})

test('every entry point and the program stand for a source', () => {
  const manifest: {exports: Record<string, string | {default: string}>; bin: Record<string, string>} =
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const built = [
    ...Object.values(manifest.exports).map((entry) => (typeof entry === 'string' ? entry : entry.default)),
    ...Object.values(manifest.bin)
  ].filter((path) => path.includes('dist/'))
  expect(built.length).toBeGreaterThan(4)
  for (const path of built) {
    const source = path.replace('dist/', 'src/').replace(/\.js$/, '.ts')
    expect(existsSync(join(root, source)), source).toBe(true)
  }
  expect(readFileSync(join(root, 'src/cli/main.ts'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})
