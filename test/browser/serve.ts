/** A folder over HTTP on this machine alone. */
import {readFile, stat} from 'node:fs/promises'
import {createServer} from 'node:http'
import {extname, join, normalize} from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml'
}

export interface Server {
  origin: string
  close(): Promise<void>
}

/** Serve `folder` below `base`, as a static host does: a folder is its `index.html`, else there is `404.html`. */
export async function serve(folder: string, base = '/'): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined
    const send = (status: number, file: string, body: Buffer): void => {
      response.writeHead(status, {'content-type': types[extname(file)] ?? 'application/octet-stream'})
      response.end(body)
    }
    try {
      if (inside === undefined) throw new Error('outside of the site')
      const asked = join(folder, inside)
      const file = (await stat(asked)).isDirectory() ? join(asked, 'index.html') : asked
      send(200, file, await readFile(file))
    } catch {
      const lost = join(folder, '404.html')
      send(404, lost, await readFile(lost).catch(() => Buffer.from('')))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
