import {createServer} from 'node:http'
import {afterAll, expect, onTestFinished, test, vi} from 'vitest'
import {inventoryBytes} from '../folder.js'

// One address of this machine stands for the public internet, the others for what it must not reach.
const place = '../../src/node/private-address.js'
vi.doMock(place, () => ({isPrivateAddress: (address: string) => address !== '127.0.0.1'}))
vi.resetModules()
const {fetchInventory} = await import('../../src/node/inventories.js')
// All test files share their modules: the next one has the true rule again.
afterAll(() => {
  vi.doUnmock(place)
  vi.resetModules()
})

test.each([
  ['an address', '127.0.0.2'],
  ['an address in brackets', '[::1]']
])('a public place that sends on to %s of a private network is not followed', async (_, host) => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.host)
    const port = request.headers.host?.replace(/^.*:/, '')
    if (request.url === '/objects.inv')
      response.writeHead(302, {location: `http://${host}:${port}/private`}).end()
    else response.end(inventoryBytes('Secret', '1', ['a std:label -1 a.html A']))
  })
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const {entries, messages} = await fetchInventory(`http://127.0.0.1:${port}/objects.inv`, {allowHttp: true})
  expect(entries).toEqual([])
  expect(messages).toHaveLength(1)
  expect(asked).toEqual([`127.0.0.1:${port}`])
})
