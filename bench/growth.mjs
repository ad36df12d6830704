#!/usr/bin/env node
// How the time of a project grows with its pages. Run after the build:
//   node bench/growth.mjs [pages …]    (500 1000 2000 5000 if left out)
// A page has 10 labels and 40 references over the whole project: 5,000 pages have 50,000 and 200,000.
// Seconds are those of the processor, so that other work of the machine changes little.
import {createProject} from '../dist/index.js'

const counts = process.argv.slice(2).map(Number)
const sizes = counts.length > 0 ? counts : [500, 1000, 2000, 5000]
const labels = 10
const references = 40

/** Pages that refer to one another, always the same ones. */
function pagesOf(count) {
  let state = 1
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const reference = () => {
    const [page, label] = [next(count), next(labels)]
    return [
      `{ref}\`p${page}-l${label}\``,
      `[](#p${page}-l${label})`,
      `{doc}\`p${page}\``,
      `[so](p${page}.md#p${page}-l${label})`
    ][next(4)]
  }
  return Object.fromEntries(
    Array.from({length: count}, (_, page) => {
      const sections = Array.from({length: labels}, (_, label) => {
        const words = Array.from({length: references / labels}, () => `See ${reference()}.`)
        return `(p${page}-l${label})=\n## Part ${label} of ${page}\n\n${words.join(' ')}\n`
      })
      return [`p${page}.md`, `# Page ${page}\n\n${sections.join('\n')}`]
    })
  )
}

const now = () => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}
console.log('pages   labels  references  compile and index  link and draw  ms a page  missing')
createProject({pages: pagesOf(50)}).check()
for (const size of sizes) {
  const project = createProject({pages: pagesOf(size)})
  let start = now()
  project.inventory.entries
  const compile = now() - start
  start = now()
  let asked = 0
  let missing = 0
  for (const page of project.pages)
    for (const {resolution} of project.render(page).references) {
      asked++
      if (resolution.status === 'missing') missing++
    }
  const link = now() - start
  const cells = [
    String(size).padStart(5),
    String(size * labels).padStart(8),
    String(asked).padStart(11),
    `${compile.toFixed(1)} s`.padStart(18),
    `${link.toFixed(1)} s`.padStart(14),
    (((compile + link) * 1000) / size).toFixed(2).padStart(10),
    String(missing).padStart(8)
  ]
  console.log(cells.join(' '))
}
