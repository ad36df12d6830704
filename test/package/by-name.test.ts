/** The built plug-in as hosts load it that know only its name, with options from a JSON file. */
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {type Plugin, unified} from 'unified'
import {expect, test} from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const isBuilt = existsSync(`${root}dist/remark.js`)

test.skipIf(!isBuilt)('mystmark/remark is found by require.resolve, imported, and set by JSON', async () => {
  const path = createRequire(`${root}package.json`).resolve('mystmark/remark')
  const loaded: {default: Plugin<[object]>} = await import(/* @vite-ignore */ pathToFileURL(path).href)
  const options: object = JSON.parse(
    JSON.stringify({
      page: 'a/b.md',
      config: {icons: 'font', idPrefix: 'p-', messages: [{rule: 'unknown-label', severity: 'error'}]},
      records: [],
      inventories: {}
    })
  )
  const file = unified()
    .use(remarkParse)
    .use(loaded.default, options)
    .use(remarkRehype)
    .use(rehypeStringify)
    .processSync('# A {fas}`star`\n\n{ref}`nowhere`\n')
  expect(String(file)).toContain('<h1 id="p-a">A <span class="fas fa-star"></span></h1>')
  expect(file.messages).toMatchObject([{ruleId: 'unknown-label', fatal: true}])
  expect(file.data.myst).toMatchObject({references: [{resolution: {status: 'missing'}}]})
})
