/** What may draw in a page: elements of SVG and their attributes, in bodies of icons and in raw HTML alike. */

/** Elements that stand in an `svg`. */
export const drawnNames: readonly string[] =
  'circle clipPath defs ellipse g line linearGradient mask path polygon polyline radialGradient rect stop use'.split(
    ' '
  )

/**
 * Attributes that may stay: no `style`, no `class`, nothing that can act. Where hast's name for one with a
 * hyphen has a capital in the middle of a word, so has the word here.
 */
const kept =
  'clip-path clip-rule clipPathUnits color cx cy d fill fill-opacity fill-rule fx fy gradientTransform ' +
  'gradientUnits height href id mask maskContentUnits maskUnits offset opacity paint-order pathLength points r ' +
  'rx ry spreadMethod stop-color stop-opacity stroke stroke-dashArray stroke-dashOffset stroke-lineCap ' +
  'stroke-lineJoin stroke-miterLimit stroke-opacity stroke-width transform vector-effect width x x1 x2 y y1 y2'

/** The names that hast has for those, by their own. */
export const drawnProperties: ReadonlyMap<string, string> = new Map([
  ['xlink:href', 'xLinkHref'],
  ...kept.split(' ').map((name): [string, string] => {
    const property = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return [name.includes('-') ? name.toLowerCase() : name, property]
  })
])
