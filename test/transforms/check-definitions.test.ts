import {describe, expect, test} from 'vitest'
import {createProject, render} from '../../src/index.js'

const said = (source: string): string[] => render(source).messages.map(String)

describe('a label that is defined twice', () => {
  test('of footnotes is said, the words stay, and every mark and back link has its other end', () => {
    const source = 'a[^n]\n\n[^n]: first\n\n> [^N]: second[^n]'
    const {html} = render(source)
    expect(said(source)).toEqual([
      'index.md:5:3-5:7: [^N] is defined in line 3 already, which counts; this note stands at the end of the page without a mark: choose another label'
    ])
    expect(html).toContain('second')
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const ends = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(ends).toHaveLength(4)
    expect(ends.filter((id) => !ids.has(id))).toEqual([])
  })

  test('of links is said, unless both lead to one address', () => {
    expect(said('[a]\n\n[a]: http://b.example\n[A]: http://c.example')).toEqual([
      'index.md:4:1-4:4: [A] is defined in line 3 already, which counts; this one leads nowhere: choose another label'
    ])
    expect(said('[a]\n\n[a]: http://b.example\n[a]: http://b.example')).toEqual([])
    expect(said('[a] [^a]\n\n[a]: http://b.example\n\n[^a]: A note.')).toEqual([])
  })

  test('is no fault where one file is included twice', () => {
    const project = createProject({
      pages: {'index.md': ':::{include} part.txt\n:::\n\n:::{include} part.txt\n:::\n'},
      files: (path) => (path === 'part.txt' ? 'a[^n]\n\n[^n]: note\n' : undefined)
    })
    expect(project.check().map(String)).toEqual([])
  })
})
