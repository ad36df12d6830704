/** Hostile pages in a browser: nothing of theirs runs or is loaded, whatever is clicked, hovered or focused. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, BrowserContext} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {buildSite, type Config, nodePlugins, render} from '../../src/node/index.js'
import {hostileSite, numbered} from '../hostile/site.js'
import {sinks, vectors} from '../hostile/vectors.js'
import {launch} from './browser.js'
import {serve} from './serve.js'

let browser: Browser
let context: BrowserContext
/** What ran or was loaded, with its vector's number. */
let fired: string[]

beforeAll(async () => {
  browser = await launch()
})
afterEach(() => context?.close())
afterAll(() => browser.close())

/** A browser in which a canary tells that it sang, and nobody else can be reached. */
async function listen(documents: (url: URL) => string | undefined, own: string): Promise<void> {
  fired = []
  context = await browser.newContext({reducedMotion: 'reduce'})
  await context.exposeBinding('canary', (_, what: unknown) => void fired.push(`ran ${String(what)}`))
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print'])
      Object.assign(window, {[name]: (number: unknown) => Reflect.get(window, 'canary')(number)})
  })
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (/(?:^|\.)evil\.test$/.test(url.host)) fired.push(`loaded ${url.href}`)
    if (url.origin !== own) return route.abort()
    const body = documents(url)
    if (body !== undefined) return route.fulfill({contentType: 'text/html; charset=utf-8', body})
    return own.startsWith('https://home.test') ? route.fulfill({status: 404, body: ''}) : route.continue()
  })
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      fired.push(`asked ${dialog.message()}`)
      void dialog.dismiss()
    })
  })
}

const schemes = ['http:', 'https:', 'mailto:', 'ftp:', 'tel:']

/** Open pages one after the other and do to all in them what a reader could. */
async function handle(addresses: readonly string[]): Promise<void> {
  const page = await context.newPage()
  context.on('page', (other) => void fired.push(`opened ${other.url()}`))
  for (const address of addresses) {
    await page.goto(address, {waitUntil: 'load'})
    const clobbered = await page.evaluate(() => {
      const faults: string[] = []
      const names =
        `cookie getElementById createElement querySelector querySelectorAll forms location attributes
        nodeName defaultView self documentElement body head addEventListener title`.split(/\s+/)
      for (const name of names) {
        const value: unknown = Reflect.get(document, name)
        const isOwn =
          value === document.documentElement || document.documentElement === document.firstElementChild
        if (value instanceof Element && (!/^(?:documentElement|body|head)$/.test(name) || !isOwn))
          faults.push(`document.${name} is <${value.localName}>`)
      }
      if (document.body !== document.documentElement.lastElementChild) faults.push('document.body is another')
      return faults
    })
    fired.push(...clobbered.map((what) => `${what} (${address})`))
    await page.evaluate((good) => {
      // Where a good address leads is not followed; what runs script is.
      document.addEventListener(
        'click',
        (event) => {
          const link = event.target instanceof Element ? event.target.closest('a, area') : null
          if (link && good.includes(Reflect.get(link, 'protocol'))) event.preventDefault()
        },
        true
      )
      const events =
        `mouseover mouseenter mousemove mouseout pointerenter pointerdown mousedown mouseup focus focusin
        blur keydown keyup input change wheel copy paste dragstart toggle animationstart animationend transitionend
        load error submit`.split(/\s+/)
      for (const element of document.querySelectorAll('*')) {
        for (const name of events) element.dispatchEvent(new Event(name, {bubbles: false}))
        if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
        if (element instanceof HTMLElement) element.click()
        else element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))
      }
    }, schemes)
    // Going to an address of script takes its time, and one that comes behind would call off the one before.
    const left = await page.evaluate(
      (good) => [...document.links].map(({protocol}) => !good.includes(protocol)),
      schemes
    )
    for (const [index, odd] of left.entries()) {
      if (!odd) continue
      await page.evaluate((at) => document.links[at]?.click(), index)
      await page.waitForTimeout(300)
    }
    await page.waitForTimeout(20)
    if (page.url() !== address) fired.push(`${address} went to ${page.url()}`)
  }
}

/** Words for a number of a vector. */
function named(what: string): string {
  const number = Number(/\d+/.exec(what)?.[0])
  const vector = vectors[number]
  return vector ? `${what}: ${vector.sink}, ${vector.name}` : what
}

const perPage = 20

/** Vectors as documents, some on each. */
function documentsOf(
  list: readonly {source: string; number: number}[],
  config: Config = {extensions: 'all'},
  dangerous = false
): string[] {
  const parts = list.map(({source, number}) => {
    const {html} = render(numbered(source, number), {
      config: {...config, idPrefix: `v${number}-`},
      allowDangerousHtml: dangerous
    })
    return `<section>${html}</section>`
  })
  return Array.from(
    {length: Math.ceil(parts.length / perPage)},
    (_, index) =>
      `<!doctype html><html><head><title>a</title></head><body>${parts.slice(index * perPage, (index + 1) * perPage).join('\n')}</body></html>`
  )
}

async function sing(documents: readonly string[]): Promise<void> {
  await listen((url) => documents[Number(/^\/page-(\d+)$/.exec(url.pathname)?.[1])], 'https://home.test')
  await handle(documents.map((_, index) => `https://home.test/page-${index}`))
}

const every = vectors.map(({sink, source}, number) => ({sink, source, number}))

test.each(sinks)('%s: no canary sings', async (sink) => {
  await sing(documentsOf(every.filter((each) => each.sink === sink)))
  expect(fired.map(named)).toEqual([])
})

test.each(['drawings', 'html', 'images', 'names', 'styles'])(
  '%s, where no extension reads raw HTML: no canary sings',
  async (sink) => {
    await sing(
      documentsOf(
        every.filter((each) => each.sink === sink),
        {extensions: ['attrs_inline', 'colon_fence']}
      )
    )
    expect(fired.map(named)).toEqual([])
  }
)

describe('canaries sing', () => {
  test.each([
    ['<script>alert(1)</script>', 'ran 7'],
    ['<img src=x onerror=alert(1)>', 'ran 7'],
    ['<a href="javascript:alert(1)">a</a>', 'ran 7'],
    ['<b onmouseenter="alert(1)">a</b>', 'ran 7'],
    ['<b tabindex=0 onfocus="alert(1)">a</b>', 'ran 7'],
    ['<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', 'ran 7'],
    ['<p style="background:url(//evil.test/a)">a</p>', 'loaded https://v7.evil.test/a'],
    ['<img name="cookie">', 'document.cookie is <img> (https://home.test/page-0)']
  ])('where raw HTML is trusted: %s', async (source, song) => {
    await sing(documentsOf([{source, number: 7}], {extensions: []}, true))
    expect(fired).toContain(song)
  })
})

test('a built site: no canary sings', async () => {
  const out = mkdtempSync(join(tmpdir(), 'mystmark-hostile-'))
  const root = mkdtempSync(join(tmpdir(), 'mystmark-hostile-'))
  try {
    const {failed} = await buildSite({
      loaded: {...nodePlugins(), root, ...hostileSite()},
      out: join(out, 'site')
    })
    expect(failed).toEqual([])
    const server = await serve(join(out, 'site'))
    try {
      await listen(() => undefined, server.origin)
      const pages = every.filter(({sink}) => sink === 'pages').map(({number}) => `v/${number}.md`)
      await handle(
        ['index.md', 'references.md', '404.md', ...pages].map(
          (page) => `${server.origin}/${page.replace(/\.md$/, '.html')}`
        )
      )
      expect(fired.map(named)).toEqual([])
    } finally {
      await server.close()
    }
  } finally {
    for (const folder of [out, root]) rmSync(folder, {recursive: true, force: true})
  }
}, 240_000)
