// npm run bench: measures mystmark beside its peers in one run and prints ratios; --write renews docs/benchmarks.md.
import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {madeInputs, realInputs} from './inputs.mjs'
import {peers} from './peers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const quick = process.argv.includes('--quick')
const lines = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}

/**
 * Best of the runs over all texts in some seconds; texts on which the peer throws are counted and left out. What is hot
 * in many texts is known to the compiler of the machine only after a while.
 */
function measure(run, texts, most) {
  const good = texts.filter((text) => {
    try {
      run(text)
      return true
    } catch {
      return false
    }
  })
  const bytes = good.reduce((sum, text) => sum + text.length, 0)
  let best = Number.POSITIVE_INFINITY
  const end = performance.now() + 1000 * (quick ? 0.3 : most)
  let rounds = 0
  do {
    const start = performance.now()
    for (const text of good) run(text)
    best = Math.min(best, (performance.now() - start) / 1000)
    rounds++
  } while (performance.now() < end && rounds < 100)
  return {rate: bytes / 1e6 / best, seconds: best, good, thrown: texts.length - good.length}
}

function table(head, rows) {
  say(`| ${head.join(' | ')} |`)
  say(`|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`)
  for (const row of rows) say(`| ${row.join(' | ')} |`)
  say()
}

const names = Object.keys(peers)
const times = (ratio) => ratio.toFixed(ratio < 1 ? 2 : 1)
const shown = ({rate, thrown}, base) =>
  `${rate.toFixed(2)} (${times(base / rate)}×)${thrown ? ` †${thrown}` : ''}`

say('# Benchmarks')
say()
say(
  'Written by `npm run bench -- --write`. Each line is one run on one machine: read the ratios, not the figures. MB of Markdown a second; in parentheses how many times as fast `mystmark render` is on the same pages; † pages on which the peer throws, left out of both.'
)
say()
say(
  '`mystmd whole` is what the program of mystmd does to a page, by its packages, but for what needs other files or the network: parse, its transforms, formulas by KaTeX, numbers, references, HTML. `mystmark render` does that, and colours code, which mystmd leaves to its theme; beside it is the same without colours. The others parse only.'
)
say()
say('## Real pages')
say()
const rows = []
for (const [name, texts] of Object.entries(realInputs())) {
  const results = names.map((peer) => measure(peers[peer].run, texts, 3))
  rows.push([
    `${name} (${texts.length} pages, ${(texts.join('').length / 1e6).toFixed(2)} MB)`,
    ...results.map((result) =>
      shown(result, (result.thrown > 0 ? measure(peers[names[0]].run, result.good, 3) : results[0]).rate)
    )
  ])
}
table(['', ...names], rows)

say('## Made pages, and how time grows with size')
say()
say(
  'Seconds at a quarter, at the size of the name and at four times it; a linear peer takes four times as long each time. A dash: the size before took more than 1.5 seconds.'
)
say()
for (const [name, make] of Object.entries(madeInputs)) {
  say(`### ${name} (${(make(1).length / 1e3).toFixed(0)} kB)`)
  say()
  const sizes = quick ? [0.25, 1] : [0.25, 1, 4]
  table(
    ['', ...sizes.map((size) => `× ${size}`), 'growth'],
    names.map((peer) => {
      const results = []
      for (const size of sizes) {
        const text = make(size)
        const before = results.at(-1)
        // Four times a size that takes seconds would take minutes where time grows faster than size.
        if (before === 'long' || before > 1.5) {
          results.push('long')
          continue
        }
        const start = performance.now()
        try {
          peers[peer].run(text)
        } catch {
          results.push(undefined)
          continue
        }
        const once = (performance.now() - start) / 1000
        results.push(once > 2 ? once : measure(peers[peer].run, [text], 1).seconds)
      }
      const shown = (time) => (time === undefined ? 'throws' : time === 'long' ? '–' : time.toFixed(3))
      const growth = results
        .slice(1)
        .map((time, index) =>
          typeof time === 'number' && typeof results[index] === 'number'
            ? `${(time / results[index]).toFixed(1)}×`
            : '–'
        )
      return [peer, ...results.map(shown), growth.join(', ')]
    })
  )
}

say('## Time to import, and size')
say()
const importTime = (specifier) => {
  const code = `const start = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - start)`
  return Math.min(
    ...Array.from({length: 5}, () =>
      Number(
        execFileSync(process.execPath, ['--input-type=module', '-e', code], {
          cwd: `${root}bench`,
          encoding: 'utf8'
        })
      )
    )
  )
}
const {build} = createRequire(`${root}package.json`)('esbuild')
async function bundleSize(contents) {
  const result = await build({
    stdin: {contents, resolveDir: `${root}bench`},
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    external: ['node:*', 'fs', 'zlib', 'path', 'url', 'punycode']
  })
  return gzipSync(result.outputFiles[0].contents, {level: 9}).length
}
const bundles = {
  mystmark: ['../dist/index.js', 'export {render} from "../dist/index.js"'],
  'mystmark/node': ['../dist/node/index.js', undefined],
  'myst-parser + myst-to-html': [
    'myst-parser',
    'export {mystParse} from "myst-parser"; export {mystToHtml} from "myst-to-html"'
  ],
  'remark-parse + remark-gfm': [
    'remark-gfm',
    'export {default as a} from "remark-parse"; export {default as b} from "remark-gfm"; export {unified} from "unified"'
  ]
}
const sizes = []
for (const [name, [specifier, contents]] of Object.entries(bundles)) {
  const size =
    contents === undefined
      ? '–'
      : await bundleSize(contents).then(
          (bytes) => `${(bytes / 1e3).toFixed(0)} kB`,
          () => 'no bundle'
        )
  sizes.push([
    name,
    `${importTime(specifier.startsWith('.') ? new URL(specifier, import.meta.url).href : specifier).toFixed(0)} ms`,
    size
  ])
}
table(['', 'import', 'browser bundle, gzipped'], sizes)
if (process.argv.includes('--write'))
  writeFileSync(`${root}docs/benchmarks.md`, `${lines.join('\n').trimEnd()}\n`)
