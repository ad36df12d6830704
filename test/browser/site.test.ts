/** The site in a browser: what a reader can do with it. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildSite, loadProject} from '../../src/node/index.js'
import {launch} from './browser.js'
import {type Server, serve} from './serve.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const fixtures = {
  observatory: fileURLToPath(new URL('../fixtures/observatory', import.meta.url)),
  pages: fileURLToPath(new URL('pages', import.meta.url)),
  gallery: fileURLToPath(new URL('../../docs/gallery', import.meta.url))
}
const desktop = {width: 1280, height: 900}
const phone = {width: 390, height: 844}

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** A page in a browser of its own; what it asks of other hosts, and what its scripts complain of, is kept. */
async function open(
  url: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>
): Promise<void> {
  const context = await browser.newContext({viewport: desktop, reducedMotion: 'reduce', ...options})
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    // A film of another site is what its author asked for.
    if (request.isNavigationRequest() && request.frame() !== page.mainFrame()) return
    if (!request.url().startsWith('data:') && new URL(request.url()).origin !== new URL(url).origin)
      foreign.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  try {
    await page.goto(url)
    await use(page)
    expect({foreign, errors}).toEqual({foreign: [], errors: []})
  } finally {
    await context.close()
  }
}

describe.each([
  ['files', 'file', undefined, '/', fixtures.observatory],
  ['folders below a base path', 'folder', '/docs/', '/docs/', fixtures.observatory],
  ['files', 'file', undefined, '/', fixtures.pages],
  ['folders below a base path', 'folder', '/docs/', '/docs/', fixtures.pages],
  ['files', 'file', undefined, '/', fixtures.gallery]
] as const)('a site with addresses as %s', (_, urlStyle, base, mount, fixture) => {
  let server: Server
  let out: string
  let built: Awaited<ReturnType<typeof buildSite>>

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'mystmark-browser-'))
    built = await buildSite({loaded: await loadProject(fixture), out, urlStyle, base})
    server = await serve(out, mount)
  })
  afterAll(async () => {
    await server.close()
    rmSync(out, {recursive: true, force: true})
  })

  test('every link and every picture of every page is there, with its fragment', async () => {
    expect(built.messages.map(String)).toEqual([])
    const missing: string[] = []
    const ids = new Map<string, Set<string>>()
    const links: [string, string][] = []
    let pages = 0
    await open(`${server.origin}${mount}`, {}, async (page) => {
      const todo = [page.url()]
      for (let url = todo.pop(); url; url = todo.pop()) {
        if (ids.has(url)) continue
        if (!/\.html$|\/$/.test(url)) {
          // A download.
          if (!(await page.request.get(url)).ok()) missing.push(url)
          ids.set(url, new Set())
          continue
        }
        const response = await page.goto(url)
        if (response?.status() !== 200) missing.push(url)
        pages++
        ids.set(url, new Set(await page.locator('[id]').evaluateAll((all) => all.map(({id}) => id))))
        const found = await page.evaluate(() => ({
          links: [...document.querySelectorAll('a')].map(({href}) => href),
          broken: [...document.images]
            .filter((image) => image.complete && !image.naturalWidth)
            .map(({src}) => src)
        }))
        missing.push(...found.broken)
        for (const link of found.links) {
          if (new URL(link).origin !== server.origin) continue
          links.push([url, link])
          todo.push(link.replace(/#.*/, ''))
        }
      }
    })
    for (const [from, link] of links) {
      const [url = '', fragment] = link.split('#')
      if (fragment && !ids.get(url)?.has(decodeURIComponent(fragment))) missing.push(`${from} -> ${link}`)
    }
    expect(missing).toEqual([])
    // The start has two addresses where links say `index.html`.
    expect(pages).toBe(built.pages + (urlStyle === 'file' ? 1 : 0))
  })

  test('an address that leads nowhere shows where else to look, at any depth', async () => {
    await open(`${server.origin}${mount}no/such/page`, {}, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Page not found')
      expect(await page.locator('.myst-header').evaluate((node) => getComputedStyle(node).position)).toBe(
        'sticky'
      )
      await page.locator('main a[href$="/"], main a[href$=".html"]').last().click()
      expect(await page.locator('h1').textContent()).not.toBe('Page not found')
    })
  })
})

describe('a reader', () => {
  let server: Server
  let out: string
  const at = (path: string): string => `${server.origin}/${path}.html`

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'mystmark-browser-'))
    await buildSite({loaded: await loadProject(fixtures.pages), out})
    server = await serve(out)
  })
  afterAll(async () => {
    await server.close()
    rmSync(out, {recursive: true, force: true})
  })

  const colour = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  test('clicks a card anywhere, and a link inside it', async () => {
    await open(at('index'), {}, async (page) => {
      const card = page.locator('.sd-card', {hasText: 'First night'})
      const box = await card.boundingBox()
      if (!box) throw new Error('the card has no box')
      for (const [x, y] of [
        [4, 4],
        [box.width - 4, box.height / 2],
        [box.width / 2, box.height - 4]
      ] as const) {
        await page.goto(at('index'))
        await page.mouse.click(box.x + x, box.y + y)
        await page.waitForURL(at('guide/start'))
      }
      await page.goto(at('index'))
      await card.getByRole('link', {name: 'where to sit'}).click()
      await page.waitForURL(`${at('guide/start')}#where-to-sit`)
    })
  })

  test('walks through the pages by the pager and sees where they are', async () => {
    await open(at('index'), {}, async (page) => {
      const seen: string[] = []
      for (;;) {
        seen.push((await page.locator('h1').textContent()) ?? '')
        const current = page.locator('[aria-current=page]')
        expect(await current.count()).toBe(1)
        expect(await current.getAttribute('href')).toMatch(/\.html$/)
        expect(await current.isVisible()).toBe(true)
        const next = page.locator('[rel=next]')
        if ((await next.count()) === 0) break
        await next.click()
      }
      expect(seen).toEqual([
        'Night Watch',
        'The guide',
        'Your first night',
        'Telescopes',
        'The log',
        'A bit of everything',
        'The team'
      ])
      await page.locator('[rel=prev]').click()
      expect(await page.locator('h1').textContent()).toBe('A bit of everything')
    })
  })

  test('folds and unfolds a section of the navigation without leaving the page', async () => {
    await open(at('index'), {}, async (page) => {
      const entry = page.locator('.myst-nav').getByRole('link', {name: 'Telescopes'})
      expect(await entry.isVisible()).toBe(false)
      await page.locator('.myst-nav summary').click()
      expect(await entry.isVisible()).toBe(true)
      expect(page.url()).toBe(at('index'))
      await entry.click()
      await page.waitForURL(at('guide/telescopes'))
    })
  })

  test.each([
    ['guide/start', ['a Telescopes', 'pre def read(line: str) -> tuple']],
    ['gallery', ['summary A dropdown', 'input ', 'a The wide one', 'div OneThe first card.']]
  ])('gets to everything with the keyboard, and sees where the focus is: %s', async (name, some) => {
    await open(at(name), {}, async (page) => {
      const unseen: string[] = []
      const met: string[] = []
      for (let step = 0; step < 200; step++) {
        await page.keyboard.press('Tab')
        const focus = await page.evaluate(() => {
          const node = document.activeElement
          if (!node || node === document.body) return
          // A tab's radio button shows it on its label, a card's link on the card.
          const shown = [node, node.nextElementSibling, node.closest('.sd-card')].some((each) => {
            if (!each) return false
            const {outlineStyle, outlineWidth} = getComputedStyle(each)
            const {width, height, bottom, right} = each.getBoundingClientRect()
            return (
              outlineStyle !== 'none' &&
              Number.parseFloat(outlineWidth) >= 2 &&
              width * height > 0 &&
              bottom > 0 &&
              right > 0
            )
          })
          return {name: `${node.localName} ${node.textContent.trim().slice(0, 28)}`, shown}
        })
        if (!focus) break
        met.push(focus.name)
        if (!focus.shown) unseen.push(focus.name)
      }
      expect(unseen).toEqual([])
      expect(met[0]).toBe('a Skip to the text')
      expect(some.filter((start) => !met.some((each) => each.startsWith(start)))).toEqual([])
      expect(met.at(-1)).toMatch(/^a (?:At length|Words)$/)
    })
  })

  test('skips the navigation', async () => {
    await open(at('guide/start'), {}, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('team')
    })
  })

  test('has the scheme of the system, switches it, and finds it again on the next page', async () => {
    await open(at('index'), {colorScheme: 'light'}, async (page) => {
      const light = await colour(page)
      await page.emulateMedia({colorScheme: 'dark'})
      const dark = await colour(page)
      expect(dark).not.toBe(light)
      const button = page.getByRole('button', {name: 'Theme: Auto'})
      await button.click()
      expect(await colour(page)).toBe(light)
      await page.goto(at('guide/start'))
      expect(await colour(page)).toBe(light)
      await page.getByRole('button', {name: 'Theme: Light'}).click()
      await page.emulateMedia({colorScheme: 'light'})
      expect(await colour(page)).toBe(dark)
      await page.reload()
      await page.getByRole('button', {name: 'Theme: Dark'}).click()
      expect(await colour(page)).toBe(light)
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('auto')
    })
  })

  test('sees no flash: the remembered scheme is set before anything is painted', async () => {
    await open(at('index'), {colorScheme: 'light'}, async (page) => {
      await page.evaluate(() => localStorage.setItem('mystmark', 'dark'))
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          document.documentElement.dataset.early ??= String(document.documentElement.dataset.theme)
        })
      })
      await page.reload()
      expect(await page.evaluate(() => document.documentElement.dataset.early)).toBe('dark')
    })
  })

  test('opens the menu on a phone, and comes to another page by it', async () => {
    await open(at('index'), {viewport: phone, hasTouch: true}, async (page) => {
      const nav = page.locator('.myst-nav')
      expect(await nav.isVisible()).toBe(false)
      await page.getByText('Menu', {exact: true}).tap()
      expect(await nav.isVisible()).toBe(true)
      await nav.getByRole('link', {name: 'The team'}).tap()
      await page.waitForURL(at('about/team'))
      expect(await nav.isVisible()).toBe(false)
    })
  })

  test('needs no script: menu, folding and the scheme of the system work, and no dead button is shown', async () => {
    await open(
      at('guide/start'),
      {javaScriptEnabled: false, viewport: phone, colorScheme: 'dark'},
      async (page) => {
        expect(await page.locator('.myst-theme').isVisible()).toBe(false)
        await page.getByText('Menu', {exact: true}).click()
        await page.locator('.myst-nav').getByRole('link', {name: 'Telescopes'}).click()
        await page.waitForURL(at('guide/telescopes'))
      }
    )
  })
})

describe.each(Object.entries(fixtures))('every page of the site %s', (_, fixture) => {
  let server: Server
  let out: string
  const pages = readdirSync(fixture, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.slice(0, -'.md'.length))
  const at = (path: string): string => `${server.origin}/${path}.html`

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'mystmark-browser-'))
    await buildSite({loaded: await loadProject(fixture), out})
    server = await serve(out)
  })
  afterAll(async () => {
    await server.close()
    rmSync(out, {recursive: true, force: true})
  })

  test.each([...pages, '404'])('fits a phone, and axe finds nothing, light or dark: %s', async (name) => {
    await open(at(name), {viewport: phone, colorScheme: 'dark'}, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
      await page.evaluate(axe)
      await page.getByText('Menu', {exact: true}).click()
      expect(await violations(page)).toEqual([])
      await page.setViewportSize(desktop)
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({colorScheme})
        expect(await violations(page)).toEqual([])
      }
    })
  })
})

/** What axe says against a page, as lines. */
function violations(page: Page): Promise<unknown> {
  return page.evaluate(
    `axe.run().then(({violations}) => violations.flatMap(({id, nodes}) =>
      nodes.map(({html, failureSummary}) => [id, html.slice(0, 200), failureSummary].join(' · '))))`
  )
}
