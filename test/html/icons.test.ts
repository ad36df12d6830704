import {createRequire} from 'node:module'
import type {ElementContent, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test, vi} from 'vitest'
import {fa5Names} from '../../src/html/fa5-names.js'
import {heightInPixels, type IconPack, iconsFromPacks, iconToHast} from '../../src/html/icons.js'
import {svgBodyToHast} from '../../src/html/svg-body.js'
import {nodeIcons} from '../../src/node/icons.js'
import {parseFontIcon, parseSizedIcon} from '../../src/roles/icon-grammar.js'

const require = createRequire(import.meta.url)
const solid: IconPack = require('@iconify-json/fa6-solid/icons.json')
const regular: IconPack = require('@iconify-json/fa6-regular/icons.json')
const brands: IconPack = require('@iconify-json/fa6-brands/icons.json')
const octicon: IconPack = require('@iconify-json/octicon/icons.json')

const small: IconPack = {
  width: 20,
  icons: {
    bell: {body: '<path d="M0 0"/>', height: 10},
    gone: {body: '<path d="M9 9"/>', hidden: true},
    turned: {body: '<path d="M1 1"/>', rotate: 1},
    xmark: {body: '<path d="M2 2"/>', left: -1, top: 2}
  },
  aliases: {
    ring: {parent: 'bell'},
    wide: {parent: 'ring', width: 40},
    mirrored: {parent: 'bell', hFlip: true},
    here: {parent: 'there'},
    there: {parent: 'here'},
    lost: {parent: 'nowhere'}
  }
}

describe('finding an icon', () => {
  const icons = iconsFromPacks({fas: small}, fa5Names)

  test('a size comes from the icon, else the pack, else it is 16', () => {
    expect(icons.find('fas', 'bell')).toMatchObject({width: 20, height: 10, left: 0, top: 0})
    expect(icons.find('fas', 'xmark')).toMatchObject({width: 20, height: 16, left: -1, top: 2})
  })

  test('aliases are followed, and may say a size of their own', () => {
    expect(icons.find('fas', 'ring')).toEqual(icons.find('fas', 'bell'))
    expect(icons.find('fas', 'wide')).toMatchObject({body: '<path d="M0 0"/>', width: 40, height: 10})
  })

  test.each(['here', 'lost', 'nope', '', 'turned', 'mirrored', '__proto__', 'constructor', 'toString'])(
    '%j is not found',
    (name) => expect(icons.find('fas', name)).toBeUndefined()
  )

  test('a pack is asked for once, when an icon of its set first is', () => {
    const fas = vi.fn(() => small)
    const far = vi.fn(() => undefined)
    const lazy = iconsFromPacks({fas, far}, fa5Names)
    expect([lazy.find('fas', 'bell')?.width, lazy.find('fas', 'nope')]).toEqual([20, undefined])
    expect([fas, far].map((pack) => pack.mock.calls.length)).toEqual([1, 0])
    expect([lazy.find('far', 'bell'), ...lazy.names('far'), lazy.find('fab', 'bell')]).toEqual([
      undefined,
      undefined
    ])
    expect([fas, far].map((pack) => pack.mock.calls.length)).toEqual([1, 1])
  })

  test('names to suggest are current ones only', () => {
    expect([...icons.names('fas')]).toEqual(['bell', 'turned', 'xmark'])
  })

  test('a Font Awesome 5 name finds the icon of today, unless the pack has the old name', () => {
    expect(icons.find('fas', 'times')).toEqual(icons.find('fas', 'xmark'))
    const old = iconsFromPacks({fas: {icons: {times: {body: '5'}, xmark: {body: '6'}}}}, fa5Names)
    expect(old.find('fas', 'times')?.body).toBe('5')
  })

  test('an octicon is the 24 px drawing from 24 px up, and the other one where there is but one', () => {
    const keys = ['x-16', 'x-24', 'y-24', 'z-12', 'old']
    const source = iconsFromPacks({
      octicon: {icons: Object.fromEntries(keys.map((key) => [key, {body: key}]))}
    })
    const bodies = (name: string) =>
      [undefined, 16, 23.9, 24, 48].map((size) => source.find('octicon', name, size)?.body)
    expect(bodies('x')).toEqual(['x-16', 'x-16', 'x-16', 'x-24', 'x-24'])
    expect(new Set(bodies('y'))).toEqual(new Set(['y-24']))
    expect(new Set(bodies('z'))).toEqual(new Set(['z-12']))
    expect(bodies('x-24')[0]).toBe('x-24')
    expect([...source.names('octicon')]).toEqual(['x', 'y', 'z', 'old'])
  })

  test('Material names are written with underscores, one pack has all styles', () => {
    const ic = {icons: {'baseline-data-exploration': {body: 'b'}, 'twotone-data-exploration': {body: 't'}}}
    const source = iconsFromPacks({'material-regular': ic, 'material-twotone': ic, 'material-round': ic})
    expect(source.find('material-regular', 'data_exploration')?.body).toBe('b')
    expect(source.find('material-twotone', 'data_exploration')?.body).toBe('t')
    expect(source.find('material-round', 'data_exploration')).toBeUndefined()
    expect([...source.names('material-regular')]).toEqual(['data_exploration'])
  })
})

describe('the installed packs', () => {
  const icons = nodeIcons()

  test.each([
    ['fas', 'spinner', 512, 512],
    ['fas', 'external-link-alt', 512, 512],
    ['far', 'edit', 512, 512],
    ['fab', 'github', 496, 512],
    ['octicon', 'report', 16, 16]
  ] as const)('%s %s', (set, name, width, height) =>
    expect(icons.find(set, name)).toMatchObject({width, height})
  )

  test('a pack that is not installed is no error', () => {
    expect(() => icons.find('material-regular', 'settings')).not.toThrow()
    expect(icons.find('material-regular', 'no_such_icon')).toBeUndefined()
  })

  test('octicons are named without their sizes', () => {
    const names = [...icons.names('octicon')]
    expect(names.filter((name) => /-\d+$/.test(name) || name === 'rocket')).toEqual(['rocket'])
    expect(names.length).toBeGreaterThan(328)
    expect(names.filter((name) => !icons.find('octicon', name))).toEqual([])
  })

  test('every old Font Awesome name leads to an icon, and is none itself', () => {
    const has = (pack: IconPack, name: string) =>
      Object.hasOwn(pack.icons, name) || Object.hasOwn(pack.aliases ?? {}, name)
    const all = [solid, regular, brands]
    const lost: string[] = []
    for (const [old, {name, set}] of fa5Names()) {
      const targets = set === 'far' ? [regular] : set === 'fab' ? [brands] : all
      if (!targets.some((pack) => has(pack, name)) || all.some((pack) => has(pack, old))) lost.push(old)
    }
    expect(lost).toEqual([])
    expect(fa5Names().size).toBeGreaterThan(700)
    // What version 4 drew as an outline.
    expect(icons.find('fas', 'star-o')).toEqual(icons.find('far', 'star'))
  })

  test('every drawing reads as an HTML parser reads it', () => {
    const icons = [solid, regular, brands, octicon].flatMap((pack) => Object.values(pack.icons))
    const bodies = icons.map(({body}) => body)
    expect(bodies.length).toBeGreaterThan(3000)
    expect(bodies.map(svgBodyToHast)).toEqual(bodies.map(readAsHtml))
  })
})

/** What an HTML parser makes of a body where it stands, in an `<svg>`; without positions. */
function readAsHtml(body: string): ElementContent[] {
  const plain = (nodes: RootContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return node.type === 'doctype' ? [] : [node]
      const {type, tagName, properties} = node
      return [{type, tagName, properties, children: plain(node.children)}]
    })
  const [svg] = plain(fromHtml(`<svg>${body}</svg>`, {fragment: true, space: 'svg'}).children)
  return svg?.type === 'element' ? svg.children : []
}

describe('the body of an icon', () => {
  const through = (body: string) =>
    toHtml({type: 'element', tagName: 'svg', properties: {}, children: svgBodyToHast(body)}).slice(5, -6)

  test('nests, and keeps the spelling of SVG', () => {
    const body =
      '<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="1"><stop offset=".5" stop-color="#fff"></stop></linearGradient></defs>' +
      '<g clip-path="url(#a)" stroke-linecap="round" stroke-dasharray="1 2" transform="rotate(45 8 8) scale(2)"><path fill="rgb(1 2 3)" fill-rule="evenodd" d="M0 0"></path></g>' +
      '<use href="#a"></use><use xlink:href="#a"></use>'
    expect(through(body)).toBe(body)
  })

  test.each([
    ['<path d="M0 0"/>', '<path d="M0 0"></path>'],
    [" <!-- <g> --> <path\n d = 'M0 0' />text", '<path d="M0 0"></path>'],
    ['<path id="a&#45;b&#x2D;c"/>', '<path id="a-b-c"></path>'],
    ['<path d="&quot;&lt;&bogus;&#x110000;"/>', '<path d="&#x22;<&#x26;bogus;&#x26;#x110000;"></path>']
  ])('%j', (body, html) => expect(through(body)).toBe(html))

  const hostile = String.raw`
<script>alert(1)</script><path d="M0 0"/> . <path d="M0 0"></path>
<script href="x.js"/><path/> . <path></path>
<g><a href="javascript:alert(1)"><path/></a></g> . <g></g>
<g><foreignObject><path/><img src="x" onerror="y"/></foreignObject></g> . <g></g>
<g><style>*{display:none}</style><image href="//x"/><animate attributeName="href"/><set/></g> . <g></g>
<path onload="x()" ONLOAD="x()" style="background:url(//x)" class="y" tabindex="0" r="1"/> . <path r="1"></path>
<use href="javascript:x"/><use href="//evil#a"/> . <use></use><use></use>
<use href=" #a"/><use xlink:href="data:x"/> . <use></use><use></use>
<use href="&#106;avascript:x"/> . <use></use>
<path fill="url(//evil)"/><path fill="URL(//evil)"/> . <path></path><path></path>
<path fill="&#117;rl(//evil)"/><path fill="u\72l(//evil)"/> . <path></path><path></path>
<path mask="url(&quot;//evil&quot;)"/><path fill="var(--x, url(//evil))"/> . <path></path><path></path>
<path fill="rgb(0 0 0), image-set(//x)"/> . <path></path>
<path id="a b"/><path id="&quot;&gt;&lt;script&gt;"/> . <path></path><path></path>
<g><PATH d="M0 0"/></g> . <g></g>
`

  test.each(hostile.trim().split('\n'))('what does not draw is dropped: %s', (line) => {
    const [body = '', html] = line.split(' . ')
    expect(through(body)).toBe(html)
  })

  const broken = '<path d="M0 0" | <path d=M0/> | <path d/> | <g><path/> | <path/></g> | <g><path></g></path>'
  const notSvg =
    '<path/><!-- open | <!DOCTYPE x><path/> | <![CDATA[<path/>]]> | <?php ?> | <path d="<g>"/> | <g/><'
  test.each(`${broken} | ${notSvg}`.split(' | '))('what is not well-formed is nothing: %s', (body) =>
    expect(svgBodyToHast(body)).toEqual([])
  )

  test('no body is too deep or too long to read', () => {
    const deep = svgBodyToHast('<g>'.repeat(50_000) + '</g>'.repeat(50_000))
    expect(toHtml(deep[0] ?? []).match(/<g>/g)).toHaveLength(64)
    for (const part of ['<g', '<g a="', '<!--', ' a="b"', ' ', '</', '&#x', '<g>']) {
      expect(svgBodyToHast(`<path${part.repeat(50_000)}`)).toEqual([])
    }
  })
})

describe('the svg element', () => {
  const shape = {body: '<path d="M0 0"/>', width: 640, height: 512}
  const html = (attributes: Parameters<typeof iconToHast>[1], of = shape) =>
    toHtml(iconToHast(of, attributes))

  test('is the one of sphinx-design', () => {
    const octicon = {...shape, width: 16, height: 16}
    expect(html({className: ['sd-octicon', 'sd-octicon-report', 'sd-text-info']}, octicon)).toBe(
      '<svg version="1.1" width="1.0em" height="1.0em" class="sd-octicon sd-octicon-report sd-text-info" viewBox="0 0 16 16" aria-hidden="true"><path d="M0 0"></path></svg>'
    )
  })

  test.each([
    ['2em', 'width="2.5em" height="2.0em"'],
    ['24px', 'width="30.0px" height="24.0px"'],
    ['0.333rem', 'width="0.416rem" height="0.333rem"'],
    ['big" onload="x', 'width="1.25em" height="1.0em"']
  ])('its width follows from the height %s', (height, expected) =>
    expect(html({className: [], height})).toContain(expected)
  )

  test('with a label it is an image of that name; no text leaves its attribute', () => {
    const labelled = html({className: ['x" onload="y'], label: 'Loading "now"'})
    expect(labelled).toContain('class="x&#x22; onload=&#x22;y"')
    expect(labelled).toContain('aria-label="Loading &#x22;now&#x22;" role="img"')
    expect(labelled).not.toContain('aria-hidden')
  })

  test('its box may start elsewhere', () => {
    expect(html({className: []}, {...shape, ...{left: -1, top: 2.5}})).toContain('viewBox="-1 2.5 640 512"')
  })
})

describe('what a role says', () => {
  const faultsIn = (content: string, {faults} = parseSizedIcon(content)) =>
    faults.map(({reason, start, end}) => `${content.slice(start, end)}: ${reason}`)

  test('name, height, classes', () => {
    expect(parseSizedIcon('report')).toEqual({name: 'report', classes: [], faults: []})
    expect(parseSizedIcon(' report ; 1.5em ; cls1  cls2 ')).toEqual({
      name: 'report',
      height: {value: 1.5, unit: 'em'},
      classes: ['cls1', 'cls2'],
      faults: []
    })
    expect((['px', 'em', 'rem'] as const).map((unit) => heightInPixels({value: 1.5, unit}))).toEqual([
      1.5, 24, 24
    ])
  })

  test('name, classes', () => {
    const star = parseFontIcon('star;sd-text-primary big')
    expect(star).toEqual({name: 'star', classes: ['sd-text-primary', 'big'], faults: []})
    expect(parseFontIcon('star;')).toEqual({name: 'star', classes: [], faults: []})
  })

  test.each(['1pt', 'em', '.5em', '-1em', '1 em', '1e3px', '1EM', '1em"x', `${'9'.repeat(20)}px`])(
    '%s is no height',
    (size) => {
      const {name, height, classes} = parseSizedIcon(`report;${size};big`)
      expect({name, height, classes}).toEqual({name: 'report', height: undefined, classes: ['big']})
      expect(faultsIn(`report; ${size} ;big`)).toEqual([
        `${size}: "${size}" is not a height; give a number with px, em or rem, such as 1.5em`
      ])
    }
  )

  test('a fault has its place', () => {
    expect(faultsIn('')).toEqual([': the name of the icon is missing'])
    expect(faultsIn(' ;1em')).toEqual([' ;1em: the name of the icon is missing'])
    expect(faultsIn('x; ;big')[0]).toMatch(/^; : "" is not a height/)
    expect(faultsIn('x;1em;a; b c')).toEqual(['b c: classes are separated by spaces, not by ";"'])
    expect(faultsIn('x;a;b;', parseFontIcon('x;a;b;'))[0]).toMatch(/^b: classes are/)
  })
})
