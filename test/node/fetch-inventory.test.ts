import {readdirSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, onTestFinished, test} from 'vitest'
import {fetchInventory} from '../../src/node/inventories.js'
import {loadProject} from '../../src/node/load-project.js'
import {isPrivateAddress} from '../../src/node/private-address.js'
import {folderWith, inventoryBytes} from '../folder.js'

const open = {allowHttp: true, allowPrivate: true}
const first = inventoryBytes('Rover', '1', ['gear std:label -1 gear.html#$ Gear'])
const second = inventoryBytes('Rover', '2', [
  'gear std:label -1 gear.html#$ Gear',
  'arm std:label -1 arm.html#$ Arm'
])

/** A server on this machine; gives its address and what it was asked for. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {asked, site: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`}
}

test('a kept copy holds for its time, then by its ETag', async () => {
  const cache = folderWith({})
  const statuses: number[] = []
  let now = {tag: '"1"', bytes: first}
  const {asked, site} = await serve((request, response) => {
    const same = request.headers['if-none-match'] === now.tag
    statuses.push(same ? 304 : 200)
    response.writeHead(same ? 304 : 200, {etag: now.tag}).end(same ? undefined : now.bytes)
  })
  const ask = (maxAge?: number) => fetchInventory(`${site}/objects.inv`, {...open, cache, maxAge})
  expect((await ask()).version).toBe('1')
  expect((await ask()).version).toBe('1')
  expect(asked).toHaveLength(1)
  expect(await ask(0)).toMatchObject({version: '1', messages: []})
  now = {tag: '"2"', bytes: second}
  expect((await ask(0)).version).toBe('2')
  expect(statuses).toEqual([200, 304, 200])
})

test.each([
  ['an error', (response: ServerResponse) => response.writeHead(500).end(), 'it answers 500'],
  ['a page', (response: ServerResponse) => response.end('<html>'), 'this is a web page'],
  [
    'half a file',
    (response: ServerResponse) => response.end(second.subarray(0, second.length - 8)),
    'cut short'
  ],
  ['a broken line', (response: ServerResponse) => response.destroy(), 'cannot be fetched'],
  ['silence', () => undefined, 'no answer within 0.3 seconds']
])('%s leaves the kept copy, with one message', async (_, fail, reason) => {
  const cache = folderWith({})
  let good = true
  const {site} = await serve((_, response) => (good ? response.end(first) : fail(response)))
  const ask = () => fetchInventory(`${site}/objects.inv`, {...open, cache, maxAge: 0, timeout: 300})
  await ask()
  good = false
  for (let time = 0; time < 2; time++) {
    const {entries, messages} = await ask()
    expect(entries).toHaveLength(1)
    expect(messages).toHaveLength(1)
    expect(messages[0]?.reason).toContain(reason)
    expect(messages[0]?.reason).toMatch(/the copy of \d{4}-\d\d-\d\d is used$/)
  }
})

test('offline asks nobody', async () => {
  const cache = folderWith({})
  const {asked, site} = await serve((_, response) => response.end(first))
  const url = `${site}/objects.inv`
  expect((await fetchInventory(url, {...open, cache, offline: true})).messages[0]?.reason).toBe(
    `${url} is not fetched offline, and no copy of it is kept`
  )
  await fetchInventory(url, {...open, cache})
  expect(await fetchInventory(url, {...open, cache, offline: true, maxAge: 0})).toMatchObject({
    version: '1',
    messages: []
  })
  expect(asked).toHaveLength(1)
})

test('a copy that was damaged counts as none', async () => {
  const cache = folderWith({})
  const {asked, site} = await serve((_, response) => response.end(first))
  const ask = () => fetchInventory(`${site}/objects.inv`, {...open, cache})
  await ask()
  for (const name of readdirSync(cache).filter((each) => each.endsWith('.inv')))
    writeFileSync(join(cache, name), second.subarray(0, 90))
  expect(await ask()).toMatchObject({version: '1', messages: []})
  expect(asked).toHaveLength(2)
  expect(readdirSync(cache)).toHaveLength(2)
})

test('redirects move the address that entries count from', async () => {
  const {asked, site} = await serve((request, response) => {
    if (request.url === '/objects.inv') response.writeHead(302, {location: '/en/latest/objects.inv'}).end()
    else response.end(first)
  })
  const cache = folderWith({})
  const base = `${site}/en/latest/`
  expect((await fetchInventory(`${site}/objects.inv`, {...open, cache})).baseUrl).toBe(base)
  expect((await fetchInventory(`${site}/objects.inv`, {...open, cache})).baseUrl).toBe(base)
  expect(asked).toHaveLength(2)
})

test.each([
  ['without end', '/', open, 'moved on more than 5 times'],
  ['to a file', 'file:///etc/passwd', open, 'is not https:'],
  ['to a broken address', 'http://', open, 'Invalid URL']
])('a redirect %s is not followed', async (_, location, rules, reason) => {
  const {site} = await serve((_, response) => void response.writeHead(301, {location}).end())
  const {entries, messages} = await fetchInventory(`${site}/objects.inv`, rules)
  expect(entries).toEqual([])
  expect(messages.map(({reason: said}) => said)).toEqual([expect.stringContaining(reason)])
})

test.each([
  'http://127.0.0.1:PORT',
  'http://localhost:PORT',
  'http://[::1]:PORT',
  'http://[::ffff:127.0.0.1]:PORT',
  'http://0x7f000001:PORT'
])('%s is not asked unless it may be', async (origin) => {
  const {asked, site} = await serve((_, response) => response.end(first))
  const url = origin.replace('PORT', new URL(site).port)
  const {messages} = await fetchInventory(`${url}/objects.inv`, {allowHttp: true})
  expect(messages[0]?.reason).toMatch(/is an address of a private network$/)
  expect(asked).toEqual([])
})

test('what is too long before or after unpacking is cut off, and said', async () => {
  const {site} = await serve((_, response) => response.end(second))
  const url = `${site}/objects.inv`
  expect((await fetchInventory(url, {...open, maxBytes: 50})).messages[0]?.reason).toMatch(
    /longer than 50 bytes$/
  )
  expect((await fetchInventory(url, {...open, maxUnpackedBytes: 20})).messages[0]?.ruleId).toBe(
    'inventory-too-large'
  )
})

test('an answer that is packed is unpacked no further than it may be long', async () => {
  const packed = gzipSync(Buffer.concat([second, Buffer.alloc(1_000_000)]))
  const {site} = await serve((_, response) =>
    response.writeHead(200, {'content-encoding': 'gzip'}).end(packed)
  )
  const ask = (maxBytes: number) => fetchInventory(`${site}/objects.inv`, {...open, maxBytes})
  expect((await ask(10_000)).entries).toEqual([])
  expect((await ask(10_000)).messages[0]?.reason).toMatch(/cannot be fetched/)
  expect((await ask(2_000_000)).entries.length).toBe(2)
})

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['93.184.216.34', false],
  ['::1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::7f00:1', true],
  ['2002:7f00:1::', true],
  ['2606:4700::1111', false],
  ['nonsense', true]
])('isPrivateAddress of %s is %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected)
})

describe('myst.xref.json', () => {
  const xref = JSON.stringify({
    version: '1',
    references: [
      {kind: 'page', data: '/plan.json', url: '/plan'},
      {identifier: 'fig-plan', kind: 'figure', data: '/plan.json', url: '/plan'}
    ]
  })
  const names = (inventory: {entries: {name: string}[]}) => inventory.entries.map(({name}) => name)

  test('is fetched, kept, validated and read offline as an objects.inv is', async () => {
    const cache = folderWith({})
    const statuses: number[] = []
    const {site} = await serve((request, response) => {
      if (request.url === '/old.json')
        return void response.writeHead(301, {location: '/book/myst.xref.json'}).end()
      const same = request.headers['if-none-match'] === '"1"'
      statuses.push(same ? 304 : 200)
      response.writeHead(same ? 304 : 200, {etag: '"1"'}).end(same ? undefined : xref)
    })
    const ask = (rules = {}) => fetchInventory(`${site}/old.json`, {...open, cache, ...rules})
    expect(await ask()).toMatchObject({baseUrl: `${site}/book/`, messages: []})
    expect(names(await ask({maxAge: 0}))).toEqual(['plan', 'fig-plan'])
    expect(names(await ask({offline: true, maxAge: 0}))).toEqual(['plan', 'fig-plan'])
    expect(statuses).toEqual([200, 304])
  })

  test('that is too long is not read, one that is broken leaves the kept copy', async () => {
    const cache = folderWith({})
    let body = xref
    const {site} = await serve((_, response) => response.end(body))
    const ask = (rules = {}) =>
      fetchInventory(`${site}/myst.xref.json`, {...open, cache, maxAge: 0, ...rules})
    expect((await ask({maxBytes: 20, cache: undefined})).messages[0]?.reason).toContain(
      'longer than 20 bytes'
    )
    await ask()
    body = '{"references": 3}'
    const {entries, messages} = await ask()
    expect(entries).toHaveLength(2)
    expect(messages.map(({reason}) => reason)).toEqual([
      expect.stringMatching(/no list "references".*the copy of/)
    ])
  })

  test('of a folder the inventory that is there is taken, else one message says what is not', async () => {
    const {asked, site} = await serve((request, response) =>
      request.url === '/guide/myst.xref.json' ? response.end(xref) : response.writeHead(404).end()
    )
    expect(names(await fetchInventory(`${site}/guide`, open))).toEqual(['plan', 'fig-plan'])
    expect(asked).toEqual(['/guide/objects.inv', '/guide/myst.xref.json'])
    const {messages} = await fetchInventory(`${site}/gone/`, open)
    expect(messages.map(({reason}) => reason)).toEqual([
      `${site}/gone/objects.inv cannot be fetched: it answers 404 Not Found`
    ])
  })

  test('of the configuration leads references to its pages', async () => {
    const {site} = await serve((_, response) => response.end(xref))
    const root = folderWith({
      'index.md': '# Home\n\n[the plan](xref:guide/plan#fig-plan) {external+guide:ref}`so <fig-plan>`\n',
      'mystmark.config.json': JSON.stringify({inventories: {guide: {url: `${site}/myst.xref.json`}}})
    })
    const {project, messages} = await loadProject(root, {fetch: open})
    expect([...messages, ...project.check()].map(String)).toEqual([])
    expect(project.render('index.md').html.split(`href="${site}/plan#fig-plan"`)).toHaveLength(3)
  })
})
