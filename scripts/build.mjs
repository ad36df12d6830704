// Builds the package into dist/: compiled modules with types, and the style sheet.
import {execFileSync} from 'node:child_process'
import {chmodSync, copyFileSync, existsSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
rmSync(`${root}dist`, {recursive: true, force: true})
execFileSync(process.execPath, [tsc, '-p', `${root}tsconfig.node.json`], {stdio: 'inherit'})
for (const asset of ['style.css', 'site.js', 'script.js'])
  copyFileSync(`${root}src/${asset}`, `${root}dist/${asset}`)
// So that `import 'mystmark/style.css'` has a type.
writeFileSync(`${root}dist/style.css.d.ts`, 'export {}\n')
if (existsSync(`${root}dist/cli/main.js`)) chmodSync(`${root}dist/cli/main.js`, 0o755)
