import {describe, expect, test} from 'vitest'
import {readPythonSource} from '../../../src/node/config/python-source.js'
import {load, told} from './support.js'

const count = 20_000
const many = (size: number, line: (index: number) => string): string =>
  Array.from({length: size}, (_, index) => line(index)).join('\n')

describe('many keys take time in proportion to them', () => {
  test.each<[string, string, (size: number) => string, number]>([
    [
      'unknown ones',
      'mystmark.config.json',
      (size) => `{${many(size, (n) => `"key${n}": 1,`)}"a": 1}`,
      count + 1
    ],
    ['unknown ones', 'myst.yml', (size) => `project:\n${many(size, (n) => `  key${n}: 1`)}`, count],
    [
      'unknown ones',
      '_config.yml',
      (size) => `execute: {}\nparse:\n${many(size, (n) => `  myst_key${n}: 1`)}`,
      count
    ],
    ['unknown ones', 'conf.py', (size) => many(size, (n) => `myst_key${n} = 1`), count],
    [
      'wrong values',
      'myst.yml',
      (size) => `project:\n  abbreviations:\n${many(size, (n) => `    key${n}: [1]`)}`,
      count
    ],
    [
      'wrong names',
      'conf.py',
      (size) => `myst_enable_extensions = [\n${many(size, (n) => `"key${n}",`)}\n]`,
      count
    ],
    [
      'pages that are not there',
      '_toc.yml',
      (size) => `root: index\nchapters:\n${many(size, (n) => `  - file: page${n}`)}`,
      count
    ],
    [
      'good ones',
      'myst.yml',
      (size) => `project:\n  substitutions:\n${many(size, (n) => `    key${n}: a`)}`,
      0
    ],
    [
      'what is added',
      'conf.py',
      (size) => `exclude_patterns = []\n${many(size, (n) => `exclude_patterns.append("a${n}")`)}`,
      0
    ]
  ])('%s of %s', {timeout: 60_000}, async (_, file, text, messages) => {
    const timed = async (size: number) => {
      const files = {'index.md': '# Home\n', [file]: text(size)}
      const start = performance.now()
      const loaded = await load(files)
      return {loaded, time: performance.now() - start}
    }
    // Time that grows with the square of them takes 16 times as long.
    const small = await timed(count / 4)
    const {loaded, time} = await timed(count)
    expect(time).toBeLessThan(Math.max(2000, 9 * small.time))
    expect(loaded.messages).toHaveLength(messages)
  })
})

test('a key that is written twice is said, and the second counts, with its place', async () => {
  const {messages, config, settings} = await load({
    'index.md': '# Home\n',
    'myst.yml':
      'project:\n  title: A\n  title: B\n  toc: {file: x, file: y}\n  numbering: {<<: {title: true}, <<: {a: true}}\n'
  })
  expect(told(messages).filter((each) => each.includes('unique'))).toEqual([
    'myst.yml:3:3-3:4 config-syntax the file is not good YAML: Map keys must be unique',
    'myst.yml:4:18-4:19 config-syntax the file is not good YAML: Map keys must be unique'
  ])
  expect(config.title).toBe('B')
  expect(settings.find(({key}) => key === 'title')?.source.place(['project', 'title'])?.start.line).toBe(3)
})

describe('a short conf.py does not come to a long one', () => {
  const doubled = (line: (index: number) => string): string =>
    Array.from({length: 40}, (_, n) => line(n)).join('\n')
  test.each([
    ['lists added to themselves', `x = ["a"]\n${doubled(() => 'x = x + x')}`],
    ['lists in lists', `x0 = ["a"]\n${doubled((n) => `x${n + 1} = [x${n}, x${n}]`)}\nx = x40`],
    ['lists that are spread', `x = ["a"]\n${doubled(() => 'x = [*x, *x]')}`],
    ['strings', `x = "a"\n${doubled(() => 'x = x + x')}`],
    ['strings in strings', `x = "a"\n${doubled(() => 'x = f"{x}{x}"')}`],
    ['dictionaries', `x = {"a": "b"}\n${doubled((n) => `x = {"a": x, "b": x, "k${n}": 1}`)}`],
    ['what is extended by itself', `x = ["a"]\n${doubled(() => 'x.extend(x)\nx += x')}`],
    ['entries that are set', `x = {}\n${doubled((n) => `y = x\nx["${n}"] = [y, y]`)}`]
  ])('of %s', (_, text) => {
    const messages: string[] = []
    const start = performance.now()
    const {value} = readPythonSource(`${text}\nproject = "after"\n`, 'conf.py', (file, {ruleId}) =>
      messages.push(`${file} ${ruleId}`)
    )
    expect(performance.now() - start).toBeLessThan(4000)
    expect(messages).toEqual(['conf.py config-syntax'])
    expect(value.project).toBe('after')
    expect(String(value.x ?? '').length).toBeLessThan(10_000_000)
  })

  test('nor to one that is deeper than can be walked', () => {
    const text = `x = ["a"]\n${Array.from({length: 2000}, () => 'x = [x]').join('\n')}`
    const {value} = readPythonSource(text, 'conf.py', () => {})
    expect(JSON.stringify(value.x).length).toBeLessThan(500)
  })

  test('nor is one that is written so deep, and the others are read', () => {
    const told: string[] = []
    const text = `x = ${'['.repeat(20_000)}1${']'.repeat(20_000)}\nproject = "after"`
    const {value} = readPythonSource(text, 'conf.py', (_, {reason}) => told.push(reason))
    expect(value.project).toBe('after')
    expect(told).toEqual([])
  })

  test('names of one list stay apart where one of them is added to', () => {
    const {value} = readPythonSource(
      'x = ["a"]\nx.append("b")\ny = x\nx.append("c")\ny += ["d"]\n',
      'conf.py',
      () => {}
    )
    expect([value.x, value.y]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'd']
    ])
  })
})
