/** mystmd's `label` in the front matter of a page. */
import {expect, test} from 'vitest'
import {createProject} from '../../src/index.js'

const config = {flavour: 'mystmd'} as const
const home = '---\ntitle: Home\nlabel: "the home"\n---\n\n% Said to nobody.\n\n# Welcome\n'

test('leads to the top of the page, from everywhere', () => {
  const project = createProject({
    pages: {'index.md': home, 'team.md': 'See [](#the%20home) and {ref}`the home`.'},
    config
  })
  expect(project.check()).toEqual([])
  expect(project.resolve('[](#the%20home)', {from: 'team.md'})).toMatchObject({
    url: 'index.html#the-home',
    position: {start: {line: 3, column: 9}, end: {line: 3, column: 17}}
  })
  expect(project.render('index.md').html).toContain('id="the-home"')
})

test('of a page without headings stands at its first block', () => {
  const pages = {'index.md': '---\nlabel: home\n---\nText. [up](#home)'}
  expect(createProject({pages, config}).render('index.md').html).toBe(
    '<p id="home">Text. <a class="reference internal" href="#home">up</a></p>'
  )
})

test.each([
  ['a line of its own', 'label: >-\n  home'],
  ['no word', 'label: [home]'],
  ['nothing', 'label: ""']
])('written as %s breaks nothing', (_, line) => {
  const project = createProject({pages: {'index.md': `---\n${line}\n---\n# Home`}, config})
  expect(project.check()).toEqual([])
})

test('is no label in the other flavours', () => {
  const project = createProject({pages: {'index.md': home}})
  expect(project.resolve('{ref}`the home`', {from: 'index.md'}).status).toBe('missing')
})
