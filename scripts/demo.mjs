// Builds the observatory of test/fixtures into site/, checks where its references lead, and says what to open.
import {relative} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import pc from 'picocolors'
import {buildSite, loadProject} from '../dist/node/index.js'

const root = fileURLToPath(new URL('../test/fixtures/observatory', import.meta.url))
const out = fileURLToPath(new URL('../site', import.meta.url))
const here = (path) => relative(process.cwd(), path) || '.'

const start = performance.now()
const loaded = await loadProject(root)
const {pages, messages, failed} = await buildSite({loaded, out})
const seconds = ((performance.now() - start) / 1000).toFixed(1)

const references = loaded.project.pages.flatMap((page) => loaded.project.render(page).references)
const resolved = references.filter(({resolution}) => resolution.status !== 'missing')
const elsewhere = resolved.filter(({resolution}) => resolution.inventory !== undefined)
const all = [...loaded.messages, ...messages]

console.log(`
${pc.bold(loaded.config.title)}, from ${here(root)}

  ${pc.green('✔')} ${pages} pages built in ${seconds} s
  ${resolved.length === references.length ? pc.green('✔') : pc.red('✖')} ${resolved.length} of ${references.length} references resolved, ${elsewhere.length} of them in the inventory of another project
  ${all.length === 0 ? `${pc.green('✔')} nothing to complain about` : `${pc.red('✖')} ${all.length} messages`}
`)
for (const message of all) console.log(`${message.file || 'project'}: ${message}`)
console.log(`Open ${pc.cyan(`${here(out)}/index.html`)}
  or ${pathToFileURL(`${out}/index.html`)}

Then ask where something leads, and why:
  node dist/cli/main.js resolve ${here(root)} '{ref}\`instruments:dish\`' --from guide/visiting.md --explain
`)
process.exitCode = failed.length > 0 || all.length > 0 ? 1 : 0
