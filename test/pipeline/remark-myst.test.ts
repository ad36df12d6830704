import {join} from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {type PluggableList, unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parse, type RemarkMystOptions, remarkMyst, render} from '../../src/index.js'
import defaultExport from '../../src/remark.js'
import {hasShared, projectRoot, readFolder, sharedRoot} from '../support.js'

const source = `---
title: A night
---
# Observing {sub}\`2\`

(targets:list)=
## Targets

See [the list](targets:list), {ref}\`targets:list\`, [a site](https://example.org "Title") and [nothing](no:where).

:::{note} First line
:class: dropdown
- [x] done
- [ ] open {kbd}\`Ctrl+C\`
:::

::::{grid} 1 2 2 3
:gutter: 2
:::{grid-item-card} Card **one**
:link: targets:list
:link-type: ref
Header
^^^
Body [^a]
+++
Footer {fas}\`star\`
:::
::::

| a | b |
|:--|--:|
| 1 | ~~2~~ |

% a comment

+++ {"tag": 1}

:::{figure} star.png
:alt: A star
:width: 50%
Caption

Legend
:::

\`\`\`{code-block} python
:caption: A caption
print(1)
\`\`\`

:::{nosuch} thing
Still *here*
:::

[^a]: A note with \`code\`.
`

function host(before: PluggableList, after: PluggableList = []): string {
  return String(
    unified()
      .use(remarkParse)
      .use(before)
      .use(remarkMyst)
      .use(after)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(source)
  )
}

describe('in a pipeline that knows nothing of MyST', () => {
  const expected = render(source).html

  test('a host gets the HTML that render gives', () => {
    expect(host([])).toBe(expected)
    expect(expected).toMatchSnapshot()
  })

  test.each<[string, PluggableList]>([
    ['remark-gfm', [remarkGfm]],
    ['remark-math', [remarkMath]],
    ['remark-frontmatter', [remarkFrontmatter]],
    ['remark-directive', [remarkDirective]],
    ['all of them', [remarkGfm, remarkMath, remarkFrontmatter, remarkDirective]]
  ])('%s beside it, before or after, changes nothing', (_, plugins) => {
    expect(host(plugins)).toBe(expected)
    expect(host([], plugins)).toBe(expected)
  })

  test('used twice it does no harm', () => {
    expect(host([remarkMyst])).toBe(expected)
    expect(host([], [defaultExport])).toBe(expected)
  })

  test('results and messages are on the file', () => {
    const file = unified()
      .use(remarkParse)
      .use(remarkMyst)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync({value: source, path: 'log/night.md'})
    expect(file.messages.map(String)).toEqual(render(source, {path: 'log/night.md'}).messages.map(String))
    expect(file.data.myst?.title).toBe('Observing 2')
    expect(
      file.data.myst?.references.map(({reference, resolution}) => [reference.target, resolution.status])
    ).toEqual([
      ['targets:list', 'resolved'],
      ['targets:list', 'resolved'],
      ['https://example.org', 'resolved'],
      ['no:where', 'missing'],
      ['targets:list', 'resolved']
    ])
    expect(file.data.myst?.frontMatter).toEqual({title: 'A night'})
  })

  test('records of other pages make their labels known', () => {
    const file = {value: '(far)=\n# Far away\n', path: 'b.md'}
    const record = unified()
      .use(remarkParse)
      .use(remarkMyst)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(file).data.myst?.record
    const html = String(
      unified()
        .use(remarkParse)
        .use(remarkMyst, {records: record ? [record] : [], page: 'a.md'})
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync('{ref}`far`')
    )
    expect(html).toBe('<p><a class="reference internal" href="b.md#far">Far away</a></p>')
  })

  test('ids of raw HTML are places to link to where the host says that it keeps it', () => {
    const source = '<a id="here"></a>\n\n[x](#here)\n'
    const rules = (options: RemarkMystOptions) =>
      unified()
        .use(remarkParse)
        .use(remarkMyst, options)
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(source)
        .messages.map(({ruleId}) => ruleId)
    expect(rules({})).toEqual(['unknown-label'])
    expect(rules({allowDangerousHtml: true})).toEqual([])
  })

  test('numbers, schemes and the first page are as the configuration says', () => {
    const source = '```{figure} https://e.org/a.png\n:name: f\nCap\n```\n\n{numref}`f` [](gh:o/r)\n'
    const html = String(
      unified()
        .use(remarkParse)
        .use(remarkMyst, {config: {numbering: true, urlSchemes: {gh: 'https://github.com/{{path}}'}}})
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(source)
    )
    expect(html).toContain('Fig. 1')
    expect(html).toContain('href="https://github.com/o/r"')
  })

  test('misuse throws a sentence', () => {
    const wrong: object = {config: {extensoins: []}}
    expect(() => unified().use(remarkParse).use(remarkMyst, wrong).freeze()).toThrow(
      /configuration is wrong: unknown "extensoins"/
    )
  })
})

/** Raw HTML is for the host to read or not; pages with it are left out of the comparison. */
function pagesOf(folder: string): [string, string][] {
  return Object.entries(readFolder(folder)).filter(([, text]) => {
    let raw = false
    visit(parse(text), 'html', () => {
      raw = true
    })
    return !raw
  })
}

function compare(name: string, text: string): void {
  const theirs = unified()
    .use(remarkParse)
    .use(remarkMyst, {page: 'index.md'})
    .use(remarkRehype)
    .use(rehypeStringify)
    .processSync(text)
  expect(String(theirs), name).toBe(render(text).html)
}

describe('the same HTML from a host and from render', () => {
  test('on every page of the fixtures', () => {
    for (const [name, text] of pagesOf(join(projectRoot, 'test/fixtures'))) compare(name, text)
  })

  test.skipIf(!hasShared)('on every page of the shared corpora without raw HTML', {timeout: 240_000}, () => {
    const pages = [...pagesOf(join(sharedRoot, 'corpus')), ...pagesOf(join(sharedRoot, 'sphinx'))]
    expect(pages.length).toBeGreaterThan(200)
    // All of them on CI, every tenth elsewhere.
    const step = process.env.CI ? 1 : 10
    pages.forEach(([name, text], index) => {
      if (index % step === 0) compare(name, text)
    })
  })
})
