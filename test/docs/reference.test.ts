/** The reference of directives and roles and the gallery: complete, in step with the source, and clean. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, test} from 'vitest'
import {createProject, loadProject} from '../../src/node/index.js'
import {projectRoot} from '../support.js'
import {directives, directivesPage, galleryPages, roles, rolesPage} from './reference.js'

const gallery = join(projectRoot, 'docs/gallery')

test('every directive and every role has an example, and no example is left over', () => {
  expect(directives.missing).toEqual([])
  expect(roles.missing).toEqual([])
  expect([...directives.unused, ...roles.unused]).toEqual([])
})

test('the reference is what the directives and roles say', async () => {
  await expect(directivesPage()).toMatchFileSnapshot('../../docs/reference/directives.md')
  await expect(rolesPage()).toMatchFileSnapshot('../../docs/reference/roles.md')
})

const pages = galleryPages()
test.each([...pages])('the gallery shows the examples: %s', async (file, text) => {
  await expect(text).toMatchFileSnapshot(join(gallery, file))
})

describe('each example alone', () => {
  const examples = [...directives.examples, ...roles.examples]
  const pageOf = (index: number): string => `example-${index}.md`
  let render: (page: string, source: string) => ReturnType<ReturnType<typeof createProject>['render']>

  beforeAll(async () => {
    const loaded = await loadProject(gallery)
    const {
      out: _,
      inventories: __,
      ...config
    } = JSON.parse(readFileSync(join(gallery, 'mystmark.config.json'), 'utf8'))
    const charts = readFileSync(join(gallery, 'pages/charts.md'), 'utf8')
    render = (page, source) =>
      createProject({
        pages: {[page]: `# Example\n\n${source}`, 'pages/charts.md': charts},
        inventories: loaded.inventories,
        files: (path) => {
          try {
            return readFileSync(join(gallery, path), 'utf8')
          } catch {
            return undefined
          }
        },
        config
      }).render(page)
  })

  test.each(
    examples.map(
      ({specs, source, defaults}, index) => [specs[0]?.name ?? '?', index, source, defaults] as const
    )
  )('%s', (_, index, source, defaults) => {
    const {html, tree, messages} = render(pageOf(index), source)
    expect(messages.map(String)).toEqual([])
    const generic: string[] = []
    visit(tree, (node: Nodes) => {
      if (node.type === 'mystDirective' || node.type === 'mystRole') generic.push(node.name)
    })
    expect(generic).toEqual([])
    for (const [option, value] of Object.entries(defaults)) {
      const written = source.replace(/^(.*\{[\w-]+\}.*)$/m, `$1\n:${option}: ${value}`)
      expect(render(pageOf(index), written).html, `:${option}: ${value}`).toBe(html)
    }
  })

  test('names a directive that it stands for', () => {
    const strangers = directives.examples.filter(
      ({specs, source}) =>
        !specs.some(({name, aliases}) => [name, ...aliases].some((each) => source.includes(`{${each}}`)))
    )
    expect(strangers).toEqual([])
  })
})
