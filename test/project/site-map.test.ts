import {describe, expect, test} from 'vitest'
import {createProject} from '../../src/project/create-project.js'
import {type NavItem, rootPage, siteMap} from '../../src/project/site-map.js'

/** The navigation as lines: headings with a colon, entries indented by depth. */
function outline(pages: Record<string, string>, root = rootPage(Object.keys(pages))): string[] {
  const lines: string[] = []
  const add = (item: NavItem, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${item.title} <${item.page ?? item.url}>`)
    for (const child of item.children) add(child, depth + 1)
  }
  for (const {caption, items} of siteMap(createProject({pages}).inventory, root).groups) {
    lines.push(`${caption ?? ''}:`)
    for (const item of items) add(item, 0)
  }
  return lines
}

const toc = (entries: string, options = ''): string => `\n\`\`\`{toctree}\n${options}\n${entries}\n\`\`\`\n`

describe('the navigation', () => {
  test('follows the toctrees from the root page down, with their captions and given titles', () => {
    const pages = {
      'about/team.md': '# The `team`',
      'index.md': `# Home${toc('guide/index\nAsk us <faq>', ':caption: Use it')}${toc('about/team\nElsewhere <https://example.org>', ':hidden:')}`,
      'faq.md': '# Questions',
      'guide/index.md': `# Guide${toc('start\nmore')}\n## Later`,
      'guide/more.md': '# More',
      'guide/start.md': '# Start'
    }
    expect(outline(pages)).toEqual([
      'Use it:',
      'Guide <guide/index.md>',
      '  Start <guide/start.md>',
      '  More <guide/more.md>',
      'Ask us <faq.md>',
      ':',
      'The team <about/team.md>',
      'Elsewhere <https://example.org>'
    ])
    expect(siteMap(createProject({pages}).inventory, 'index.md').order).toEqual([
      'index.md',
      'guide/index.md',
      'guide/start.md',
      'guide/more.md',
      'faq.md',
      'about/team.md'
    ])
  })

  test('lists pages of no toctree last, below the unlisted page that lists them', () => {
    const pages = {'a.md': '# A', 'index.md': `# Home${toc('m')}`, 'm.md': '# M', 'z.md': `# Z${toc('a')}`}
    expect(outline(pages)).toEqual([':', 'M <m.md>', ':', 'Z <z.md>', '  A <a.md>'])
  })

  test('leads on to no page that the navigation leaves out', () => {
    const pages: Record<string, string> = {
      'index.md': `# Home${toc('a\nb')}`,
      'a.md': '# A\n\n```{include} part.md\n```',
      'b.md': '# B',
      'lone.md': `---\norphan: true\n---\n# Lone${toc('below')}`,
      'below.md': '# Below',
      'part.md': 'Text'
    }
    const {order, way} = siteMap(createProject({pages, files: (path) => pages[path]}).inventory, 'index.md')
    expect(order).toHaveLength(6)
    expect(way).toEqual(['index.md', 'a.md', 'b.md'])
  })

  test('ends where pages list each other, and keeps every page once in the order', () => {
    const pages = {
      'index.md': `# Home${toc('a\nself')}`,
      'a.md': `# A${toc('b\nindex')}`,
      'b.md': `# B${toc('a')}`,
      'c.md': `# C${toc('d')}`,
      'd.md': `# D${toc('c')}`
    }
    expect(outline(pages)).toEqual([
      ':',
      'A <a.md>',
      '  B <b.md>',
      '    A <a.md>',
      '  Home <index.md>',
      'Home <index.md>',
      ':',
      'C <c.md>',
      '  D <d.md>',
      '    C <c.md>'
    ])
    expect(siteMap(createProject({pages}).inventory, 'index.md').order).toEqual([
      'index.md',
      'a.md',
      'b.md',
      'c.md',
      'd.md'
    ])
  })

  test('without a root page all pages stand in their order, by name where they have no title', () => {
    expect(outline({'b.md': 'text', 'a.md': '# A'})).toEqual([':', 'b <b.md>', 'A <a.md>'])
  })

  test('a page without headings is an entry of its own, and what it lists stands below it', () => {
    const pages = {'index.md': `Hello.${toc('part')}`, 'part.md': toc('leaf'), 'leaf.md': '# Leaf'}
    expect(outline(pages)).toEqual([':', 'part <part.md>', '  Leaf <leaf.md>'])
  })
})

test.each([
  [['index.md', 'a.md'], undefined, 'index.md'],
  [['a.md', 'README.md'], 'README', 'README.md'],
  [['a.md', 'home.md'], 'home.md', 'home.md'],
  [['a.md'], undefined, undefined]
])('the root page of %j with index %j is %s', (pages, index, root) => {
  expect(rootPage(pages, index)).toBe(root)
})
