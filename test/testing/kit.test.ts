import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {
  createTestProject,
  inventoryOf,
  isAmbiguous,
  isUnresolved,
  messageOf,
  resolvesTo
} from '../../src/testing/index.js'
import '../../src/testing/vitest.js'

const project = createTestProject({
  pages: {
    'index.md': '(start)=\n# Home\n\n{doc}`about/team` and {external+tc:doc}`team`\n',
    'about/team.md': '# The team\n\n[home](#start)\n\nGo {ref}`strat`.\n'
  },
  inventories: {
    tc: ['team std:doc team.html The core team', 'both std:label a.html#$ A'],
    other: inventoryOf('both std:label b.html#$', {baseUrl: 'https://b.example/'})
  }
})
const ask = (markup: string, from = 'index.md') => project.resolve(markup, {from})

test('toResolveTo takes an address, a pattern, or what is known of the target', () => {
  expect(ask('{doc}`about/team`')).toResolveTo('about/team.html')
  expect(ask('{doc}`about/team`')).toResolveTo(/team\.html$/)
  expect(ask('{doc}`about/team`')).toResolveTo({page: 'about/team.md', text: 'The team'})
  expect(ask('{external+tc:doc}`team`')).toResolveTo({url: 'https://tc.example/team.html', inventory: 'tc'})
  expect(ask('{doc}`about/team`')).not.toResolveTo('index.html')
})

test('a failing toResolveTo says what came instead and what was tried', () => {
  expect(() => expect(ask('{doc}`about/team`')).toResolveTo('index.html')).toThrow(
    /url: expected "index.html", got "about\/team.html"[\s\S]*tried[\s\S]*page "about\/team": found/
  )
  expect(() => expect(ask('{doc}`about/teem`')).toResolveTo('x')).toThrow(/did you mean "\/about\/team"/)
  expect(() => expect('text').toResolveTo('x')).toThrow(TypeError)
})

test('a failing toResolveTo says what was wanted, and names the candidates with file, line and column', () => {
  const twice = createTestProject({
    pages: {'index.md': '# Home', 'a.md': '(x)=\n# A', 'sub/b.md': '\n\n(x)=\n# B'}
  })
  const answer = twice.resolve('{ref}`x`', {from: 'index.md'})
  expect(() => expect(answer).toResolveTo({url: /c\.html/})).toThrow(
    /does not lead to \{"url":"\/c\\\\.html\/"\}[\s\S]*candidates[\s\S]*a\.md:1:2[\s\S]*sub\/b\.md:3:2/
  )
})

test('the guide shows the test of the example project as it runs', () => {
  const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8')
  expect(read('guides/unit-testing.md')).toContain(
    `\`\`\`ts\n${read('examples/handbook/links.test.ts')}\`\`\`\n`
  )
})

test('toHaveNoUnresolved lists each with file, line, column and what was near', () => {
  expect(project.render('index.md')).toHaveNoUnresolved()
  expect(() => expect(project).toHaveNoUnresolved()).toThrow(
    /1 reference leads nowhere\n\nabout\/team\.md:5:10 unknown-label: .*did you mean "start"/
  )
})

test('toHaveNoUnresolved sees what toctrees, pictures, includes and downloads lead to', () => {
  const pages = {
    'index.md':
      '# Home\n\n```{toctree}\nteam\nTeam <taem>\n```\n\n![](lgoo.png)\n\n```{image} nothing.svg\n```\n\n{download}`plan.dpf` [x](plan.dpf) {cite}`k`\n\n```{include} prat.txt\n```\n\n```{card} C\n:img-top: lgo.png\n```\n',
    'team.md': '# Team'
  }
  const files = {'logo.png': '', 'plan.pdf': '', 'part.txt': '[y](gone.md)\n'}
  const broken = createTestProject({pages, files})
  expect(() => expect(broken).toHaveNoUnresolved()).toThrow(
    [
      '7 references lead nowhere',
      '',
      'index.md:5:7 unknown-document: toctree: there is no page "taem"; did you mean "team"?',
      'index.md:8:5 unknown-image: there is no file "lgoo.png" in the project; paths count from the page\'s folder, with / from the root; did you mean "logo.png"?',
      'index.md:10:12 unknown-image: there is no file "nothing.svg" in the project; paths count from the page\'s folder, with / from the root',
      'index.md:13:12 unknown-file: there is no file "plan.dpf" in the project; paths count from the page\'s folder, with / from the root; did you mean "plan.pdf"? [plan.dpf]',
      'index.md:13:26 unknown-file: there is no file "plan.dpf" in the project; the address is left as it is; did you mean "plan.pdf"?',
      'index.md:15:14 unknown-file: there is no file "prat.txt" in the project; paths count from the page\'s folder, with / from the root; did you mean "part.txt"?',
      'index.md:19:11 unknown-image: there is no file "lgo.png" in the project; paths count from the page\'s folder, with / from the root; did you mean "logo.png"?'
    ].join('\n')
  )
  expect(() => expect(broken.render('index.md')).toHaveNoUnresolved()).toThrow(
    /index\.md:5:7 unknown-document/
  )
  const whole = createTestProject({
    pages: {
      'index.md':
        '# Home\n\n```{toctree}\nteam\nself\nhttps://e.org\n```\n\n![](logo.png) {download}`plan.pdf`\n',
      'team.md': '# T'
    },
    files
  })
  expect(whole).toHaveNoUnresolved()
})

test('toHaveMessage finds by rule, place or reason, and lists what there is', () => {
  expect(project).toHaveMessage('unknown-label')
  expect(project).toHaveMessage({ruleId: 'unknown-label', file: 'about/team.md', line: 5, reason: /strat/})
  expect(project.render('index.md').messages).not.toHaveMessage('unknown-label')
  expect(() => expect(project).toHaveMessage('unknown-role')).toThrow(/about\/team\.md:5:10 unknown-label/)
})

test('the matchers without a framework stand within other values', () => {
  expect({answer: ask('[x](#start)', 'about/team.md')}).toEqual({answer: resolvesTo('../index.html#start')})
  expect(ask('{doc}`nope`')).toEqual(isUnresolved('unknown-document'))
  expect(ask('[](both)')).toEqual(isAmbiguous())
  expect(project.check()).toContainEqual(messageOf({ruleId: 'unknown-label', line: 5}))
  expect(resolvesTo('a').asymmetricMatch('text')).toBe(false)
  expect(String(resolvesTo(/a/))).toBe('resolvesTo("/a/")')
})

test.each([
  ['team std:doc team.html Team', 'team', 'std', 'doc', 1, 'team.html', 'Team'],
  ['a b 2 std:label -1 x.html#$ -', 'a b 2', 'std', 'label', -1, 'x.html#a b 2', 'a b 2'],
  ['len py:function lib.html#$', 'len', 'py', 'function', 1, 'lib.html#len', 'len'],
  ['x rst:directive:option o.html', 'x', 'rst', 'directive:option', 1, 'o.html', 'x']
])('inventoryOf(%j)', (line, name, domain, type, priority, uri, displayName) => {
  expect(inventoryOf(line).entries).toEqual([{name, domain, type, priority, uri, displayName}])
})

test.each(['team', 'team std:doc', 'std:doc team.html'])('inventoryOf refuses %j', (line) => {
  expect(() => inventoryOf(line)).toThrow(TypeError)
})
