/** The suites of the core once more, with the native engine where they have remark: `npm run test:native`. */
import {fileURLToPath} from 'node:url'
import {mergeConfig} from 'vitest/config'
import usual from '../../vitest.config.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

export default mergeConfig(usual, {
  root,
  plugins: [
    {
      name: 'native-engine',
      enforce: 'pre',
      resolveId(source: string, importer: string | undefined) {
        if (source === '../syntax/parser.js' && importer === `${root}src/pipeline/compile.ts`)
          return `${root}test/native/everywhere.ts`
      }
    }
  ],
  test: {
    // Pages of other projects are compared by pages.test.ts.
    env: {MYSTMARK_QUICK: '1'},
    // What compares both engines, takes minutes with random documents, or has the package for its subject stays out. So
    // do cases whose nodes are printed with their fields in order (cases.test.ts compares both engines itself), and the
    // bounds that micromark alone needs.
    exclude: [
      'test/architecture/**',
      'test/fuzz/**',
      'test/native/**',
      'test/package/**',
      'test/pathological/**',
      'test/syntax/bounds.test.ts',
      'test/syntax/cases.test.ts',
      'test/syntax/positions.test.ts',
      'test/syntax/round-trip.test.ts'
    ]
  }
})
