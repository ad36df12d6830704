/** What may stand in a page's HTML: everything that we draw, and of authors' raw HTML what can do no harm. */
import type {Element, Nodes, Root} from 'hast'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'
import {isSafeUrl} from '../ast/url.js'
import {frameSandbox, isFramed} from './embed-elements.js'
import {safeStyle} from './style-value.js'
import {isHarmless} from './svg-body.js'

const drawing = [
  'svg',
  'circle',
  'clipPath',
  'defs',
  'ellipse',
  'g',
  'line',
  'linearGradient',
  'mask',
  'path',
  'polygon',
  'polyline',
  'radialGradient',
  'rect',
  'stop',
  'use'
]

const drawingAttributes = [
  'clipPath clipPathUnits clipRule cx cy d fill fillOpacity fillRule fx fy gradientTransform gradientUnits height',
  'maskContentUnits maskUnits offset opacity paintOrder pathLength points r rx ry spreadMethod stopColor stopOpacity',
  'stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth',
  'transform vectorEffect version viewBox width x x1 x2 y y1 y2'
].flatMap((line) => line.split(' '))

/** MathML's presentation elements; none of them loads or runs anything. */
const formula = [
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub',
  'msubsup msup mtable mtd mtext mtr munder munderover menclose'
].flatMap((line) => line.split(' '))

const formulaAttributes = [
  'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle fence form height',
  'largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation',
  'rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'
].flatMap((line) => line.split(' '))

/** Elements whose attributes a browser reads as CSS, which may load from elsewhere. */
const drawn = new Set([...drawing, ...formula])
const drawnAttributes = [...drawingAttributes, ...formulaAttributes]

const aria = [
  'ariaChecked ariaControls ariaCurrent ariaDescribedBy ariaDisabled ariaExpanded ariaHidden ariaLabel ariaLabelledBy',
  'ariaLevel ariaLive ariaModal ariaPressed ariaRequired ariaSelected ariaValueMax ariaValueMin ariaValueNow ariaValueText'
].flatMap((line) => line.split(' '))

const schema: Schema = {
  ...defaultSchema,
  // Ids are ours to make; a prefix would part links from their places.
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...drawing,
    ...formula,
    ...[
      'abbr',
      'address',
      'article',
      'aside',
      'bdi',
      'bdo',
      'caption',
      'center',
      'cite',
      'col',
      'colgroup',
      'dfn',
      'figcaption',
      'figure',
      'footer',
      'header',
      'hgroup',
      'iframe',
      'label',
      'main',
      'mark',
      'nav',
      'small',
      'u',
      'video',
      'wbr',
      'font',
      'time',
      'data',
      'big',
      'acronym'
    ]
  ],
  attributes: {
    ...Object.fromEntries(
      Object.entries(defaultSchema.attributes ?? {}).map(([tag, list]) => [
        tag,
        list.filter((item) => !/^(?:className|id)$/.test(Array.isArray(item) ? item[0] : item))
      ])
    ),
    '*': [
      // An image or a frame that has a name is a property of the document, before its own: `<img name="cookie">`.
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'name' && name !== 'accessKey'),
      ...aria,
      'className',
      'id',
      'style',
      'role',
      'hidden',
      'data*',
      ['tabIndex', 0]
    ],
    a: ['href', 'title', 'rel', 'target', 'name'],
    details: ['open', 'name'],
    iframe: ['src', 'width', 'height', 'loading', 'allowFullScreen', 'sandbox', 'referrerPolicy'],
    video: ['src', 'poster', 'controls', 'autoPlay', 'loop', 'muted', 'width', 'height', 'preload'],
    img: ['src', 'srcSet', 'alt', 'width', 'height', 'loading', 'longDesc', 'align'],
    input: ['checked', 'disabled', 'id', 'name', ['type', 'checkbox', 'radio']],
    label: ['htmlFor'],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    ...Object.fromEntries(drawing.map((tag) => [tag, drawingAttributes])),
    ...Object.fromEntries(formula.map((tag) => [tag, formulaAttributes]))
  },
  required: {},
  // `checkValues` looks at `href` and `src`, for every element alike.
  protocols: {cite: ['http', 'https'], longDesc: ['http', 'https']},
  strip: ['script', 'style', 'template', 'noscript']
}

/**
 * Take out of a page's HTML what could run script, load from elsewhere unasked or lie over the page.
 *
 * @param idPrefix what every id begins with; those of raw HTML, and links to them, get it here.
 * @returns a new tree.
 */
export function sanitizeHtml(tree: Root, idPrefix = ''): Root {
  const clean = sanitize(tree, schema)
  if (clean.type !== 'root') return {type: 'root', children: clean.type === 'doctype' ? [] : [clean]}
  checkValues(clean, idPrefix)
  return clean
}

/** Attributes whose names are good and whose values may not be. */
function checkValues(tree: Root, idPrefix: string): void {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') {
      checkElement(node)
      if (idPrefix) prefixIds(node.properties, idPrefix)
    }
    if ('children' in node) stack.push(...node.children)
  }
}

/** An id of the author's may be that of the site around the page, and a name that its script looks for. */
function prefixIds(properties: Element['properties'], idPrefix: string): void {
  const prefixed = (value: string): string => (value.startsWith(idPrefix) ? value : idPrefix + value)
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (/^(?:id|name|htmlFor|aria(?:Controls|DescribedBy|LabelledBy))$/.test(name))
      properties[name] = text.split(/\s+/).map(prefixed).join(' ')
    else if (name === 'href') properties[name] = text.replace(/^#(?=.)(.*)/s, (_, id) => `#${prefixed(id)}`)
    else if (text.startsWith('url(#')) properties[name] = `url(#${prefixed(text.slice(5))}`
  }
}

function checkElement({tagName, properties, children}: Element): void {
  const {style, href, src, srcSet, poster} = properties
  if (tagName === 'iframe') {
    // Another page may stand in this one, but only over https or from beside it, and locked in.
    properties.sandbox = frameSandbox(String(src ?? ''))
    children.length = 0
    if (!isFramed(String(src ?? ''))) delete properties.src
  }
  if (poster !== undefined && !isSafeUrl(String(poster), 'image')) delete properties.poster
  if (style !== undefined) set(properties, 'style', typeof style === 'string' ? safeStyle(style) : undefined)
  if (href !== undefined) {
    const local = tagName === 'use' ? String(href).startsWith('#') : isSafeUrl(String(href))
    if (!local) delete properties.href
  }
  if (drawn.has(tagName))
    for (const name of drawnAttributes)
      if (name in properties && !isHarmless(name, String(properties[name]))) delete properties[name]
  if (src !== undefined && !isSafeUrl(String(src), 'image')) delete properties.src
  if (
    srcSet !== undefined &&
    !String(srcSet)
      .split(/[\s,]+/)
      .every((part) => isSafeUrl(part, 'image'))
  )
    delete properties.srcSet
}

function set(properties: Element['properties'], name: string, value: string | undefined): void {
  if (value === undefined) delete properties[name]
  else properties[name] = value
}
