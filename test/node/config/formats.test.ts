import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildSite} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'
import {brief, load, told} from './support.js'

const pages = {
  'index.md': '# Home\n\n{doc}`notes` {doc}`old` [](notes.txt) {ref}`deep` {doc}`log`\n',
  'notes.txt': '(deep)=\n# Notes\n',
  'old.rst': 'Old\n===\n',
  'log.markdown': '# Log\n'
}

describe('source_suffix', () => {
  test('of conf.py says which names are pages, and which of them are Markdown', async () => {
    const loaded = await load({
      ...pages,
      'conf.py': 'source_suffix = {".rst": "restructuredtext", ".txt": "markdown", ".markdown": "myst-nb"}\n'
    })
    expect(told(loaded.messages).map((line) => line.slice(0, 52))).toEqual([
      'old.rst page-not-rendered the page is reStructuredTe'
    ])
    expect(loaded.project.pages).toEqual(['index.md', 'log.markdown', 'notes.txt'])
    const {html, messages} = loaded.project.render('index.md')
    expect(messages).toEqual([])
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'notes.html',
      'old.html',
      'notes.html',
      'notes.html#deep',
      'log.html'
    ])
    const out = join(folderWith({}), 'site')
    await buildSite({loaded, out})
    expect(existsSync(join(out, 'notes.html'))).toBe(true)
  })

  test.each([
    ['nothing', '', ['index.md'], ['old.rst']],
    ['one ending', 'source_suffix = ".md"\n', ['index.md'], []],
    ['a list', 'source_suffix = [".md", ".txt"]\n', ['index.md'], ['notes.txt']],
    ['Markdown alone', 'source_suffix = {".txt": "markdown"}\n', ['index.md', 'notes.txt'], []],
    [
      'what would have to be run',
      'import os\nsource_suffix = {".txt": "markdown", ".rst": os.sep}\n',
      ['index.md', 'notes.txt'],
      []
    ]
  ])('with %s', async (_, conf, rendered, others) => {
    const {project, unrendered} = await load({...pages, 'conf.py': conf})
    expect([project.pages, unrendered.map(({page}) => page)]).toEqual([rendered, others])
  })

  test('reStructuredText under another ending is read as such', async () => {
    const {project} = await load({
      'index.md': '# Home\n\n{doc}`a`\n',
      'a.txt': '.. _t:\n\nTitle\n=====\n',
      'conf.py': 'source_suffix = {".txt": "restructuredtext"}\n'
    })
    expect(project.render('index.md').html).toContain(
      '<a class="myst-not-rendered reference internal" href="a.html">Title</a>'
    )
  })

  test('endings and parsers that mean nothing here are said', async () => {
    const {messages} = await load({
      ...pages,
      'conf.py': 'source_suffix = {".mkd": "markdown", ".txt": "jupytext"}\n'
    })
    expect(told(messages.filter(({file}) => file === 'conf.py'))).toEqual([
      'conf.py:1:26-1:36 config-without-effect "source_suffix": has no effect here: pages end in .md, .markdown, .myst, .txt, .rst, .ipynb, not in ".mkd"; rename them',
      'conf.py:1:46-1:56 config-without-effect "source_suffix": has no effect here: what the parser "jupytext" reads is no page'
    ])
  })

  test('of two pages of one name the first ending counts, which is said', async () => {
    const {project, messages} = await load({
      'a.txt': '# Text',
      'a.md': '# Markdown',
      'conf.py': 'source_suffix = {".txt": "markdown"}\n'
    })
    expect(project.pages).toEqual(['a.md'])
    expect(brief(messages)).toEqual(['a.txt page-name'])
  })

  test('`formats` of our own configuration says the same, over it', async () => {
    const {project, unrendered} = await load({
      ...pages,
      'conf.py': '',
      'mystmark.config.json': '{"formats": {".txt": "markdown", ".markdown": "markdown"}}'
    })
    expect(project.pages).toEqual(['index.md', 'log.markdown', 'notes.txt'])
    expect(unrendered.map(({page}) => page)).toEqual(['old.rst'])
    const {messages} = await load({
      ...pages,
      'mystmark.config.json': '{"formats": {".mkd": "markdown", ".txt": "text"}}'
    })
    expect(told(messages)).toEqual([
      expect.stringContaining('not in ".mkd"; rename them'),
      expect.stringContaining('write "markdown" or "restructuredtext" or "notebook"')
    ])
  })

  test('of a book, where notebooks are pages anyway', async () => {
    const {project, unrendered} = await load({
      ...pages,
      'run.ipynb': '{"cells": []}',
      '_config.yml': 'execute: {}\nsphinx: {config: {source_suffix: {.txt: markdown}}}\n'
    })
    expect(project.pages).toEqual(['index.md', 'notes.txt'])
    expect(unrendered.map(({page}) => page)).toEqual(['run.ipynb'])
  })
})
