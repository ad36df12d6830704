/** The elements and attributes that may stand in a page's HTML. */
import {defaultSchema, type Schema} from 'hast-util-sanitize'
import {drawnNames, drawnProperties} from './drawing-names.js'

const drawing = ['svg', ...drawnNames]

/** In raw HTML none that refers to something else. */
const drawingAttributes = [
  'version',
  'viewBox',
  ...[...drawnProperties.values()].filter((name) => !/^(?:color|id|mask|.*href)$/i.test(name))
]

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
export const drawnTags: ReadonlySet<string> = new Set([...drawing, ...formula])
export const drawnAttributes: ReadonlySet<string> = new Set([...drawingAttributes, ...formulaAttributes])

const aria = [
  'ariaChecked ariaControls ariaCurrent ariaDescribedBy ariaDisabled ariaExpanded ariaHidden ariaLabel ariaLabelledBy',
  'ariaLevel ariaLive ariaModal ariaPressed ariaRequired ariaSelected ariaValueMax ariaValueMin ariaValueNow ariaValueText'
].flatMap((line) => line.split(' '))

/** As hast-util-sanitize takes it; `sanitize.ts` reads it as that does. */
export const schema: Schema = {
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
  // `checkElement` looks at `href` and `src`, for every element alike.
  protocols: {cite: ['http', 'https'], longDesc: ['http', 'https']},
  strip: ['script', 'style', 'template', 'noscript']
}
