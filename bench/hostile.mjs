// node bench/hostile.mjs [NAME…]: the hostile pages of the tests at a quarter of a megabyte and at one, each in a process
// of its own: how many times as long as mdast-util-from-markdown takes in the same process for as much plain Markdown (our
// docs), as machines are uneven, from minute to minute where they are shared; the seconds; and how much more a byte costs
// in the larger page. The bound of two seconds was set on a machine that read a megabyte of docs in 0.53 s: it is 3.8.
import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {fromMarkdown} from 'mdast-util-from-markdown'
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

const docs = readdirSync(`${root}docs`, {recursive: true})
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(`${root}docs/${file}`, 'utf8'))

/** Seconds that a megabyte of plain Markdown takes. */
function plainSeconds() {
  const read = () => {
    for (const page of docs) fromMarkdown(page)
  }
  // The first time the code is not compiled yet.
  read()
  return ((seconds(read) + seconds(read)) / 2 / docs.join('').length) * 1_000_000
}

function measure(name) {
  const plain = plainSeconds()
  const small = pageOf(hostile[name], 250_000)
  const large = pageOf(hostile[name], 1_000_000)
  const {parsedBy} = render(small)
  const shown = (run) => {
    const before = seconds(run, small)
    const after = seconds(run, large)
    const growth = ((after / before) * small.length) / large.length
    const ratio = ((after / large.length) * 1_000_000) / plain
    return `${ratio.toFixed(1)} (${after.toFixed(2)} s, growth ${growth.toFixed(1)})`
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
