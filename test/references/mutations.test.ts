/**
 * One page that uses what real pages use, and what is said when one line of it is wrong: the rule, the exact range,
 * the words that stay to be read, and what was meant.
 */
import {strToU8, zlibSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {createProject, type ProjectOptions, readObjectsInv} from '../../src/index.js'

const page = `# The people of the hill

(crew:night)=
## Night crew

The night crew belongs to the {external+ops:doc}\`operations group <rota>\`.
Read {doc}\`how the dome works <dome>\` or meet the [night crew](crew:night).

:::{button-ref} join
:ref-type: doc
:color: primary

Come and join
:::

::::{grid} 2
:::{grid-item-card} Guider
:link: https://example.org/guider

Keeps a star in the slit.

+++
More {fas}\`arrow-right\`.
:::
::::
`

const pages = {
  'about/crew.md': page,
  'about/dome.md': '# The dome\n',
  'about/join.md': '# Join\n',
  'index.md': '# Home\n'
}

function inventory(lines: string[]) {
  const head = strToU8(
    '# Sphinx inventory version 2\n# Project: Operations\n# Version: 1.2\n# The remainder of this file is compressed using zlib.\n'
  )
  const body = zlibSync(strToU8(lines.map((line) => `${line}\n`).join('')))
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return readObjectsInv(bytes, {baseUrl: 'https://ops.example/'})
}

const ops = inventory([
  'rota std:doc -1 rota.html The rota',
  'shift-times std:label -1 rota.html#shift-times Shift times'
])

/** The messages of the page after a change, each with the source that its range covers. */
function mutate(from: string, to: string, options: Partial<ProjectOptions> = {}) {
  expect(page).toContain(from)
  const source = page.replace(from, to)
  const project = createProject({
    inventories: {ops},
    ...options,
    pages: {...options.pages, ...pages, 'about/crew.md': source}
  })
  const {html, messages} = project.render('about/crew.md')
  return {
    html,
    text: html.replace(/<[^>]*>/g, ''),
    said: messages.map(({ruleId, reason, place}) => {
      const start = place && 'start' in place ? place.start : undefined
      const end = place && 'end' in place ? place.end : undefined
      return {ruleId, reason, line: start?.line, range: source.slice(start?.offset, end?.offset)}
    })
  }
}

test('the page as it stands is clean', () => {
  const {said, html} = mutate('# The people', '# The people')
  expect(said).toEqual([])
  expect(html).toContain(
    '<a class="reference external" href="https://ops.example/rota.html" title="(in Operations v1.2)">operations group</a>'
  )
  expect(html).toContain('<a class="reference internal" href="dome.html">how the dome works</a>')
  expect(html).toContain('<a class="reference internal" href="#crew-night">night crew</a>')
})

interface Row {
  name: string
  from: string
  to: string
  rule: string
  range: string
  line: number
  /** Words that the reader still sees. */
  kept: string
  /** What the message suggests. */
  meant?: string
  options?: Partial<ProjectOptions>
}

const rows: Row[] = [
  {
    name: 'a button to a page that is not there',
    from: '} join',
    to: '} jion',
    rule: 'unknown-document',
    range: 'jion',
    line: 9,
    kept: 'Come and join',
    meant: '"join"'
  },
  {
    name: 'a page that is not there',
    from: '<dome>',
    to: '<doem>',
    rule: 'unknown-document',
    range: 'doem',
    line: 7,
    kept: 'how the dome works',
    meant: '"dome"'
  },
  {
    name: 'a label that is not there',
    from: '](crew:night)',
    to: '](crew:nihgt)',
    rule: 'unknown-label',
    range: 'crew:nihgt',
    line: 7,
    kept: 'meet the night crew',
    meant: '"crew:night"'
  },
  {
    name: 'a page that the inventory lacks',
    from: '<rota>',
    to: '<rotas>',
    rule: 'unknown-external-target',
    range: 'rotas',
    line: 6,
    kept: 'operations group',
    meant: '"rota"'
  },
  {
    name: 'an inventory that is not configured',
    from: 'external+ops:',
    to: 'external+opps:',
    rule: 'unknown-inventory',
    range: 'opps',
    line: 6,
    kept: 'operations group',
    meant: '"ops"'
  },
  {
    name: 'no inventory at all',
    from: '# The',
    to: '# The',
    rule: 'unknown-inventory',
    range: 'ops',
    line: 6,
    kept: 'operations group',
    options: {inventories: {}}
  },
  {
    name: 'an inventory where a domain belongs',
    from: 'external+ops:doc',
    to: 'external:ops:doc',
    rule: 'unknown-domain',
    range: 'ops',
    line: 6,
    kept: 'operations group',
    meant: '{external+ops:doc}'
  },
  {
    name: 'an inventory where a domain belongs, for a label',
    from: '{external+ops:doc}`operations group <rota>`',
    to: '{external:ops:ref}`operations group <shift-times>`',
    rule: 'unknown-domain',
    range: 'ops',
    line: 6,
    kept: 'operations group',
    meant: '{external+ops:ref}'
  },
  {
    name: 'a role that no domain has',
    from: 'external+ops:doc',
    to: 'external+ops:dok',
    rule: 'unknown-external-role',
    range: 'dok',
    line: 6,
    kept: 'operations group',
    meant: 'external+ops:doc'
  },
  {
    name: 'a role for another project with too many parts',
    from: 'external+ops:doc',
    to: 'external:a:b:c:doc',
    rule: 'malformed-external-role',
    range: 'external:a:b:c:doc',
    line: 6,
    kept: 'operations group'
  },
  {
    name: 'a directive that is not there',
    from: '{grid} 2',
    to: '{gird} 2',
    rule: 'unknown-directive',
    range: 'gird',
    line: 16,
    kept: 'Keeps a star in the slit.',
    meant: '"grid"'
  },
  {
    name: 'colon fences switched off',
    from: '# The',
    to: '# The',
    rule: 'colon-fence-off',
    range: ':::{button-ref}',
    line: 9,
    kept: 'Come and join',
    meant: '"colon_fence"',
    options: {config: {extensions: []}}
  },
  {
    name: 'a colour that is none',
    from: 'color: primary',
    to: 'color: primery',
    rule: 'invalid-option',
    range: 'primery',
    line: 11,
    kept: 'Come and join',
    meant: '"primary"'
  },
  {
    name: 'an option that is misspelt',
    from: ':color: primary',
    to: ':colour: primary',
    rule: 'unknown-option',
    range: 'colour',
    line: 11,
    kept: 'Come and join',
    meant: '"color"'
  },
  {
    name: 'a grid of thirteen columns',
    from: '{grid} 2',
    to: '{grid} 13',
    rule: 'invalid-argument',
    range: '13',
    line: 16,
    kept: 'Keeps a star in the slit.',
    meant: '1 to 12'
  },
  {
    name: 'a grid of two numbers',
    from: '{grid} 2',
    to: '{grid} 1 2',
    rule: 'invalid-argument',
    range: '1 2',
    line: 16,
    kept: 'Keeps a star in the slit.',
    meant: '1 or 4 values'
  },
  {
    name: 'a role that is misspelt',
    from: '{fas}',
    to: '{fass}',
    rule: 'unknown-role',
    range: 'fass',
    line: 23,
    kept: 'arrow-right',
    meant: '"fas"'
  },
  {
    name: 'a label that an earlier page has',
    from: '# The',
    to: '# The',
    rule: 'duplicate-label',
    range: 'crew:night',
    line: 3,
    kept: 'Night crew',
    meant: 'about/a.md:1:2',
    options: {pages: {'about/a.md': '(crew:night)=\n# Others\n'}}
  },
  {
    name: 'a page that has moved in the other project',
    from: '# The',
    to: '# The',
    rule: 'unknown-external-target',
    range: 'rota',
    line: 6,
    kept: 'operations group',
    meant: '"rota/index"',
    options: {inventories: {ops: inventory(['rota/index std:doc -1 rota/ The rota'])}}
  }
]

describe('one line wrong', () => {
  test.each(rows)('$name', ({from, to, rule, range, line, kept, meant, options}) => {
    const {said, text} = mutate(from, to, options)
    const message = said.find((each) => each.ruleId === rule)
    expect(message, JSON.stringify(said)).toMatchObject({range, line})
    expect(message?.reason).toContain(meant ?? '')
    expect(text).toContain(kept)
  })

  test('nothing else is said for it', () => {
    for (const {from, to, rule, options} of rows) {
      expect(
        mutate(from, to, options).said.filter(
          (each) => each.ruleId !== rule && each.ruleId !== 'colon-fence-off'
        ),
        to
      ).toEqual([])
    }
  })

  test('what leads nowhere has no address', () => {
    const {html} = mutate('<dome>', '<doem>')
    expect(html).toContain('<span class="xref unresolved">how the dome works</span>')
    expect(mutate('} join', '} jion').html).toContain(
      '<span class="sd-sphinx-override sd-btn sd-text-wrap sd-btn-primary xref unresolved"><span>Come and join</span></span>'
    )
  })

  test('the answer says what was tried, each step once', () => {
    const project = createProject({inventories: {ops}, pages})
    const tried = (markup: string) => project.resolve(markup, {from: 'about/crew.md'}).tried
    expect(tried('{external:ops:ref}`shift-times`')).toEqual([{tried: 'domain "ops"', outcome: 'not found'}])
    expect(tried('{external+opps:doc}`rota`')).toEqual([{tried: 'inventory "opps"', outcome: 'not found'}])
    const steps = tried('[](nowhere)').map((step) => step.tried)
    expect(steps.length).toBeGreaterThan(5)
    expect(steps).toEqual([...new Set(steps)])
  })

  test('a label without a heading keeps its text when the reference has one', () => {
    const {said, text} = mutate('## Night crew\n', 'Night crew\n')
    expect(said).toEqual([])
    expect(text).toContain('meet the night crew')
  })

  test('a label without a heading is shown by name where the reference has no text', () => {
    const {said, html} = mutate('## Night crew\n\nThe night', '{ref}`crew:night` is here.\n\nThe night')
    expect(said).toMatchObject([{ruleId: 'missing-text', range: 'crew:night', line: 4}])
    expect(html).toContain('<a class="reference internal" href="#crew-night">crew:night</a>')
  })
})
