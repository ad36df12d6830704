// The hostile pages of the tests at a quarter of a megabyte and at one: whether time grows with the text.
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {parse, render} from '../dist/node/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A page of at least a length, by some doublings and a last step. */
function pageOf(make, length) {
  let size = 1
  while (make(size * 2).length < length) size *= 2
  // Some kinds grow with the square of their size.
  while (make(size).length < length) size = Math.ceil(size * 1.1)
  return make(size)
}

function seconds(run, text) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && best > round * 0.5; round++) {
    const start = performance.now()
    run(text)
    best = Math.min(best, (performance.now() - start) / 1000)
  }
  return best
}

/** Kinds by name: seconds for the large page, how much that is of the small one, and which engine read it. */
export async function hostilePages() {
  const {build} = createRequire(`${root}package.json`)('esbuild')
  const {outputFiles} = await build({
    entryPoints: [`${root}test/pathological/inputs.ts`],
    format: 'esm',
    write: false
  })
  const {hostile} = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
  return Object.entries(hostile).map(([name, make]) => {
    const small = pageOf(make, 250_000)
    const large = pageOf(make, 1_000_000)
    const {parsedBy} = render(small)
    const size = large.length / small.length
    const measured = (run) => {
      const before = seconds(run, small)
      const after = seconds(run, large)
      return {seconds: after, growth: after / before / size}
    }
    return {name, parsedBy, megabytes: large.length / 1e6, parse: measured(parse), render: measured(render)}
  })
}
