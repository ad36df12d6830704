import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {readYaml} from '../../src/transforms/read-yaml.js'

const read = (yaml: string) => {
  const source = `---\n${yaml}\n---\n\n# Page\n`
  const {frontMatter, messages, html} = render(source)
  return {frontMatter, said: messages.map(({ruleId, line, column}) => `${ruleId} ${line}:${column}`), html}
}

describe('front matter', () => {
  test.each<[string, string, object]>([
    ['nested values', 'a: {b: [1, true, null, x]}\nc:\n  - d', {a: {b: [1, true, null, 'x']}, c: ['d']}],
    [
      'words that YAML 1.1 took for truth, and dates, as text',
      'a: yes\nb: 2026-01-01',
      {a: 'yes', b: '2026-01-01'}
    ],
    ['nothing', '', {}],
    ['a comment', '# nothing', {}],
    ['an anchor', 'a: &x [1]\nb: *x', {a: [1], b: [1]}]
  ])('%s', (_, yaml, expected) => {
    expect(read(yaml)).toMatchObject({frontMatter: expected, said: []})
  })

  test.each<[string, string, object, string[]]>([
    [
      'a list that is not closed',
      'title: T\ntags: [a,\nindex: 1',
      {title: 'T', index: 1},
      ['front-matter 4:1']
    ],
    ['a key twice', 'a: 1\nb: 2\na: 3', {a: 1, b: 2}, ['front-matter 4:1']],
    ['a tab that indents', 'a:\n\t- b\nc: 1', {c: 1}, ['front-matter 3:1']],
    ['two faults', 'a: *no\nb: 1\nc: "x" y\nd: 2', {b: 1, d: 2}, ['front-matter 2:5', 'front-matter 4:8']],
    ['no list of keys', 'just words', {}, ['front-matter 1:1']]
  ])('%s is said at its place, and the other entries hold', (_, yaml, frontMatter, said) => {
    const result = read(yaml)
    expect(result.said).toEqual(said)
    expect(result.frontMatter).toMatchObject(frontMatter)
    expect(result.html).toContain('>Page</h1>')
  })

  test('places are true behind other line endings', () => {
    const {messages} = render('---\r\na: 1\r\nb: *no\r\n---\r\nx')
    expect(messages.map(({line, column}) => [line, column])).toEqual([[3, 5]])
  })

  test('aliases cannot make a short text huge, nor depth overflow the stack', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index]}, `.repeat(9)}]`)
    ].join('\n')
    expect(read(bomb).said.length).toBeGreaterThan(0)
    expect(read(`a: ${'['.repeat(5000)}`).said.length).toBeGreaterThan(0)
  })

  test('no text throws, and faults stand inside the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ':',
            ' ',
            '\n',
            '-',
            '[',
            ']',
            '{',
            '"',
            "'",
            '&',
            '*',
            '|',
            '#',
            '\t',
            '!'
          )
        }),
        (text) => {
          for (const {offset} of readYaml(text).faults) {
            expect(offset).toBeGreaterThanOrEqual(0)
            expect(offset).toBeLessThanOrEqual(text.length)
          }
        }
      ),
      {numRuns: 3000, seed: 7}
    )
  })
})
