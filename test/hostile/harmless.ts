/**
 * What could do harm in a page's HTML, as a browser reads it. It shares nothing with the sanitizer: addresses are read
 * by the platform's own URL, which drops what browsers drop, and elements and attributes are looked at by name.
 */
import type {Element, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'

/** Elements that run, load, send, or lie outside of the text. */
const forbidden = new Set(
  `script style link meta base object embed applet param form button textarea select option frame frameset noscript
  template plaintext xmp noembed noframes marquee bgsound portal fencedframe dialog audio track area map
  foreignobject animate animatetransform animatemotion set image feimage handler listener discard maction
  annotation-xml semantics mglyph keygen title isindex command menuitem slot`.split(/\s+/)
)

const addresses = new Set(
  `href src srcset action formaction poster cite longdesc data background xlink:href xlinkhref ping manifest profile
  codebase classid usemap lowsrc dynsrc archive icon`.split(/\s+/)
)

const schemes = new Set(
  'http: https: mailto: ftp: ftps: sftp: tel: sms: geo: irc: ircs: matrix: news: xmpp: doi: urn: git: ssh: magnet: webcal:'.split(
    ' '
  )
)

/** What would count from the page's own place. */
const home = 'https://home.test/docs/page.html'

/** Each thing that could do harm, in words. None is what a test wants. */
export function harmIn(html: string): string[] {
  return harmInTree(fromHtml(html, {fragment: true}))
}

/** The same for a tree: of a document's `<main>`, say. */
export function harmInTree(tree: Root | Element): string[] {
  const out: string[] = []
  const stack: Nodes[] = [...tree.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') out.push(...harmOf(node))
    if ('content' in node && node.content) stack.push(node.content)
    if ('children' in node) stack.push(...node.children)
  }
  return out
}

function harmOf({tagName, properties}: Element): string[] {
  const out: string[] = []
  const tag = tagName.toLowerCase()
  const say = (what: string): void => void out.push(`<${tag}> ${what}`)
  if (forbidden.has(tag) || /[:-]/.test(tag)) say('may not be here')
  for (const [property, value] of Object.entries(properties)) {
    const name = property.toLowerCase()
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (/^(?:on|@|v-|x-|ng-)/.test(name)) say(`has ${property}="${text}"`)
    if (
      /^(?:srcdoc|formaction|ping|is|slot|popover|contenteditable|autofocus|http-?equiv|accesskey|nonce)$/.test(
        name
      ) ||
      (name === 'form' && tag !== 'mo')
    )
      say(`has ${property}="${text}"`)
    if (name === 'name' && !/^(?:a|input|details)$/.test(tag))
      say(`is called "${text}": a property of the document`)
    if (name === 'target' && tag !== 'a') say(`has a target`)
    if (name === 'style') out.push(...harmInStyle(text).map((each) => `<${tag}> ${each}`))
    else if (name === 'srcset') {
      for (const part of text.split(/[\s,]+/)) if (!isHarmless(part, tag)) say(`leads to ${part}`)
    } else if (addresses.has(name) && !(tag === 'label' && name === 'for') && !isHarmless(text, tag, name))
      say(`leads to ${text}`)
    // What draws may point at its own drawing.
    else if (
      /(?:url|image|expression|src)\s*\(/i.test(unescaped(text)) &&
      !/^url\(#[\w:.-]+\)$/.test(text) &&
      drawn.has(name)
    )
      say(`has ${property}="${text}"`)
  }
  if (tag === 'iframe') {
    const sandbox = properties.sandbox
    const locks = (Array.isArray(sandbox) ? sandbox.join(' ') : String(sandbox ?? ''))
      .split(' ')
      .filter(Boolean)
    if (
      locks.length === 0 ||
      locks.some((lock) => /^allow-(?:top-navigation|popups-to-escape|downloads|modals)/.test(lock))
    )
      say(`is not locked in: sandbox="${locks.join(' ')}"`)
    const isOther = new URL(String(properties.src ?? ''), home).host !== 'home.test'
    if (!isOther && locks.includes('allow-same-origin')) say('may reach the page around it')
  }
  return out
}

/** Attributes of drawings and formulas that CSS reads. */
const drawn = new Set(
  'fill stroke mask clippath filter cursor markerstart markermid markerend mathbackground mathcolor transform color background'.split(
    ' '
  )
)

function isHarmless(address: string, tag: string, name = ''): boolean {
  if (tag === 'use') return address.startsWith('#')
  if (!URL.canParse(address, home)) return true
  const {protocol, pathname, host} = new URL(address, home)
  // A frame shows what it is given: only from https, and from beside the page.
  if (tag === 'iframe') return protocol === 'https:' && (host === 'home.test' || /^\s*https:/i.test(address))
  if (protocol === 'data:' && tag === 'img' && name === 'src') return pathname.startsWith('image/')
  return schemes.has(protocol)
}

/** CSS escapes and comments. */
function unescaped(style: string): string {
  return style
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
    )
    .replaceAll('\\', '')
}

function harmInStyle(style: string): string[] {
  const plain = unescaped(style)
  return [
    /(?:url|image|image-set|cross-fade|element|paint|expression|attr|env|src)\s*\(/i,
    /(?:behavior|-moz-binding|content|cursor|filter|animation|transition|position|z-index|inset|transform|mask|clip-path)\s*:/i,
    /@import|javascript:|--[\w-]+\s*:/i,
    /[{}<>"'\\]/
  ].flatMap((pattern) => {
    const [found] = pattern.exec(plain) ?? []
    return found === undefined ? [] : [`has the style "${style}": ${found}`]
  })
}
