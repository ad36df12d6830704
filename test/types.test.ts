/** What a caller's compiler must know; `npm run typecheck` reads this file, vitest runs it. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {describe, expect, expectTypeOf, test} from 'vitest'
import * as z from 'zod/mini'
import {
  type Card,
  type CrossReference,
  createProject,
  defineDirective,
  optionTypes,
  parse,
  type Resolution
} from '../src/index.js'

describe('types', () => {
  test('visiting a tree by type narrows the node', () => {
    const tree = parse(':::{card} Title\n:link: https://example.org\n:::\n')
    const links: string[] = []
    visit(tree, 'card', (node) => {
      expectTypeOf(node).toEqualTypeOf<Card>()
      links.push(node.reference?.target ?? '')
    })
    expect(links).toEqual(['https://example.org'])
    expectTypeOf(tree).toEqualTypeOf<Root>()
  })

  test('a resolution is a union on its status', () => {
    const resolution = createProject({pages: {'a.md': '# A\n'}}).resolve('{doc}`a`', {from: 'a.md'})
    expectTypeOf(resolution).toEqualTypeOf<Resolution>()
    if (resolution.status === 'missing') expectTypeOf(resolution.suggestions).toEqualTypeOf<string[]>()
    else expectTypeOf(resolution.url).toEqualTypeOf<string>()
    if (resolution.status === 'ambiguous')
      expectTypeOf(resolution.candidates[0]?.url).toEqualTypeOf<string | undefined>()
    // @ts-expect-error a missing reference has no address
    expect(resolution.url).toBe('a.html')
  })

  test('a directive gets its options as its schemas read them', () => {
    const directive = defineDirective({
      name: 'shout',
      doc: 'Loud text.',
      options: {times: z.optional(optionTypes.integer(1)), color: z.optional(optionTypes.color)},
      build({options, children}) {
        expectTypeOf(options.times).toEqualTypeOf<number | undefined>()
        expectTypeOf(options.color).toExtend<string | undefined>()
        // @ts-expect-error no such option
        expect(options.colour).toBeUndefined()
        return {type: 'div', class: `loud-${options.times ?? 1}`, children}
      }
    })
    const tree = parse(':::{shout}\n:times: 3\nHey\n:::\n', {directives: [directive]})
    expect(tree.children[0]).toMatchObject({type: 'div', class: 'loud-3'})
  })

  test('a cross-reference says what it asked for', () => {
    visit(parse('{doc}`x`'), 'crossReference', (node) => {
      expectTypeOf(node).toEqualTypeOf<CrossReference>()
      expect(node.reference).toMatchObject({role: 'doc', target: 'x', explicit: false})
    })
  })

  test('a configuration with an unknown key does not compile, and throws', () => {
    // @ts-expect-error no such key
    expect(() => createProject({pages: {}, config: {extension: []}})).toThrow(/unknown "extension"/)
  })

  test('a reference without its page does not compile, and throws', () => {
    const project = createProject({pages: {'a.md': '(l)=\n# A'}})
    const says = 'mystmark: resolve takes a reference as text and {from: "path.md"}'
    // @ts-expect-error the page is missing
    expect(() => project.resolve('[](#l)')).toThrow(says)
    // @ts-expect-error a reference is a text
    expect(() => project.resolve(undefined, {from: 'a.md'})).toThrow(says)
  })
})
