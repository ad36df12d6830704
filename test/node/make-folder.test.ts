import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../../src/node/make-folder.js'
import {folderWith} from '../folder.js'
import {filesBelow, projectRoot} from '../support.js'

test('a folder is made with those that it stands in, also by several at once', async () => {
  const path = join(folderWith({}), 'a/b/c')
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(path, 'd'))])
  expect(existsSync(join(path, 'd'))).toBe(true)
})

test('a file in the way is refused', async () => {
  const root = folderWith({})
  writeFileSync(join(root, 'a'), '')
  await expect(makeFolder(join(root, 'a'))).rejects.toThrow('EEXIST')
  await expect(makeFolder(join(root, 'a/b'))).rejects.toThrow('ENOTDIR')
})

test.skipIf(!existsSync('/proc'))('where the system takes no folder it comes to an end', async () => {
  await expect(makeFolder('/proc/mystmark/a')).rejects.toThrow('ENOENT')
})

test('nobody else makes folders with those that they stand in', () => {
  const sources = filesBelow(join(projectRoot, 'src'), '.ts').filter((file) =>
    /\bmkdir\w*\([^)]*recursive/.test(readFileSync(join(projectRoot, 'src', file), 'utf8'))
  )
  expect(sources).toEqual([])
})
