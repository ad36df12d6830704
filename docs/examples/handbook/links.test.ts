import {fileURLToPath} from 'node:url'
import {loadProject} from 'mystmark/node'
import {inventoryOf} from 'mystmark/testing'
import {expect, test} from 'vitest'
import 'mystmark/testing/vitest'

const rover = inventoryOf('gear std:label gear.html#$ The gear', {baseUrl: 'https://rover.example/'})
const folder = fileURLToPath(new URL('docs', import.meta.url))
const {project} = await loadProject(folder, {inventories: {rover}})

test('every reference leads somewhere', () => {
  expect(project).toHaveNoUnresolved()
})

test('the team is found by its label', () => {
  const answer = project.resolve('{ref}`team`', {from: 'index.md'})
  expect(answer).toResolveTo({page: 'about/team.md', text: 'The team'})
})

test('a wrong name is said, with the right one', () => {
  const answer = project.resolve('{ref}`taem`', {from: 'index.md'})
  expect(answer).toMatchObject({status: 'missing', suggestions: ['team']})
})

test('nothing else is wrong', () => {
  expect(project.check()).toEqual([])
})
