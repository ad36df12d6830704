// Draws the gallery in Chromium: light, dark, on a phone, in print.
//   npm run screenshots                  the few that docs/screenshots.md shows
//   npm run screenshots -- --all FOLDER  every page in all four, to be looked at
// Chromium is /usr/bin/chromium, or what CHROMIUM says.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {chromium} from 'playwright-core'
import {buildSite, loadProject} from '../dist/node/index.js'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const desktop = {width: 1280, height: 900}
const looks = {
  light: {viewport: desktop, colorScheme: 'light'},
  dark: {viewport: desktop, colorScheme: 'dark'},
  narrow: {viewport: {width: 390, height: 844}, colorScheme: 'light'},
  print: {viewport: {width: 794, height: 1123}, colorScheme: 'light', print: true}
}

/** Page, look, and the heading at the top. */
const kept = [
  ['admonitions', 'light'],
  ['cards-and-grids', 'dark', 'grid-grid-item'],
  ['dropdowns-and-tabs', 'light'],
  ['dropdowns-and-tabs', 'print', 'tab-set-tab-item'],
  ['code', 'dark'],
  ['formulas-and-proofs', 'light'],
  ['descriptions-of-an-api', 'dark', 'py-function-and-its-kin'],
  ['prose', 'narrow', 'sidebar'],
  ['tables', 'narrow']
]

const all = process.argv.indexOf('--all')
const folder = all > 0 ? resolve(process.argv[all + 1] ?? 'site/screenshots') : here('../docs/screenshots')
const site = await mkdtemp(join(tmpdir(), 'mystmark-screenshots-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
})
try {
  const loaded = await loadProject(here('../docs/gallery'))
  await buildSite({loaded, out: join(site, 'gallery')})
  await mkdir(folder, {recursive: true})
  const pages = loaded.project.pages.map((page) => page.replace(/\.md$/, ''))
  const wanted = all > 0 ? pages.flatMap((page) => Object.keys(looks).map((look) => [page, look])) : kept
  for (const [page, look, id] of wanted) {
    const {viewport, colorScheme, print} = looks[look]
    const context = await browser.newContext({viewport, colorScheme, reducedMotion: 'reduce'})
    const tab = await context.newPage()
    await tab.goto(pathToFileURL(join(site, 'gallery', `${page}.html`)).href)
    if (print) {
      await tab.emulateMedia({media: 'print', colorScheme})
      // The margin of the paper.
      await tab.addStyleTag({content: 'body { padding: 3rem !important }'})
    }
    if (id) await tab.locator(`[id="${id}"]`).evaluate((node) => node.scrollIntoView())
    const name = `${page.replaceAll('/', '-')}-${look}`
    if (all > 0) await tab.screenshot({path: join(folder, `${name}.png`), fullPage: true})
    else {
      // Playwright itself writes no WebP, which is a third of a PNG.
      const session = await context.newCDPSession(tab)
      const {data} = await session.send('Page.captureScreenshot', {format: 'webp', quality: 70})
      await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
    }
    await context.close()
  }
} finally {
  await browser.close()
  await rm(site, {recursive: true, force: true})
}
