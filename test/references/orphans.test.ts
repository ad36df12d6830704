import {describe, expect, test} from 'vitest'
import {createProject, createSite, orphanPages} from '../../src/node/index.js'

const toc = '# Home\n\n```{toctree}\na\n```\n'
const said = (pages: Record<string, string>) =>
  createProject({pages, files: (path) => pages[path], checks: [orphanPages]})
    .check()
    .filter(({ruleId}) => ruleId === 'orphan-page')
    .map(({file}) => file)

describe('pages in no toctree', () => {
  test('are said, but for those that other pages include, also by way of others', () => {
    const pages = {
      'index.md': toc,
      'a.md': '# A\n\n```{include} inc/one.md\n```\n',
      'inc/one.md': 'One.\n\n```{include} two.md\n```\n',
      'inc/two.md': 'Two.\n',
      'shown.md': '# Shown\n',
      'lone.md': '# Lone\n\n```{literalinclude} shown.md\n```\n\n```{include} shown.md\n:literal:\n```\n',
      'self.md': '# Self\n\n```{include} self.md\n```\n'
    }
    expect(said(pages)).toEqual(['shown.md', 'lone.md', 'self.md'])
  })

  test.each([
    ['orphan: true', []],
    ['orphan:', []],
    ['orphan: yes', []],
    ['orphan: false', ['b.md']],
    ['title: B', ['b.md']]
  ])('with %s in the front matter', (line, expected) => {
    expect(said({'index.md': toc, 'a.md': '# A', 'b.md': `---\n${line}\n---\n# B`})).toEqual(expected)
  })

  test('that are apart on purpose stand in no navigation, and have their documents all the same', () => {
    const pages = {
      'index.md': toc,
      'a.md': '# A\n\n```{include} inc.md\n```\n',
      'b.md': '# B',
      'inc.md': 'Part.\n',
      'o.md': '---\norphan: true\n---\n# O\n'
    }
    const site = createSite({pages, files: (path) => (path in pages ? '' : undefined)})
    const listed = site.map.groups.flatMap(({items}) => items.map(({page}) => page))
    expect(listed).toEqual(['a.md', 'b.md'])
    expect([...site.pages].sort()).toEqual(Object.keys(pages).sort())
    const bare = createSite({pages: {...pages, 'index.md': '# Home'}})
    expect(bare.map.groups.flatMap(({items}) => items.map(({page}) => page))).toEqual([
      'a.md',
      'b.md',
      'inc.md'
    ])
  })
})
