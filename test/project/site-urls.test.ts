import {describe, expect, test} from 'vitest'
import {encodePath} from '../../src/names/paths.js'
import {sitePlaces} from '../../src/project/site-urls.js'

describe('where pages stand', () => {
  const pages = ['index.md', 'about/index.md', 'about/team.md', 'notes #1.md']

  test.each([
    ['index.md', 'index.html', 'index.html'],
    ['about/index.md', 'about/index.html', 'about/index.html'],
    ['about/team.md', 'about/team.html', 'about/team.html'],
    ['notes #1.md', 'notes #1.html', 'notes%20%231.html']
  ])('as files: %s is written to %s, its address is %s', (page, file, url) => {
    const places = sitePlaces(pages, {root: 'index.md'})
    expect([places.file(page), places.url(page)]).toEqual([file, url])
  })

  test.each([
    ['index.md', 'index.html', ''],
    ['about/index.md', 'about/index.html', 'about/'],
    ['about/team.md', 'about/team/index.html', 'about/team/'],
    ['notes #1.md', 'notes #1/index.html', 'notes%20%231/']
  ])('as folders: %s is written to %s, its address is "%s"', (page, file, url) => {
    const places = sitePlaces(pages, {style: 'folder', root: 'index.md'})
    expect([places.file(page), places.url(page)]).toEqual([file, url])
  })

  test('the root page is at index.html whatever it is called', () => {
    expect(sitePlaces(['README.md'], {root: 'README.md'}).file('README.md')).toBe('index.html')
  })

  test('no two pages are written to one file, and who had to move is said', () => {
    const pages = ['about.md', 'about/index.md', 'x.md', 'x.markdown', 'index.md', 'README.md']
    const places = sitePlaces(pages, {style: 'folder', root: 'README.md'})
    expect(new Set(pages.map(places.file)).size).toBe(pages.length)
    expect(places.taken).toEqual([
      {page: 'index.md', by: 'README.md', file: 'index.md.html'},
      {page: 'about.md', by: 'about/index.md', file: 'about.html'},
      {page: 'x.markdown', by: 'x.md', file: 'x.html'}
    ])
  })

  test('a page called 404 is where servers look for it', () => {
    expect(sitePlaces(['404.md'], {style: 'folder'}).file('404.md')).toBe('404.html')
  })

  test('a lone surrogate in a path is no exception', () => {
    expect(encodePath('a\ud800?.html')).toBe('a%EF%BF%BD%3F.html')
  })
})
