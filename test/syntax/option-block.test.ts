import {existsSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseOptionBlock} from '../../src/syntax/directive/option-block.js'
import {isOptionFence, isOptionLine, optionKey} from '../../src/syntax/directive/option-lines.js'
import {cpuNow} from '../support.js'

/**
 * A block in one line each: options as `key = "value"`, with `~` for a value that is not plain; faults as
 * `! key «the range» the first words of the reason`; comments as `# «the range»`.
 */
function outline(source: string): string[] {
  const {items, faults} = parseOptionBlock(source)
  return [
    ...items.map((item) => `${item.key} =${item.plain ? '' : '~'} ${JSON.stringify(item.value)}`),
    ...faults.map((fault) => {
      const range = `«${source.slice(fault.start, fault.end)}»`
      if (fault.code === 'option-comment') return `# ${range}`
      return `! ${fault.key ?? '?'} ${range} ${fault.reason.split(/[;,]/)[0]}`
    })
  ]
}

const noColon = 'expected a colon after the key'
const noSpace = 'expected a space after the colon'
const notClosed = 'the quote is not closed'
const ended = 'this line is indented'
const behindQuote = 'text behind the closing quote'
const block = (style: string) => `a value that starts with "${style}" is a block`

type Case = [source: string, ...outline: string[]]

describe('plain values', () => {
  test.each<Case>([
    [''],
    ['\n \n\t\n'],
    ['class: tip', 'class = "tip"'],
    ['\uFEFFclass: tip', 'class = "tip"'],
    ['a: 1\n\nb: 2\n', 'a = "1"', 'b = "2"'],
    ['a: 1\na: 2', 'a = "1"', 'a = "2"'],
    ['flag:', 'flag = ""'],
    ['flag:   \nb: 1', 'flag = ""', 'b = "1"'],
    ['flag: \nflag:\t\n', 'flag = ""', 'flag = ""'],
    ['a :  1  ', 'a = "1"'],
    ['a:\t1\tand 2\t', 'a = "1\\tand 2"'],
    ['two words: x', 'two words = "x"'],
    ['a:b: c', 'a:b = "c"'],
    ['alt: Ratio: 1 to 2', 'alt = "Ratio: 1 to 2"'],
    ['caption: Contents:', 'caption = "Contents:"'],
    ['link: https://example.org/a#b', 'link = "https://example.org/a#b"'],
    ['class: [a, b]', 'class = "[a, b]"'],
    ['a: {', 'a = "{"'],
    ['glob: **', 'glob = "**"'],
    [
      'a: *x\nb: &y\nc: !z\nd: %\ne: @f\ng: `h`\ni: - j\nk: ? l',
      'a = "*x"',
      'b = "&y"',
      'c = "!z"',
      'd = "%"',
      'e = "@f"',
      'g = "`h`"',
      'i = "- j"',
      'k = "? l"'
    ],
    ['a: 1.10\nb: no\nc: null\nd: 007', 'a = "1.10"', 'b = "no"', 'c = "null"', 'd = "007"'],
    ['a: it\'s "so"', 'a = "it\'s \\"so\\""'],
    ['a: x|y > z', 'a = "x|y > z"'],
    ['a: \\n', 'a = "\\\\n"'],
    ['{a: b}', '{a = "b}"'],
    ['ä: 😀 ü', 'ä = "😀 ü"'],
    ['__proto__: x', '__proto__ = "x"']
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))
})

describe('plain values over several lines', () => {
  test.each<Case>([
    ['a: 1\n  2\nb: 3', 'a = "1 2"', 'b = "3"'],
    ['a:\n 1\n  2', 'a = "1 2"'],
    ['a: 1\n\n  2\n\n\n  3\n\nb: 4', 'a = "1\\n2\\n\\n3"', 'b = "4"'],
    ['a: 1  \n\t2', 'a = "1 2"'],
    ['a: 1\n  b: 2\n  - 3', 'a = "1 b: 2 - 3"'],
    ['a:\n\n  1', 'a = "1"'],
    ['a:\n  "1"\nb:\n  |\n  2', 'a =~ "1"', 'b =~ "2"']
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))
})

describe('comments are left out and reported', () => {
  test.each<Case>([
    [
      '# one\na: 1 # two\n  # three\n# four',
      'a = "1"',
      '# «# one»',
      '# «# two»',
      '# «# three»',
      '# «# four»'
    ],
    ['a: # one\n# two\n  1', 'a = "1"', '# «# one»', '# «# two»'],
    ['color: #fff\nb: 1', 'color = ""', 'b = "1"', '# «#fff»'],
    ['a: b#c', 'a = "b#c"'],
    ['a#b: c', 'a#b = "c"'],
    ['a: "1" # one', 'a =~ "1"', '# «# one»'],
    ["a: ' # no'", 'a =~ " # no"'],
    ['a: | # one\n  # text\n# two', 'a =~ "# text\\n"', '# «# one»', '# «# two»'],
    ['a: | # one\nb: 1', 'a =~ ""', 'b = "1"', '# «# one»'],
    ['a: 1 # one\n  2', `! a «2» ${ended}`],
    ['a: 1\n # one\n 2\nb: 3', 'b = "3"', `! a «2» ${ended}`]
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))
})

describe('quoted keys and values', () => {
  test.each<Case>([
    [`a: "1"\n'b': '2'\n"c" : 3`, 'a =~ "1"', 'b =~ "2"', 'c = "3"'],
    ['a: ""\nb: \'\'', 'a =~ ""', 'b =~ ""'],
    ["a: 'it''s'", 'a =~ "it\'s"'],
    ["a: 'C:\\new'", 'a =~ "C:\\\\new"'],
    [`a: "it's"\nb: 'say "x"'`, 'a =~ "it\'s"', 'b =~ "say \\"x\\""'],
    ['a: "# no: comment"', 'a =~ "# no: comment"'],
    ['a: " 1 \t "', 'a =~ " 1 \\t "'],
    ['a: "1 \n  2\n\n  3"', 'a =~ "1 2\\n3"'],
    ["a: '1\n\n2'\nb: 3", 'a =~ "1\\n2"', 'b = "3"'],
    ['"long\n  key": 1', 'long key = "1"'],
    ['a: "1\\\n   2\\\n\n  3"', 'a =~ "12\\n3"'],
    ['a: "\\t\\"\\\\\\/\\n\\0\\ "', 'a =~ "\\t\\"\\\\/\\n\\u0000 "'],
    ['a: "\\x41\\u00e9\\U0001F600\\ud83d\\ude00"', 'a =~ "Aé😀😀"'],
    ['"a: b": 1', 'a: b = "1"'],
    ['"a":1', 'a = "1"']
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))

  test('each escape of YAML has its character', () => {
    const {items} = parseOptionBlock('a: "\\a\\b\\t\\\t\\v\\f\\r\\e\\N\\_\\L\\P"')
    expect(items[0]?.value).toBe('\x07\b\t\t\v\f\r\x1b\x85\xa0\u2028\u2029')
  })
})

describe('block values', () => {
  test.each<Case>([
    ['a: |\n  1\n  2\nb: 3', 'a =~ "1\\n2\\n"', 'b = "3"'],
    ['a: |\n  1\n  2', 'a =~ "1\\n2"'],
    ['a: >\n  1\n  2\n\n  3\n', 'a =~ "1 2\\n3\\n"'],
    ['a: |-\n  1\n\nb: >-\n  2\n', 'a =~ "1"', 'b =~ "2"'],
    ['a: |+\n  1\n\n\nb: >+\n\n  2\n\n', 'a =~ "1\\n\\n\\n"', 'b =~ "\\n2\\n\\n"'],
    ['a: |2\n    1\n  2\nb: >2-\n   3\nc: |+1\n  4\n', 'a =~ "  1\\n2\\n"', 'b =~ " 3"', 'c =~ " 4\\n"'],
    ['a: >\n  1\n    2\n    3\n  4\n  5\n', 'a =~ "1\\n  2\\n  3\\n4 5\\n"'],
    ['a: |\n  1: 2 # 3\n  "4\n', 'a =~ "1: 2 # 3\\n\\"4\\n"'],
    ['a: |\n  1\n     \n  2\n', 'a =~ "1\\n   \\n2\\n"'],
    ['a: |\n     \n  1\n', 'a =~ "\\n1\\n"'],
    ['a: |\nb: >', 'a =~ ""', 'b =~ ""'],
    ['a: |+\n\nb: 1', 'a =~ "\\n"', 'b = "1"'],
    ['a: |  \t\n  1', 'a =~ "1"'],
    ['a: | 1\n  2\nb: 3', 'b = "3"', `! a «| 1» ${block('|')}`],
    ['a: >5 GB', `! a «>5 GB» ${block('>')}`],
    ['a: |0\n  1', `! a «|0» ${block('|')}`],
    ['a: |10\n  1', `! a «|10» ${block('|')}`],
    ['a: |# 1\n  2', `! a «|# 1» ${block('|')}`],
    ['a: |\n    1\n  2\nb: 3', 'b = "3"', `! a «2» ${ended}`],
    ['a: |4\n  1', `! a «1» ${ended}`],
    ['a: |\n\t1', `! a «1» ${ended}`]
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))
})

describe('a fault voids its own option only', () => {
  test.each<Case>([
    ['a\nb: 1', 'b = "1"', `! a «a» ${noColon}`],
    ['a: 1\nb', 'a = "1"', `! b «b» ${noColon}`],
    ['a\n: 1', `! a «a» ${noColon}`, '! ? «:» expected a key before the colon'],
    ['"a" # b', `! a «"a"» ${noColon}`],
    ['alt:text\nb: 1', 'b = "1"', `! alt «:» ${noSpace}`],
    ['see also:text', `! see also «:» ${noSpace}`],
    ['alt :text', `! alt «:» ${noSpace}`],
    [':a', `! :a «:a» ${noColon}`],
    ['- a\n- b\nc: 1', 'c = "1"', '! ? «- a» a list has no place here', '! ? «- b» a list has no place here'],
    ['- a: b', '! ? «- a: b» a list has no place here'],
    ['-a: b', '-a = "b"'],
    [': a', '! ? «:» expected a key before the colon'],
    [
      ' a: 1\n b: 2\nc: 3',
      'c = "3"',
      '! a «a: 1» expected the key at the start of its line',
      '! b «b: 2» expected the key at the start of its line'
    ],
    [' a', '! ? «a» expected the key at the start of its line'],
    [
      ' a: |\n   b\n c',
      '! a «a: |» expected the key at the start of its line',
      '! ? «c» expected the key at the start of its line'
    ],
    ['a: "1\nb: 2', 'b = "2"', `! a «"1» ${notClosed}`],
    ["a: 'tis\n  b\nc: 2", 'c = "2"', `! a «'tis» ${notClosed}`],
    ['"a: 1\nb: 2', 'b = "2"', `! ? «"a: 1» ${notClosed}`],
    ['a: "1\\', `! a «"1\\» ${notClosed}`],
    ['a: "1\nb: "2"\nc: 3', 'b =~ "2"', 'c = "3"', `! a «"1» ${notClosed}`],
    ['a: "1\nb: C:\\q\nc: 3', 'b = "C:\\\\q"', 'c = "3"', `! a «"1» ${notClosed}`],
    ['a: "1" 2\nb: 3', 'b = "3"', `! a «2» ${behindQuote}`],
    ['a: "1"2', `! a «2» ${behindQuote}`],
    ['a: "1"\n  2\nb: 3', 'b = "3"', `! a «2» ${ended}`],
    ['a: "C:\\q"\nb: 3', 'b = "3"', '! a «\\q» unknown escape "\\q"'],
    ['a: "\\😀"', '! a «\\😀» unknown escape "\\😀"'],
    ['a: "\\x4"', '! a «\\x» unknown escape "\\x"'],
    ['a: "\\X41"', '! a «\\X» unknown escape "\\X"'],
    ['a: "\\U00110000"', '! a «\\U» unknown escape "\\U"'],
    ['a\n  b: 1\n\n  c\n# d\ne: 2', 'e = "2"', `! a «a» ${noColon}`, '# «# d»']
  ])('%j', (source, ...expected) => expect(outline(source)).toEqual(expected))

  test('its text is all the lines that are not read, and nothing behind them', () => {
    const {faults} = parseOptionBlock('a: 1\n\nbad\n  more: x\n\n  # last\n\nb: 2')
    expect(faults.map((fault) => fault.text)).toEqual(['bad\n  more: x\n\n  # last'])
  })

  test('a comment has no text, since nothing is void', () => {
    expect(parseOptionBlock('a: 1 # b').faults.map((fault) => fault.text)).toEqual([''])
  })

  test('a reason says the way out', () => {
    expect(parseOptionBlock('alt:text').faults[0]?.reason).toContain('write "alt: "')
    expect(parseOptionBlock('color: #fff').faults[0]?.reason).toContain('quotes')
  })
})

test('offsets are those of the text as written', () => {
  const source = '"a" :  \'b\'\nc:\nd: # e\nf:\n  g\n  h # i\nj: |\n  k\n\nl: >'
  const written = parseOptionBlock(source).items.map((item) => [
    source.slice(item.keyStart, item.keyEnd),
    source.slice(item.valueStart, item.valueEnd)
  ])
  expect(written).toEqual([
    ['"a"', "'b'"],
    ['c', ''],
    ['d', ''],
    ['f', 'g\n  h'],
    ['j', '|\n  k'],
    ['l', '>']
  ])
  const empty = parseOptionBlock('a :  # b').items[0]
  expect([empty?.valueStart, empty?.valueEnd]).toEqual([3, 3])
})

describe('any text', () => {
  const pieces = [
    'a',
    'key: ',
    'b: ',
    ':',
    '\n',
    '\n  ',
    '\n\n',
    ' ',
    '\t',
    '"',
    "'",
    '\\',
    '\\x4',
    '|',
    '>-\n  ',
    '|2\n',
    '#',
    ' # ',
    '- ',
    '😀',
    '\uFEFF',
    '\0',
    'ü'
  ]
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), {maxLength: 30}).map((parts) => parts.join('')),
    fc.string({unit: 'binary'})
  )

  test('never throws, and every offset is inside and in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const {items, faults} = parseOptionBlock(source)
        let last = 0
        for (const {keyStart, keyEnd, valueStart, valueEnd} of items) {
          for (const offset of [keyStart, keyEnd, valueStart, valueEnd]) {
            expect(offset).toBeGreaterThanOrEqual(last)
            last = offset
          }
        }
        expect(last).toBeLessThanOrEqual(source.length)
        last = 0
        for (const {start, end} of faults) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(source.length)
          last = start
        }
      }),
      {numRuns: 5000}
    )
  })

  test('keys without quotes, and plain values on one line, equal their source', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const item of parseOptionBlock(source).items) {
          const key = source.slice(item.keyStart, item.keyEnd)
          const value = source.slice(item.valueStart, item.valueEnd)
          if (!/^["']/.test(key)) expect(item.key).toBe(key)
          if (item.plain && !value.includes('\n')) expect(item.value).toBe(value)
        }
      }),
      {numRuns: 5000}
    )
  })

  test('faulty lines change nothing in the options around them', () => {
    const good = fc.constantFrom('a: 1', 'b:', 'c: |\n  x', "d: 'y'", 'e: f\n  g')
    const bad = fc.constantFrom('bad', 'bad:x', '- bad', 'bad: |x', "bad: 'x' y", 'bad: "\\q"\n  more', ': x')
    fc.assert(
      fc.property(fc.array(fc.oneof(good, bad), {maxLength: 12}), (blocks) => {
        const values = (source: string) =>
          parseOptionBlock(source).items.map(({key, value}) => [key, value.trimEnd()])
        const kept = blocks.filter((lines) => !/bad|^:/.test(lines))
        expect(values(blocks.join('\n'))).toEqual(values(kept.join('\n')))
        expect(parseOptionBlock(blocks.join('\n')).faults).toHaveLength(blocks.length - kept.length)
      })
    )
  })
})

describe('large blocks are read in linear time', () => {
  const size = 100_000
  test.each([
    ['open quotes', 'a: "x\n'],
    ['open quotes of both kinds', `a: "x\nb: 'y\n`],
    ['open keys', '"a\n'],
    ['escaped quotes', 'a: "\\"\n'],
    ['no colons', 'a\n'],
    ['one line', 'a '],
    ['spaces', ' '],
    ['blank lines', '\n'],
    ['blank lines after keys', 'a\n\n  \n'],
    ['comments', '# a\n'],
    ['indented comments', '  # a\n'],
    ['colons', ':'],
    ['apostrophes', "'"],
    ['backslashes', '\\'],
    ['block headers', 'a: |\n'],
    ['indented lines', '  a\n']
  ])('%s', (_, unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    const started = cpuNow()
    for (const head of ['', 'a: ', 'a: "', "a: '", 'a: |\n  ', 'a:\n', 'a\n']) parseOptionBlock(head + text)
    expect(cpuNow() - started).toBeLessThan(3000)
  })
})

describe('lines', () => {
  test.each<[line: string, option: boolean, key: string, fence: boolean]>([
    [':class: tip', true, 'class', false],
    ['  :class: tip', true, 'class', false],
    [':flag:', true, 'flag', false],
    [':flag:\t', true, 'flag', false],
    [':two words: x', true, 'two words', false],
    [':a:b: x', true, 'a', false],
    [':"a" : x', true, 'a', false],
    [':smile: hello', true, 'smile', false],
    [':smile:hello', true, 'smile', false],
    [':alt:text', true, 'alt', false],
    [':word', true, 'word', false],
    [':', true, '', false],
    ['::', true, '', false],
    [':: x', true, '', false],
    [': text: more', true, '', false],
    [':::', false, '', false],
    [':::{note}', false, '', false],
    ['  ::::', false, '', false],
    ['text :a: b', false, '', false],
    ['', false, '', false],
    ['---', false, '', true],
    ['-----', false, '', true],
    ['--- text', false, '', true],
    [' ---', false, '', false],
    ['--', false, '', false]
  ])('%j', (line, option, key, fence) => {
    expect([isOptionLine(line), isOptionLine(line) ? optionKey(line) : '', isOptionFence(line)]).toEqual([
      option,
      key,
      fence
    ])
  })
})

interface SharedCase {
  id: string
  group: string
  title: string
  input: string
  expected: string
  expected_data?: {dict: [string, string][]; comments: boolean}
}

const sharedPath = new URL('../../../shared/cases/myst-parser.json', import.meta.url)
const shared: SharedCase[] = existsSync(sharedPath) ? JSON.parse(readFileSync(sharedPath, 'utf8')).cases : []
const group = (name: string) => shared.filter((item) => item.group === name)

describe.skipIf(shared.length === 0)("MyST-Parser's own cases (../shared)", () => {
  test('there are some of each group', () => {
    for (const name of ['option_parsing', 'option_parsing_errors', 'directive_options']) {
      expect(group(name).length, name).toBeGreaterThan(0)
    }
  })

  test.for(group('option_parsing'))('$id $title', ({input, expected_data: data}) => {
    const {items, faults} = parseOptionBlock(input)
    expect(items.map(({key, value}) => [key, value])).toEqual(data?.dict)
    expect(faults.filter((fault) => fault.code === 'option-syntax')).toEqual([])
    expect(faults.length > 0).toBe(data?.comments)
  })

  // The last place that the message names is that of the fault; at the end of the text ours ends there.
  test.for(group('option_parsing_errors'))('$id $title', ({input, expected}) => {
    const {items, faults} = parseOptionBlock(input)
    const place = [...expected.matchAll(/line (\d+), column (\d+)/g)].at(-1)
    const before = input.split('\n').slice(0, Number(place?.[1]))
    const offset = before.join('\n').length + (before.length > 0 ? 1 : 0) + Number(place?.[2])
    expect(items).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.start).toBeLessThanOrEqual(offset)
    expect(faults[0]?.end).toBeGreaterThanOrEqual(Math.min(offset, input.trimEnd().length))
  })

  test.for(group('directive_options'))('$id $title', ({input, expected}) => {
    const {items, faults} = parseOptionBlock(optionsOf(input.split('\n').slice(1, -2)))
    const isFaulty = expected.includes('Invalid options format')
    expect(faults.length > 0).toBe(isFaulty)
    if (isFaulty) return
    const options = [...expected.matchAll(/'(\w+)': '([^']*)'/g)].map((match) => [match[1], match[2]])
    expect(items.map(({key, value}) => [key, value])).toEqual(options)
  })
})

/** The option block of a directive, from the lines between its fences. */
function optionsOf(lines: string[]): string {
  if (isOptionFence(lines[0] ?? '')) {
    const close = lines.findIndex((line, index) => index > 0 && isOptionFence(line))
    return lines.slice(1, close === -1 ? undefined : close).join('\n')
  }
  const end = lines.findIndex((line) => !isOptionLine(line))
  return lines
    .slice(0, end === -1 ? undefined : end)
    .map((line) => line.trimStart().slice(1))
    .join('\n')
}
