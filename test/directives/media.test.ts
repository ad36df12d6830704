import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'

/**
 * Each file of the folder is a project in one text: what stands before the first `=== name ===` line is its page,
 * after each such line comes a further file. Beside it stand the page's HTML and messages.
 */
const folder = join(import.meta.dirname, 'media')

function projectOf(source: string): ReturnType<typeof createProject> {
  const [page = '', ...rest] = source.split(/^=== (.+) ===\n/m)
  const files = new Map<string, string>()
  for (let index = 0; index < rest.length; index += 2) files.set(rest[index] ?? '', rest[index + 1] ?? '')
  return createProject({
    pages: {'guide/page.md': page},
    files: (path) => files.get(path),
    config: {extensions: 'all'}
  })
}

test.for(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
  const {html, messages} = projectOf(readFileSync(join(folder, name), 'utf8')).render('guide/page.md')
  const said = messages.map((message) => `<!-- ${message}${message.note ? ` (${message.note})` : ''} -->`)
  await expect(`${html}\n${said.join('\n')}\n`).toMatchFileSnapshot(join(folder, name.replace(/md$/, 'html')))
})
