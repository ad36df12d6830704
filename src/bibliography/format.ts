/** A work as a paragraph of a bibliography, as BibTeX's plain style has it. */
import type {PhrasingContent} from 'mdast'
import {joinNames} from './labels.js'
import {dateOf, lastName, type Person, type Work} from './work.js'

/** Words of a sentence. */
type Words = PhrasingContent[]

/**
 * Write a work: names, title, where it appeared, notes and addresses, each a sentence.
 *
 * @example
 * formatWork(work) // Ada North. Tides at the mole. *The Harbour*, 3(2):4–9, 1921.
 */
export function formatWork(work: Work): PhrasingContent[] {
  const {authors, editors, note} = work
  const names = authors.length > 0 ? fullNames(authors) : editors.length > 0 ? edited(editors) : ''
  const sentences = [text(names), ...body(work), note ? rich(note) : [], ...addresses(work)]
  return join(
    sentences.filter((words) => words.length > 0),
    ' ',
    withStop
  )
}

function body(work: Work): Words[] {
  const {type, title, container, volume, number, pages, publisher, place, edition, series, genre} = work
  const date = dateOf(work)
  const editionWords = edition && (/edition|ed\./i.test(edition) ? edition : `${edition} edition`)
  const inSeries = volume
    ? `volume ${volume}${series ? ` of ${series}` : ''}`
    : series
      ? number
        ? `number ${number} in ${series}`
        : series
      : ''
  switch (type) {
    case 'article':
    case 'periodical': {
      const issue = `${volume ?? ''}${number ? `(${number})` : ''}`
      const place = issue ? `${issue}${pages ? `:${dashed(pages)}` : ''}` : pagesOf(pages)
      return [rich(title), list(emphasis(container), text(place), text(date))]
    }
    case 'book':
    case 'mvbook':
    case 'collection':
    case 'proceedings':
    case 'manual':
    case 'booklet':
      return [
        emphasis(title),
        list(text(inSeries), rich(publisher), rich(place), text(editionWords), text(date))
      ]
    case 'inproceedings':
    case 'conference':
    case 'incollection':
    case 'inbook': {
      const editors = work.authors.length > 0 && work.editors.length > 0 ? edited(work.editors) : ''
      return [
        rich(title),
        container
          ? [
              ...text('In '),
              ...list(text(editors), emphasis(container), text(inSeries), text(pagesOf(pages)))
            ]
          : text(capital(pagesOf(pages))),
        list(rich(publisher), rich(place), text(editionWords), text(date))
      ]
    }
    case 'phdthesis':
    case 'mastersthesis':
    case 'thesis':
      return [
        emphasis(title),
        list(
          text(genre ?? (type === 'mastersthesis' ? "Master's thesis" : 'PhD thesis')),
          rich(publisher),
          rich(place),
          text(date)
        )
      ]
    case 'techreport':
    case 'report':
      return [
        rich(title),
        list(
          text([genre ?? 'Technical Report', number].filter(Boolean).join(' ')),
          rich(publisher),
          rich(place),
          text(date)
        )
      ]
    default:
      return [
        rich(title),
        list(emphasis(container), rich(work.howPublished), rich(publisher), rich(place), text(date))
      ]
  }
}

function addresses({url, doi, eprint}: Work): Words[] {
  const bare = doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  return [
    url && !(bare && url.endsWith(bare)) ? [...text('URL: '), link(url, url)] : [],
    eprint ? [link(`https://arxiv.org/abs/${eprint}`, `arXiv:${eprint}`)] : [],
    bare ? [link(`https://doi.org/${bare}`, `doi:${bare}`)] : []
  ]
}

function fullNames(persons: readonly Person[]): string {
  return joinNames(
    persons.map((person) => [person.given, lastName(person), person.suffix].filter(Boolean).join(' '))
  )
}

const edited = (editors: readonly Person[]): string =>
  `${fullNames(editors)}, editor${editors.length > 1 ? 's' : ''}`

const dashed = (pages: string): string => pages.replace(/(?<!\s)\s*-[-\s]*/g, '–')

function pagesOf(pages: string | undefined): string {
  return pages ? `${/[-–,]/.test(pages) ? 'pages' : 'page'} ${dashed(pages)}` : ''
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

function text(value: string | undefined): Words {
  return value ? [{type: 'text', value}] : []
}

function link(url: string, shown: string): PhrasingContent {
  return {type: 'link', url, children: [{type: 'text', value: shown}]}
}

function emphasis(value: string | undefined): Words {
  return value ? [{type: 'emphasis', children: rich(value)}] : []
}

const list = (...parts: Words[]): Words =>
  join(
    parts.filter((words) => words.length > 0),
    ', '
  )

function join(parts: readonly Words[], between: string, finish = (words: Words): Words => words): Words {
  return parts.flatMap((words, index) => [
    ...(index > 0 ? text(between) : []),
    ...finish(index === 0 || between !== ' ' ? words : words)
  ])
}

/** A sentence ends once. */
function withStop(words: Words): Words {
  const last = words.at(-1)
  if (last?.type === 'link') return [...words, {type: 'text', value: '.'}]
  const said = last && 'value' in last ? last.value : ''
  return /[.!?]$/.test(said) ? words : [...words, {type: 'text', value: '.'}]
}

const nodes: Readonly<Record<string, 'emphasis' | 'strong' | 'superscript' | 'subscript'>> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
  sup: 'superscript',
  sub: 'subscript'
}

/** A text with its few tags as nodes; tags do not stand in each other. */
export function rich(value: string | undefined): PhrasingContent[] {
  if (!value) return []
  const out: PhrasingContent[] = []
  const bare = value.replace(/<\/?span(?: [^>]*)?>/g, '')
  let end = 0
  for (const {0: all, 1: tag = '', 2: inner = '', index} of bare.matchAll(
    /<(i|b|em|strong|sup|sub)>([^<]*)<\/\1>/g
  )) {
    out.push(...text(bare.slice(end, index)))
    const type = nodes[tag]
    if (type) out.push({type, children: text(inner)})
    end = index + all.length
  }
  out.push(...text(bare.slice(end)))
  return out
}
