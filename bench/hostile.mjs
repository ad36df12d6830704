// node bench/hostile.mjs [NAME…]: the hostile pages of the tests at a quarter of a megabyte and at one, each in a process
// of its own: seconds of `parse` and `render`, and in parentheses how much more a byte costs in the larger one.
import {execFileSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {parse, render} from '../dist/node/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const {build} = createRequire(`${root}package.json`)('esbuild')
const {outputFiles} = await build({
  entryPoints: [`${root}test/pathological/inputs.ts`],
  format: 'esm',
  write: false
})
const {hostile} = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)

/** A page of at least a length, by some doublings and a last step: some kinds grow with the square of their size. */
function pageOf(make, length) {
  let size = 1
  while (make(size * 2).length < length) size *= 2
  while (make(size).length < length) size = Math.ceil(size * 1.1)
  return make(size)
}

function seconds(run, text) {
  const start = performance.now()
  run(text)
  return (performance.now() - start) / 1000
}

function measure(name) {
  const small = pageOf(hostile[name], 250_000)
  const large = pageOf(hostile[name], 1_000_000)
  const {parsedBy} = render(small)
  const shown = (run) => {
    const before = seconds(run, small)
    const after = seconds(run, large)
    return `${after.toFixed(2)} s (${(((after / before) * small.length) / large.length).toFixed(1)})`
  }
  return `parse ${shown(parse)}, render ${shown(render)}: ${name}; ${parsedBy}`
}

const [first, ...names] = process.argv.slice(2)
if (first === '--one') console.log(measure(names[0]))
else
  for (const name of first === undefined ? Object.keys(hostile) : [first, ...names])
    try {
      const child = [fileURLToPath(import.meta.url), '--one', name]
      console.log(execFileSync(process.execPath, child, {encoding: 'utf8', stdio: 'pipe'}).trim())
    } catch ({status, signal}) {
      console.log(`no end (${signal ?? status}): ${name}`)
    }
