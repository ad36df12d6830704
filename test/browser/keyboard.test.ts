/** The gallery by keyboard, without a script, in print and in the clipboard. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {buildSite, type Config} from '../../src/node/index.js'
import {launch} from './browser.js'
import {type Server, serve} from './serve.js'

const pages = {
  'index.md': `# Harbour

::::{tab-set}
:sync-group: system

:::{tab-item} Linux
:sync: linux
Words on Linux.
:::
:::{tab-item} Mac
:sync: mac
Words on Mac.
:::
:::{tab-item} Windows
:sync: windows
Words on [Windows](other.md).
:::
::::

::::{tab-set}
:sync-group: system

:::{tab-item} Linux
:sync: linux
More on Linux.
:::
:::{tab-item} Windows
:sync: windows
More on Windows.
:::
::::

:::{dropdown} A dropdown
Inside the dropdown.
:::

:::{note}
:class: dropdown
Inside the note.
:::

:::{card} A card
:link: other
:link-type: doc
:link-alt: All about the other page

With [a link of its own](https://harbour.test/own) inside.
:::

\`\`\`{code-block} python
:linenos:
:emphasize-lines: 2
def moor(boat):
    return boat
\`\`\`

:::{figure} mole.svg
:alt: The mole
At the *mole*
:::

:::{table} Depths
| tide | depth |
| ---- | ----- |
| low  | 2 m   |
:::

$$
\\frac{a
$$
`,
  'other.md': `# Other

::::{tab-set}
:sync-group: system

:::{tab-item} Linux
:sync: linux
Here on Linux.
:::
:::{tab-item} Windows
:sync: windows
Here on Windows.
:::
::::
`
}

let browser: Browser
let server: Server
let out: string
let context: BrowserContext
let messages: string[]

beforeAll(async () => {
  browser = await launch()
  out = mkdtempSync(join(tmpdir(), 'mystmark-keyboard-'))
  const root = fileURLToPath(new URL('pages', import.meta.url))
  const config: Config = {extensions: ['colon_fence', 'dollarmath']}
  const built = await buildSite({loaded: {root, pages, config}, out})
  messages = built.messages.map(String)
  server = await serve(out)
})
afterEach(() => context?.close())
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(out, {recursive: true, force: true})
})

async function open(options: BrowserContextOptions = {}, path = 'index.html'): Promise<Page> {
  context = await browser.newContext({reducedMotion: 'reduce', ...options})
  const page = await context.newPage()
  await page.goto(`${server.origin}/${path}`)
  return page
}

const chosen = (page: Page): Promise<string[]> =>
  page.$$eval('.sd-tab-set input:checked + label', (labels) => labels.map((label) => label.textContent ?? ''))

describe('tabs', () => {
  test('the arrows go round, Home and End to the ends; tabs of the group and the next page follow', async () => {
    const page = await open()
    await page.getByRole('radio', {name: 'Linux'}).first().focus()
    const after = async (key: string): Promise<string[]> => {
      await page.keyboard.press(key)
      return chosen(page)
    }
    expect(await after('ArrowRight')).toEqual(['Mac', 'Linux'])
    expect(await after('ArrowDown')).toEqual(['Windows', 'Windows'])
    expect(await after('ArrowRight')).toEqual(['Linux', 'Linux'])
    expect(await after('ArrowLeft')).toEqual(['Windows', 'Windows'])
    expect(await after('Home')).toEqual(['Linux', 'Linux'])
    expect(await after('End')).toEqual(['Windows', 'Windows'])
    // One stop for the set, and from it into what is shown.
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Windows')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/other.html')
    expect(await chosen(page)).toEqual(['Windows'])
    expect(await page.getByText('Here on Windows.').isVisible()).toBe(true)
  })

  test('each has a name, and so has what it shows', async () => {
    const page = await open()
    const set = page.getByRole('group', {name: 'Tabs'}).first()
    expect(await set.getByRole('radio', {checked: true}).count()).toBe(1)
    const controlled = await set
      .getByRole('radio')
      .evaluateAll((all) =>
        all.map((each) => document.getElementById(each.getAttribute('aria-controls') ?? '')?.className)
      )
    expect(controlled).toEqual(['sd-tab-content', 'sd-tab-content', 'sd-tab-content'])
  })
})

describe('dropdowns', () => {
  test.each(['A dropdown', 'Note'])('Enter opens and Space closes: %s', async (title) => {
    const page = await open({javaScriptEnabled: false})
    const details = page.locator('main details', {hasText: title})
    await details.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await details.getAttribute('open')).toBe('')
    expect(await details.getByText(/^Inside the/).isVisible()).toBe(true)
    await page.keyboard.press('Space')
    expect(await details.getAttribute('open')).toBe(null)
  })

  test.each(['Inside the dropdown', 'Inside the note'])(
    'the browser finds %s in a closed one',
    async (words) => {
      // A link to words goes by the same search as the reader's.
      const page = await open({}, `index.html#:~:text=${encodeURIComponent(words)}`)
      await page.getByText(words).waitFor({state: 'visible', timeout: 5000})
      expect(await page.locator('main details[open]').count()).toBe(1)
    }
  )
})

test('a card is reached as one link with a name, and the link in it by itself', async () => {
  const page = await open()
  const card = page.locator('.sd-card', {hasText: 'A card'})
  await card.getByRole('link', {name: 'a link of its own'}).focus()
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  expect(await focused.textContent()).toBe('All about the other page')
  expect(await page.getByRole('link', {name: 'All about the other page'}).count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/other.html')
})

test('the theme is chosen by the keyboard', async () => {
  const page = await open({colorScheme: 'light'})
  await page.getByRole('button', {name: 'Theme: Auto'}).focus()
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.theme)
  await page.keyboard.press('Enter')
  expect(await theme()).toBe('light')
  await page.keyboard.press('Space')
  expect(await theme()).toBe('dark')
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Theme: Dark')
})

test('without a script all is there: tabs change, and nothing waits for a script to be shown', async () => {
  const page = await open({javaScriptEnabled: false})
  await page.getByRole('radio', {name: 'Linux'}).first().focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByText('Words on Windows.').isVisible()).toBe(true)
  expect(await page.getByText('Words on Linux.').isVisible()).toBe(false)
  for (const words of ['More on Linux.', 'At the mole', 'Depths', 'moor'])
    expect(await page.getByText(words).first().isVisible()).toBe(true)
})

test('in print every tab and every dropdown is open, and the site around the text is gone', async () => {
  const page = await open()
  await page.emulateMedia({media: 'print'})
  const hidden: string[] = []
  for (const words of [
    'Words on Linux.',
    'Words on Mac.',
    'Words on Windows.',
    'More on Linux.',
    'More on Windows.',
    'Inside the dropdown.',
    'Inside the note.'
  ]) {
    const box = await page.getByText(words).boundingBox()
    if (!box || box.height === 0) hidden.push(words)
  }
  expect(hidden).toEqual([])
  for (const part of ['.myst-header', '.myst-nav', '.myst-pager'])
    expect(await page.locator(part).first().isVisible()).toBe(false)
})

test('code is copied without its line numbers', async () => {
  const page = await open({permissions: ['clipboard-read', 'clipboard-write']})
  expect(await page.locator('.linenos').count()).toBe(2)
  await page.locator('main pre').evaluate((pre) => getSelection()?.selectAllChildren(pre))
  await page.keyboard.press('Control+c')
  expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd()).toBe(
    'def moor(boat):\n    return boat'
  )
})

test('a formula that cannot be drawn shows its source, and what is wrong is said', async () => {
  expect(messages).toEqual([expect.stringContaining('index.md')])
  const page = await open()
  expect(await page.getByText('\\frac{a').isVisible()).toBe(true)
})

test('figures and tables are called by their captions', async () => {
  const page = await open()
  expect(await page.getByRole('figure', {name: 'At the mole'}).count()).toBe(1)
  expect(await page.getByRole('table', {name: 'Depths'}).count()).toBe(1)
})
