import {readFileSync} from 'node:fs'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {render, standalonePage} from '../../src/node/index.js'
import {launch} from './browser.js'

const read = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8')

const set = `::::{tab-set}
:sync-group: system

:::{tab-item} Linux
:sync: linux
Words on Linux.
:::
:::{tab-item} Windows
:sync: windows
Words on Windows.

(deep)=
Deep in Windows.
:::
::::
`

const source = `${set}\n${set.replace('(deep)=\n', '')}\n:::{dropdown} Closed\n:name: box\nInside the box.\n:::\n`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

beforeEach(async () => {
  page = await browser.newPage()
})

async function open({script, hash = '', search = ''}: {script: boolean; hash?: string; search?: string}) {
  const html = standalonePage({html: render(source).html, style: read('style.css')})
  await page.route('http://mystmark.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: script ? html.replace('</body>', `<script>${read('script.js')}</script></body>`) : html
    })
  )
  await page.goto(`http://mystmark.test/${search}${hash}`)
}

const checked = (): Promise<string[]> =>
  page.$$eval('.sd-tab-set input:checked + label', (labels) => labels.map((label) => label.textContent ?? ''))

test('without a script the arrow keys choose a tab', async () => {
  await open({script: false})
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await checked()).toEqual(['Windows', 'Linux'])
  expect(await page.getByText('Words on Windows.').first().isVisible()).toBe(true)
})

test('without a script every tab has its name, and the set one too', async () => {
  await open({script: false})
  expect(await page.getByRole('radio', {name: 'Windows'}).count()).toBe(2)
  expect(await page.getByRole('group', {name: 'Tabs'}).count()).toBe(2)
})

test('tabs of one group change together, and are remembered on the next page', async () => {
  await open({script: true})
  await page.getByText('Windows', {exact: true}).first().click()
  expect(await checked()).toEqual(['Windows', 'Windows'])
  await page.goto('http://mystmark.test/another')
  expect(await checked()).toEqual(['Windows', 'Windows'])
})

test('the address may say which tab is seen', async () => {
  await open({script: true, search: '?system=windows'})
  expect(await checked()).toEqual(['Windows', 'Windows'])
})

test('a link into a tab opens it', async () => {
  await open({script: true, hash: '#deep'})
  expect((await checked())[0]).toBe('Windows')
})

test('a link to a closed dropdown opens it', async () => {
  await open({script: true, hash: '#box'})
  expect(await page.getByText('Inside the box.').isVisible()).toBe(true)
})

test('a dropdown opens by the keyboard', async () => {
  await open({script: false})
  await page.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await page.getByText('Inside the box.').isVisible()).toBe(true)
})
