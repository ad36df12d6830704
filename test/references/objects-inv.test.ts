import fc from 'fast-check'
import {strToU8, zlibSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {readObjectsInv} from '../../src/references/objects-inv.js'
import {cpuNow} from '../support.js'

const head =
  '# Sphinx inventory version 2\n# Project: Atlas\n# Version: 1.2\n# The rest is compressed using zlib.\n'
const baseUrl = 'https://atlas.example/'

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((d) => [...d]))
}

function inventory(body: string | Uint8Array, header = head): Uint8Array {
  const content = typeof body === 'string' ? strToU8(body) : body
  return join(strToU8(header), zlibSync(content))
}

const read = (bytes: Uint8Array) => readObjectsInv(bytes, {baseUrl})

/** What a line says, as `name | domain | type | priority | uri | title`. */
function lines(...body: string[]): string[] {
  const {entries} = read(inventory(`${body.join('\n')}\n`))
  return entries.map((d) => [d.name, d.domain, d.type, d.priority, d.uri, d.displayName].join(' | '))
}

const rules = (bytes: Uint8Array, maxBytes = 1e6) =>
  readObjectsInv(bytes, {baseUrl, maxBytes}).messages.map((d) => d.ruleId)

test('project, version, base URL and entries come out of a file as Sphinx writes it', () => {
  expect(read(inventory('rover std:label -1 gear.html#$ The rover\n'))).toEqual({
    project: 'Atlas',
    version: '1.2',
    baseUrl,
    entries: [
      {
        name: 'rover',
        domain: 'std',
        type: 'label',
        priority: -1,
        uri: 'gear.html#rover',
        displayName: 'The rover'
      }
    ],
    messages: []
  })
})

describe('a line', () => {
  test.each([
    [
      'a dollar at the end of the URI is the name',
      'dig py:function 1 api.html#$ -',
      'dig | py | function | 1 | api.html#dig | dig'
    ],
    [
      'a dollar elsewhere is a dollar',
      'c std:label 0 a$b.html#c$$ C',
      'c | std | label | 0 | a$b.html#c$c | C'
    ],
    [
      'a title of - is the name',
      'site map std:doc -1 map.html -',
      'site map | std | doc | -1 | map.html | site map'
    ],
    [
      'numbers in a name',
      'Stage 3 of 4 std:label -1 s.html Stage',
      'Stage 3 of 4 | std | label | -1 | s.html | Stage'
    ],
    [
      'a number at the end of a name',
      'void go(int a) = 0 cpp:function 1 go.html#$ -',
      'void go(int a) = 0 | cpp | function | 1 | go.html#void go(int a) = 0 | void go(int a) = 0'
    ],
    [
      'a word with a colon in a name',
      'use 7 2 ns:key std:term 1 k.html T',
      'use 7 2 ns:key | std | term | 1 | k.html | T'
    ],
    [
      'a type with a colon',
      'figure:width rst:directive:option 1 f.html W',
      'figure:width | rst | directive:option | 1 | f.html | W'
    ],
    [
      'no URI, as for a root page',
      'index std:doc -1  The Atlas Handbook',
      'index | std | doc | -1 |  | The Atlas Handbook'
    ],
    ['tabs between the fields', 'n\tstd:label\t1\tn.html\tN', 'n | std | label | 1 | n.html | N'],
    ['spaces before the name', '  n std:label 1 n.html N', '  n | std | label | 1 | n.html | N'],
    ['a name that starts with #', '# n std:label 1 n.html N', '# n | std | label | 1 | n.html | N'],
    [
      'a line separator of Unicode in a name',
      'n\u2028m std:label 1 n.html N',
      'n\u2028m | std | label | 1 | n.html | N'
    ],
    ['a carriage return at its end', 'n std:label 1 n.html N\r', 'n | std | label | 1 | n.html | N']
  ])('%s', (_, line, expected) => {
    expect(lines(line)).toEqual([expected])
  })

  test.each([
    ['no colon in the type', 'n label 1 n.html N'],
    ['no domain', 'n :label 1 n.html N'],
    ['no type after the colon', 'n std: 1 n.html N'],
    ['no name', ' std:doc 1 n.html N'],
    ['a priority that is not whole', 'n std:label 1.5 n.html N'],
    ['no title', 'n std:label 1 n.html '],
    ['prose', 'and the caption of the figure goes on here']
  ])('that is no entry is left out with a message: %s', (_, line) => {
    const {entries, messages} = read(inventory(`a std:label 1 a.html A\n${line}\nb std:label 1 b.html B\n`))
    expect(entries.map((d) => d.name)).toEqual(['a', 'b'])
    expect(messages.map((d) => d.ruleId)).toEqual(['inventory-line'])
    expect(messages[0]?.reason).toContain(`line 2, "${line.trimEnd()}"`)
  })

  test('many lines that are no entries give one message with their number', () => {
    const {messages} = read(inventory(`a std:label 1 a.html A\n${'caption\n'.repeat(30)}`))
    expect(messages.map((d) => d.reason)).toEqual([expect.stringContaining('left out 30 lines')])
  })

  test('without a line feed at the end of the file counts', () => {
    expect(read(inventory('a std:label 1 a.html A')).entries).toHaveLength(1)
  })

  test('of a name that was there before is kept: choosing is for the look-up', () => {
    expect(lines('a std:label 1 a.html A', 'a std:label 1 b.html B')).toHaveLength(2)
  })

  test('takes time in proportion to its length, whatever is in it', () => {
    const n = 50_000
    const hostile = [
      `  ${':'.repeat(n)}`,
      `${'a '.repeat(n)}:`,
      'x:y 1 '.repeat(n),
      'a:b '.repeat(n),
      `a ${'b:'.repeat(n)}`,
      `${' '.repeat(n)}a:b${' '.repeat(n)}1`,
      `n a:b 1 ${'u'.repeat(n)}`,
      `n a:b ${'1'.repeat(n)} u`
    ]
    const bytes = inventory(`${hostile.join('\n')}\nok std:doc 1 ok.html OK\n`)
    const started = cpuNow()
    const {entries} = read(bytes)
    expect(cpuNow() - started).toBeLessThan(1000)
    expect(entries.at(-1)?.name).toBe('ok')
  })
})

describe('version 1', () => {
  const v1 = (body: string) =>
    strToU8(`# Sphinx inventory version 1\n# Project: Old\n# Version: 0.9\n${body}`)

  test('has modules and Python objects with anchors of their names', () => {
    const {project, version, entries, messages} = read(
      v1('atlas mod atlas.html\natlas.Map class the map.html\r\n')
    )
    expect([project, version, messages]).toEqual(['Old', '0.9', []])
    expect(entries.map((d) => `${d.name} ${d.domain}:${d.type} ${d.uri}`)).toEqual([
      'atlas py:module atlas.html#module-atlas',
      'atlas.Map py:class the map.html#atlas.Map'
    ])
  })

  test('leaves out short lines with a message', () => {
    expect(rules(v1('atlas mod\n'))).toEqual(['inventory-line'])
    expect(rules(v1(''))).toEqual([])
  })
})

describe('the header', () => {
  test.each([
    ['with CRLF', head.replaceAll('\n', '\r\n')],
    ['with spaces at the ends of lines', head.replaceAll('\n', '  \n')],
    ['with a byte order mark', `\uFEFF${head}`],
    ['with version before project', head.replace(/(# Project.*\n)(# Version.*\n)/, '$2$1')]
  ])('is read %s', (_, header) => {
    const {project, version, entries} = read(inventory('a std:label 1 a.html A\n', header))
    expect([project, version, entries.length]).toEqual(['Atlas', '1.2', 1])
  })

  test.each([
    ['an empty file', '', 'empty'],
    ['a web page', '<!DOCTYPE html>\n<html>', 'web page'],
    ['JSON', '{"version": "1"}', 'myst.xref.json'],
    ['text', 'hello\n', 'check the address'],
    ['a version to come', '# Sphinx inventory version 20\n', 'version "20"']
  ])('of %s is refused with a way out', (_, text, hint) => {
    const {entries, messages} = read(strToU8(text))
    expect(entries).toEqual([])
    expect(messages).toMatchObject([{ruleId: 'inventory-unreadable', source: 'myst', fatal: false}])
    expect(messages[0]?.reason).toContain(hint)
    expect(messages[0]?.reason).toContain(baseUrl)
  })

  test('alone is an inventory cut short', () => {
    expect(rules(strToU8(head.slice(0, 60)))).toEqual(['inventory-truncated'])
    expect(rules(strToU8(head))).toEqual(['inventory-truncated'])
  })
})

describe('the packed body', () => {
  const many = Array.from(
    {length: 5000},
    (_, index) => `n${index} std:label 1 p${(index * 7919) % 997}.html T${index}`
  )
  const whole = inventory(`${many.join('\n')}\n`)

  test('may hold nothing, be merely stored, or have bytes after it', () => {
    expect(read(inventory('')).messages).toEqual([])
    const stored = join(strToU8(head), zlibSync(strToU8(many.join('\n')), {level: 0}))
    expect(read(stored).entries).toHaveLength(5000)
    const {entries, messages} = read(join(whole, new Uint8Array(500_000).fill(7)))
    expect([entries.length, messages]).toEqual([5000, []])
  })

  test('that is cut short gives what is there, and says so', () => {
    for (const missing of [1, 4, 5, 100, 10_000]) {
      const {entries, messages} = read(whole.subarray(0, whole.length - missing))
      expect(messages.map((d) => d.ruleId)).toEqual(['inventory-truncated'])
      expect(entries.length).toBeGreaterThan(1000)
      expect(entries.length).toBeLessThanOrEqual(5000)
    }
  })

  test('that breaks off in a title shows the name in its place', () => {
    const full = inventory('alpha std:label 1 a.html Some long and winding title here\n')
    const titles = Array.from({length: 60}, (_, cut) => read(full.subarray(0, full.length - cut)).entries[0])
    expect(new Set(titles.map((d) => d?.displayName))).toEqual(
      new Set(['Some long and winding title here', 'alpha', undefined])
    )
  })

  test('that is damaged never passes without a message', () => {
    for (const at of [head.length + 200, head.length + 5000, whole.length - 2]) {
      const damaged = Uint8Array.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      expect(rules(damaged)).toContain('inventory-truncated')
    }
  })

  test('in another packing, or none, is refused', () => {
    const gzip = join(strToU8(head), Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0))
    expect(read(gzip).messages[0]?.reason).toContain('gzip')
    expect(rules(strToU8(`${head}a std:label 1 a.html A\n`))).toEqual(['inventory-unreadable'])
  })

  test('that unpacks to more than the limit is read up to there', () => {
    const bytes = inventory('a std:label 1 a.html A\n'.repeat(100_000))
    const {entries, messages} = readObjectsInv(bytes, {baseUrl, maxBytes: 2300})
    expect(entries).toHaveLength(100)
    expect(messages).toMatchObject([{ruleId: 'inventory-too-large'}])
    expect(messages[0]?.reason).toContain('maxBytes')
  })

  test('with names in another encoding is read, with a message', () => {
    const bytes = inventory(join(Uint8Array.of(0x63, 0xe9), strToU8(' std:label 1 c.html C\n')))
    expect(read(bytes).entries.map((d) => d.name)).toEqual(['c\uFFFD'])
    expect(rules(bytes)).toEqual(['inventory-encoding'])
  })
})

test('no bytes make it throw', () => {
  const anything = fc.uint8Array({maxLength: 2000})
  fc.assert(
    fc.property(anything, (bytes) => {
      expect(read(bytes).entries).toEqual([])
      // Behind a header that is right, and behind a zlib header that is right too.
      for (const start of [head, `${head}x\u009c`]) {
        readObjectsInv(join(strToU8(start, true), bytes), {baseUrl, maxBytes: 10_000})
      }
      read(inventory(bytes))
    })
  )
})

test('what a caller gets wrong is a TypeError', () => {
  const wrong: [unknown, unknown][] = [
    ['text', {baseUrl}],
    [new ArrayBuffer(4), {baseUrl}],
    [undefined, {baseUrl}],
    [new Uint8Array(), {}],
    [new Uint8Array(), undefined],
    [new Uint8Array(), {baseUrl, maxBytes: 0}],
    [new Uint8Array(), {baseUrl, maxBytes: Number.NaN}]
  ]
  for (const args of wrong) expect(() => Reflect.apply(readObjectsInv, undefined, args)).toThrow(TypeError)
})
