/** Style attributes that may stay: sizes, colours, margins, alignment. */

const properties =
  /^(?:(?:min-|max-)?(?:width|height)|(?:background-)?color|background|(?:margin|padding)(?:-(?:top|right|bottom|left))?|text-align|vertical-align|float|clear|font-(?:size|weight|style|variant)|text-decoration|line-height|border(?:-(?:width|style|color|radius|top|right|bottom|left|collapse|spacing))?|display|gap|flex(?:-(?:basis|grow|shrink|direction|wrap))?|align-(?:items|self|content)|justify-(?:content|items|self)|opacity|white-space|list-style(?:-type)?|aspect-ratio|object-fit|counter-reset|column-count)$/
const value = /^(?:[\w\s.,%#+-]|(?:rgba?|hsla?|calc|min|max|clamp|var)\([\w\s.,%#+*/-]*\))+$/
const displays =
  /^(?:inline|block|inline-block|flex|inline-flex|grid|inline-grid|none|table|table-cell|table-row|contents)$/

/**
 * The declarations of a `style` that can only change how something looks where it stands, and the others.
 *
 * @example
 * readStyle('width: 50%; position: fixed') // {kept: ['width: 50%'], dropped: ['position: fixed']}
 */
export function readStyle(style: string): {kept: string[]; dropped: string[]} {
  const out: {kept: string[]; dropped: string[]} = {kept: [], dropped: []}
  for (const declaration of style.slice(0, 2000).split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const text = declaration.slice(colon + 1).trim()
    const isHarmless =
      colon !== -1 &&
      properties.test(name) &&
      text.length <= 200 &&
      value.test(text) &&
      (name !== 'display' || displays.test(text))
    if (isHarmless) out.kept.push(`${name}: ${text}`)
    else if (declaration.trim()) out.dropped.push(declaration.trim())
  }
  return out
}

/**
 * The harmless declarations alone.
 *
 * @returns `undefined` if nothing is left.
 * @example
 * safeStyle('width: 50%; position: fixed') // 'width: 50%'
 */
export function safeStyle(style: string): string | undefined {
  return readStyle(style).kept.join('; ') || undefined
}
