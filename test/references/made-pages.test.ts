import {describe, expect, test} from 'vitest'
import {createProject} from '../../src/index.js'
import {readObjectsInv} from '../../src/inventories.js'
import {inventoryBytes} from '../folder.js'

const check = (source: string, more: Record<string, string> = {}, flavour: 'sphinx' | 'mystmd' = 'sphinx') =>
  createProject({pages: {'a/index.md': source, ...more}, config: {flavour}})

describe('pages that Sphinx makes', () => {
  test.each([
    ['{ref}`genindex`', 7, 'its index'],
    ['{ref}`the index <genindex>`', 18, 'its index'],
    ['{ref}`modindex`', 7, 'its index of modules'],
    ['{ref}`search`', 7, 'its search'],
    ['{any}`py-modindex`', 7, 'its index of modules'],
    ['[](genindex)', 4, 'its index'],
    ['[](#search)', 4, 'its search'],
    ['{doc}`/genindex`', 7, 'its index'],
    ['```{toctree}\n/genindex\n```', 1, 'its index']
  ])('are said to be none of ours: %s', (source, column, which) => {
    const [message, ...others] = check(source, {'a/searches.md': '(genindexes)=\n# S'}).check()
    expect(others).toEqual([])
    expect([message?.ruleId, message?.column]).toEqual(['made-page', column])
    expect(message?.reason).toMatch(
      new RegExp(
        `is a page that Sphinx makes, ${which}, and mystmark does not; leave the reference out, or write a page "`
      )
    )
  })

  test('stand for a page of that name', () => {
    const project = check('{ref}`search` {ref}`words <genindex>`', {
      'search.md': '# Find',
      'genindex.md': '# Words'
    })
    expect(project.check()).toEqual([])
    expect(project.render('a/index.md').html).toBe(
      '<p><a class="reference internal" href="../search.html">Find</a> <a class="reference internal" href="../genindex.html">words</a></p>'
    )
  })

  test('give way to labels of that name, here and in other projects', () => {
    const project = check('(search)=\n# How to search\n\n{ref}`search`', {'search.md': '# Find'})
    expect(project.render('a/index.md').html).toContain('href="#search">How to search</a>')
    const other = createProject({
      pages: {'index.md': '{external:ref}`genindex`'},
      inventories: {
        py: readObjectsInv(inventoryBytes('py', '3', ['genindex std:label -1 genindex.html Index']), {
          baseUrl: 'https://py.example/'
        })
      }
    })
    expect(other.render('index.md').html).toContain('href="https://py.example/genindex.html"')
  })

  test('are names like others in the flavour of mystmd', () => {
    const [message] = check('[](#search)', {'a/b.md': '(searches)=\n# S'}, 'mystmd').check()
    expect([message?.ruleId, message?.reason]).toEqual([
      'unknown-label',
      expect.stringContaining('did you mean')
    ])
  })
})
