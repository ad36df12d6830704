import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url))

export default defineConfig({
  resolve: {
    // Samples import the package by its name; what they get is the source.
    alias: [
      {find: /^mystmark$/, replacement: source('index.ts')},
      {find: /^mystmark\/node$/, replacement: source('node/index.ts')},
      {find: /^mystmark\/remark$/, replacement: source('remark.ts')},
      {find: /^mystmark\/inventories$/, replacement: source('inventories.ts')},
      {find: /^mystmark\/testing$/, replacement: source('testing/index.ts')},
      {find: /^mystmark\/testing\/vitest$/, replacement: source('testing/vitest.ts')}
    ]
  },
  test: {
    include: ['test/**/*.test.ts', 'docs/examples/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/sphinx/**', 'test/tmp/**'],
    testTimeout: 60_000,
    // No test leaves anything behind in a module, and loading the source anew for each file took more time than the tests.
    isolate: false,
    // micromark and its relatives then check their own assumptions.
    execArgv: ['--conditions=development']
  }
})
