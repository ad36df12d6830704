// Prints `N passed, N failed` from vitest's JSON reports; a step of CI that failed counts as one failure.
import {readFileSync} from 'node:fs'

const [status, ...reports] = process.argv.slice(2)
let passed = 0
let failed = Number(status) > 0 ? 1 : 0
for (const report of reports) {
  try {
    const {numPassedTests, numFailedTests, numFailedTestSuites} = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    failed += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0)
  } catch (error) {
    console.log(`no report ${report}: ${error.message}`)
    failed++
  }
}
if (passed === 0) failed++
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
