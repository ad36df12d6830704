import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {projectRoot} from '../support.js'

const folder = join(projectRoot, 'docs/screenshots')

test('every screenshot is shown, and all stay small', () => {
  const page = readFileSync(join(projectRoot, 'docs/screenshots.md'), 'utf8')
  const shown = [...page.matchAll(/\]\(screenshots\/(.*?)\)/g)].map(([, file]) => file).sort()
  const files = readdirSync(folder).sort()
  expect(shown).toEqual(files)
  const sizes = files.map((file) => statSync(join(folder, file)).size)
  expect(Math.max(...sizes)).toBeLessThan(60_000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000)
})
