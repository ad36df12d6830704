import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readFolder} from '../support.js'
import {call, callIn} from './call.js'

const fixture = join(new URL('../../', import.meta.url).pathname, 'test/fixtures/observatory')

function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'mystmark-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  cpSync(fixture, root, {recursive: true})
  return root
}

async function isClean(root: string): Promise<void> {
  const {stdout, status} = await callIn(root, 'check', '.', '--strict')
  expect([stdout, status]).toEqual(['', 0])
}

test.each([
  ['instruments:dish', 'the-dish'],
  ['team:members', 'crew'],
  ['first-night', 'guide:begin'],
  ['weather', 'clouds']
])('the label %s becomes %s everywhere, and nothing else changes', async (old, wanted) => {
  const root = copy()
  const {status, stderr} = await callIn(root, 'rename', '.', old, wanted)
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^✔ \d+ places? in \d+ files? changed\n$/)])
  const after = readFolder(root)
  const before = readFolder(fixture)
  expect(after).not.toEqual(before)
  const id = old.replace(':', '-')
  for (const [page, text] of Object.entries(before)) {
    // Only lines that name the label change, and only in that.
    const wantedText = text
      .split('\n')
      .map((line) =>
        line
          .replaceAll(`:link: ${old}`, `:link: ${wanted}`)
          .replaceAll(`(${old})`, `(${wanted})`)
          .replaceAll(`<${old}>`, `<${wanted}>`)
          .replaceAll(`#${old})`, `#${wanted})`)
          .replaceAll(`#${id})`, `#${wanted})`)
      )
      .join('\n')
    expect(after[page]).toBe(wantedText)
  }
  await isClean(root)
})

test.each([
  ['about/team.md', 'about/people.md'],
  ['about/team.md', 'people.md'],
  ['guide/visiting.md', 'about/visits/public.md'],
  ['guide/contributing.md', 'about/helping.md'],
  ['about/index.md', 'about/us.md']
])('the page %s moves to %s, and every reference follows', async (old, wanted) => {
  const root = copy()
  const {status, stderr} = await callIn(root, 'rename', '.', old, wanted)
  expect([status, stderr]).toEqual([0, expect.stringContaining('✔')])
  expect([existsSync(join(root, old)), existsSync(join(root, wanted))]).toEqual([false, true])
  await isClean(root)
})

test('a dry run shows the lines and changes nothing', async () => {
  const files = {'index.md': '(a)=\n# Home\n', 'b.md': 'See {ref}`a`, {ref}`so <a>`, [](#a) and `a`.\n'}
  const {status, stdout, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start', '--dry-run')
  expect(stdout).toBe(
    '--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-See {ref}`a`, {ref}`so <a>`, [](#a) and `a`.\n+See {ref}`start`, {ref}`so <start>`, [](#start) and `a`.\n' +
      '--- a/index.md\n+++ b/index.md\n@@ -1 +1 @@\n-(a)=\n+(start)=\n'
  )
  expect([status, stderr]).toEqual([0, '✔ 4 places in 2 files would change\n'])
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(files['b.md'])
})

test.each([
  ['nothing', 'x', 'there is no label or page "nothing"'],
  ['a', 'b', 'there is a label "b" already'],
  ['a', 'two `words`', '"two `words`" is no label'],
  ['a', 'b ', '"b " is no label'],
  ['index.md', '.drafts/index.md', '".drafts/index.md" would be no page: nothing in ".drafts" is one'],
  ['index.md', '../out.md', 'a page is a path from the project'],
  ['index.md', 'c.md', 'there is a file "c.md" already']
])('%s to %s is refused', async (old, wanted, reason) => {
  const {status, stderr} = await call(
    {'index.md': '(a)=\n# A\n\n(b)=\n## B\n', 'c.md': ''},
    'rename',
    '.',
    old,
    wanted
  )
  expect(status).toBe(2)
  expect(stderr).toContain(reason)
})

test('what pages include is rewritten, too, where it names the label', async () => {
  const files = {
    'index.md': '\ufeff(a)=\n# Home\n\n```{include} part.txt\n```\n\n[x][there]\n\n[there]: #a "a"\n',
    'part.txt': '{ref}`a` <project:#a> {ref}`a <a>`\n',
    'b.md': '```{include} part.txt\n```\n\n```{card} A\n:link: a\n:link-type: ref\n```\n'
  }
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start')
  expect([status, stderr]).toEqual([0, '✔ 6 places in 3 files changed\n'])
  expect(readFolder(cwd, '')).toEqual({
    'index.md': files['index.md'].replace('(a)', '(start)').replace('#a', '#start'),
    'part.txt': '{ref}`start` <project:#start> {ref}`a <start>`\n',
    'b.md': files['b.md'].replace('link: a', 'link: start')
  })
})

test('a page that moves takes every path along, whatever directive or role names it', async () => {
  const files = {
    'about/pic.png': 'x',
    'about/data.csv': 'a,b\n',
    'index.md':
      '# Home\n\n```{toctree}\nabout/team\nTitle <about/team.md>\nparts/one\n```\n\n```{card} T\n:link: about/team\n:link-type: doc\n```\n\n```{card} U\n:link: about/team.md\n```\n\n```{button-ref} about/team\n:ref-type: doc\n```\n\n```{include} about/team.md\n```\n\n```{literalinclude} about/team.md\n```\n\n{download}`about/team.md` {bdg-ref-primary}`about/team` <project:about/team.md> [](about/team.html)\n\n[a]: about/team.md "about/team.md"\n\n[x][a] `about/team.md` about/team.md\n',
    'about/team.md':
      '(team)=\n# Team\n\n![](pic.png) ![r][pic] <a href="../index.html">pic.png</a>\n\n```{image} pic.png\n:target: ../index.md\n```\n\n```{figure} ./pic.png\n:name: fig\nCap\n```\n\n```{card} C\n:img-top: pic.png\n```\n\n```{csv-table}\n:file: data.csv\n```\n\n```{include} ../parts/one.md\n```\n\n```{literalinclude} data.csv\n```\n\n{download}`data.csv` {doc}`/index` {doc}`../index` {ref}`fig`\n\n```{article-info}\n:avatar: pic.png\n```\n\n[pic]: pic.png\n\n```{video} pic.png\n```\n\n<img src="pic.png">\n',
    'parts/one.md':
      '# One\n\nSee {ref}`team`, [x](../about/team.md), [](../about/team.md#team) and {doc}`../about/team`.\n'
  }
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'about/team.md', 'new people.md')
  expect([stderr, status]).toEqual(['✔ 30 places in 3 files changed\n', 0])
  await expect(Object.values(readFolder(cwd)).join('\n---\n')).toMatchFileSnapshot(
    'snapshots/rename-moved.md'
  )
})

test('a text that two pages include and that would have to say two things stays, and is named', async () => {
  const files = {
    'one/a.md': '```{include} ../parts/p.txt\n```\n',
    'one/next.md': '# N',
    'two/b.md': '```{include} ../parts/p.txt\n```\n',
    'two/next.md': '# N',
    'parts/p.txt': '[on](next.md)\n'
  }
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'one/next.md', 'one/last.md')
  expect(status).toBe(1)
  expect(stderr).toContain('parts/p.txt:1:6: this names it in a way that cannot be rewritten')
  expect(readFileSync(join(cwd, 'parts/p.txt'), 'utf8')).toBe(files['parts/p.txt'])
})

test('where the new label cannot stand nothing is changed', async () => {
  const files = {'index.md': '{#a}\n# Home\n\n{ref}`a`\n'}
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a', 'the start')
  expect([status, stderr]).toEqual([
    1,
    '✖ nothing is changed: after it something would be wrong that is not wrong now\n  index.md:1:3: this names it in a way that cannot be rewritten\n'
  ])
  expect(readFileSync(join(cwd, 'index.md'), 'utf8')).toBe(files['index.md'])
})

test('a page that no toctree would list any more stays', async () => {
  const files = {'index.md': '# H\n\n```{toctree}\n:glob:\na/*\n```\n', 'a/b.md': '# B', 'c/d.md': '# D'}
  const away = await call(files, 'rename', '.', 'a/b.md', 'c/b.md')
  expect([away.status, away.stderr]).toEqual([
    1,
    expect.stringContaining('index.md:5:1: no toctree would list a/b.md any more')
  ])
  const near = await call(files, 'rename', '.', 'a/b.md', 'a/c.md')
  expect(near.status).toBe(0)
})

test('a bibliography, the configuration and the table of contents of mystmd follow a page that moves', async () => {
  const files = {
    'myst.yml': 'version: 1\nproject:\n  toc:\n    - file: index.md\n    - file: a/b.md\n',
    'mystmark.config.json':
      '{"messages": [{"rule": "*", "pages": "a/b.md", "severity": "info"}], "extra": ["a/refs.bib"]}\n',
    'index.md': '# H\n\n{cite}`k`\n',
    'a/b.md': '# B\n\n```{bibliography} refs.bib\n```\n',
    'a/refs.bib': '@misc{k, title={T}, author={A}}\n'
  }
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a/b.md', 'c.md')
  expect([status, stderr]).toEqual([0, '✔ 3 places in 3 files changed\n'])
  const after = (path: string): string => readFileSync(join(cwd, path), 'utf8')
  expect(after('myst.yml')).toBe(files['myst.yml'].replace('a/b.md', 'c.md'))
  expect(after('mystmark.config.json')).toBe(files['mystmark.config.json'].replace('a/b.md', 'c.md'))
  expect(after('c.md')).toBe('# B\n\n```{bibliography} a/refs.bib\n```\n')
})

test('where one file cannot be written none is', async () => {
  const files = {'index.md': '(a)=\n# Home\n', 'b.md': '{ref}`a`\n'}
  const {cwd} = await call(files, 'check', '.')
  mkdirSync(join(cwd, `index.md.mystmark-${process.pid}`))
  await callIn(cwd, 'rename', '.', 'a', 'start').catch(() => undefined)
  expect(readFileSync(join(cwd, 'index.md'), 'utf8')).toBe(files['index.md'])
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(files['b.md'])
  expect(existsSync(join(cwd, `b.md.mystmark-${process.pid}`))).toBe(false)
})

test('where a reference would lead to another place without a word nothing is changed', async () => {
  const files = {'index.md': '(a)=\n# Home\n', 'b.md': '# Start\n\n[x](#a)\n'}
  const {status, stderr, cwd} = await call(files, 'rename', '.', 'a', 'start')
  expect(status).toBe(1)
  expect(stderr).toContain('b.md:3:5: this would lead to another place')
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(files['b.md'])
})

test('pages whose names end otherwise, as their project says, are moved among such names', async () => {
  const files = {
    'conf.py': 'source_suffix = {".txt": "markdown"}\n',
    '_toc.yml': 'root: index\nchapters:\n  - file: b\n',
    'mystmark.config.json': '{"index": "index"}\n',
    'index.md': '# A\n\n{doc}`b` [](b.txt) <b.txt> ![](#b)\n',
    'b.txt': '# B\n'
  }
  const moved = await call(files, 'rename', '.', 'b.txt', 'in/c.txt')
  expect([moved.status, moved.stderr]).toEqual([0, expect.stringContaining('changed')])
  expect(readFileSync(join(moved.cwd, 'in/c.txt'), 'utf8')).toBe('# B\n')
  expect(readFileSync(join(moved.cwd, 'index.md'), 'utf8')).toContain('{doc}`in/c` [](in/c.txt)')
  const other = await call(files, 'rename', '.', 'b.txt', 'c.rst')
  expect(other.stderr).toContain(
    'a page is a path from the project\'s root that ends in .md or .txt, not "c.rst"'
  )
})
