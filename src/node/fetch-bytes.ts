/** One file over HTTP, from whoever it may come from and no longer than it may be. */
import {lookup} from 'node:dns'
import {type IncomingMessage, request as requestHttp} from 'node:http'
import {request as requestHttps} from 'node:https'
import {isIP, type LookupFunction} from 'node:net'
import {promisify} from 'node:util'
import {gunzip} from 'node:zlib'
import {isPrivateAddress} from './private-address.js'

/** What may be fetched. */
export interface FetchRules {
  /** Milliseconds for all of it. */
  timeout: number
  /** Bytes that are taken at most. */
  maxBytes: number
  /** Take `http:`, too. */
  allowHttp: boolean
  /** Ask machines of the own network, too. */
  allowPrivate: boolean
}

/** A file, or that the known one still holds. */
export interface Fetched {
  /** `undefined` where the other side says that nothing has changed. */
  bytes: Uint8Array | undefined
  /** Where it came from in the end. */
  url: string
  etag?: string | undefined
  lastModified?: string | undefined
}

const maxRedirects = 5

/**
 * Fetch a file. Each redirect is held to the same rules, and the address that a name stands for is looked at as it is
 * used, so that it cannot change in between.
 *
 * @throws Error that says in a few words why not.
 */
export async function fetchBytes(
  url: string,
  rules: FetchRules,
  headers: Readonly<Record<string, string>> = {}
): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.timeout)
  let at = new URL(url)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await ask(at, rules, headers, signal)
    const {statusCode = 0, statusMessage = '', headers: answer} = response
    if ([301, 302, 303, 307, 308].includes(statusCode) && answer.location !== undefined) {
      response.destroy()
      at = new URL(answer.location, at)
      continue
    }
    const about = {url: at.href, etag: answer.etag, lastModified: answer['last-modified']}
    if (statusCode === 304) {
      response.destroy()
      return {...about, bytes: undefined}
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new Error(`it answers ${statusCode} ${statusMessage}`.trimEnd())
    }
    return {...about, bytes: await unpacked(await bytesOf(response, rules, signal), answer, rules)}
  }
  throw new Error(`it is moved on more than ${maxRedirects} times`)
}

function ask(
  url: URL,
  {allowHttp, allowPrivate, timeout}: FetchRules,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:'))
      return fail(new Error(`${url.origin} is not https:`))
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // An address is not looked up, so the check of names below does not see it.
    if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return fail(privateFault(host))
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    request(
      url,
      {
        signal,
        headers: {...headers, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'mystmark'},
        ...(allowPrivate ? {} : {lookup: lookupPublic})
      },
      done
    )
      .on('error', (error) => fail(signal.aborted ? timeoutFault(timeout) : error))
      .end()
  })
}

/** Looks a name up and refuses it if any of its addresses is private. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, {...options, all: true}, (error, addresses) => {
    if (error) return callback(error, [])
    const closed = addresses.find(({address}) => isPrivateAddress(address))
    const first = addresses[0]
    if (closed || !first) return callback(privateFault(host), [])
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

async function bytesOf(
  response: IncomingMessage,
  {maxBytes, timeout}: FetchRules,
  signal: AbortSignal
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response) {
      if (!(part instanceof Uint8Array)) continue
      parts.push(part)
      size += part.length
      if (size > maxBytes) throw new Error(`it is longer than ${maxBytes} bytes`)
    }
  } catch (error) {
    throw signal.aborted ? timeoutFault(timeout) : error
  }
  return Buffer.concat(parts)
}

/** Some servers pack what nobody asked them to pack. */
async function unpacked(
  bytes: Uint8Array,
  headers: IncomingMessage['headers'],
  {maxBytes}: FetchRules
): Promise<Uint8Array> {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return bytes
  if (encoding === 'gzip') return promisify(gunzip)(bytes, {maxOutputLength: maxBytes})
  throw new Error(`it is packed as ${encoding}`)
}

function timeoutFault(timeout: number): Error {
  return new Error(`no answer within ${timeout / 1000} seconds`)
}

function privateFault(host: string): Error {
  return new Error(`${host} is an address of a private network`)
}
