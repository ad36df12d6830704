/** What a site shows for a page in another format: its title, why no more, its source, and the places in it. */
import type {ElementContent, Root} from 'hast'
import {serialize} from '../html/serialize.js'
import type {WordKey} from '../html/words.js'
import {docname} from '../names/paths.js'
import type {RenderedPage} from '../pipeline/render-page.js'
import type {PageRecord} from '../references/record.js'

/** Stand in for a page; every place that links lead to is there. */
export function unrenderedPage(
  record: PageRecord,
  sourceUrl: string,
  word: (key: WordKey) => string
): RenderedPage {
  const {page, titleText, headings, targets} = record
  const title = titleText ?? docname(page)
  const [first, ...sections] = headings
  const ids = new Set(headings.map(({id}) => id))
  const places = targets.map(({id}) => id).filter((id) => !ids.has(id))
  const text = (value: string): ElementContent => ({type: 'text', value})
  const element = (
    tagName: string,
    properties: Record<string, string>,
    children: ElementContent[]
  ): ElementContent => ({type: 'element', tagName, properties, children})
  const hast: Root = {
    type: 'root',
    children: [
      element('h1', first ? {id: first.id} : {}, [text(title)]),
      ...[...new Set(places)].map((id) => element('span', {id}, [])),
      element('p', {}, [
        text(`${word('notRendered')} `),
        element('a', {href: sourceUrl, download: ''}, [text(word('source'))])
      ]),
      ...(sections.length > 0
        ? [
            element(
              'ul',
              {},
              sections.map((section) => element('li', {id: section.id}, [text(section.text)]))
            )
          ]
        : [])
    ]
  }
  return {
    html: serialize(hast),
    hast,
    tree: {type: 'root', children: []},
    parsedBy: '',
    messages: [],
    references: [],
    title,
    outline: [],
    frontMatter: {},
    files: [page],
    reads: []
  }
}
