import {readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {loadProject} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'
import {load, told} from './support.js'

const page = {'index.md': '# Home\n\n:::{shout}\nhello\n:::\n'}

test('a module configures the project, with directives of its own', async () => {
  const {config, project, messages, configFiles} = await load({
    ...page,
    'own.mjs': 'export const title = "Horn"\n',
    'mystmark.config.mjs': `import {title} from './own.mjs'
export default {title, extensions: ['colon_fence'], url: (page) => page + '.htm'}
`,
    'mystmark.config.json': '{"title": "not read"}'
  })
  expect(messages).toEqual([])
  expect(config).toEqual({title: 'Horn', extensions: ['colon_fence']})
  expect(configFiles).toEqual(['mystmark.config.mjs'])
  expect(project.inventory.href('index.md', 'index.md', undefined)).toBe('index.md.htm')
})

test('TypeScript is read, and nothing is left beside it', async () => {
  const root = folderWith({
    ...page,
    'own.ts': 'export const title: string = "Horn"\n',
    'mystmark.config.ts': "import {title} from './own.js'\nexport default {title} satisfies {title: string}\n"
  })
  const {config, messages} = await loadProject(root)
  expect(messages).toEqual([])
  expect(config).toEqual({title: 'Horn'})
  expect(readdirSync(root).sort()).toEqual(['index.md', 'mystmark.config.ts', 'own.ts'])
})

test('what is wrong with it is said, and the rest counts', async () => {
  const {config, messages} = await load({
    ...page,
    'mystmark.config.js': 'export default {titel: "Horn", language: "de", icons: "font", math: 3}\n'
  })
  expect(told(messages).map((line) => line.slice(0, 90))).toEqual([
    'mystmark.config.js invalid-config-value "math" is of type number, which it cannot be; see ',
    'mystmark.config.js unknown-config-key unknown key "titel"; did you mean "title"?'
  ])
  expect(config).toEqual({language: 'de', icons: 'font'})
})

test.each([
  ['throws', 'throw new Error("no luck")\n', 'the configuration cannot be imported: no luck'],
  [
    'exports nothing',
    'export const a = 1\n',
    'the configuration is no object: write `export default {key: value}`'
  ]
])('one that %s ends with a message', async (_, text, reason) => {
  const {project, messages} = await load({...page, 'mystmark.config.mjs': text})
  expect(messages.map((message) => message.reason)).toEqual([reason])
  expect(project.pages).toEqual(['index.md'])
})

test('nothing is run where the caller forbids it', async () => {
  const root = folderWith({...page, 'mystmark.config.mjs': 'throw new Error("ran")\n'})
  expect((await loadProject(root, {runConfig: false})).messages).toEqual([])
})
