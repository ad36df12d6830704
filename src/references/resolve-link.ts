/** Markdown links: which are addresses and which are references (ARCHITECTURE, Decisions; MyST-Parser's render_link). */
import {isSafeUrl, runsScript} from '../ast/url.js'
import {normalizeLabel} from '../names/labels.js'
import {decodeEscapes, docname, projectPath} from '../names/paths.js'
import {pageCandidate} from './candidates.js'
import type {PageIndex} from './inventory.js'
import {lookUp} from './look-up.js'
import {nearLabels, nearPages, otherForms, seenFrom} from './near.js'
import type {Note, Resolution} from './resolution.js'
import {resolveInvLink} from './resolve-external.js'
import {resolveScheme} from './resolve-scheme.js'
import {
  address,
  findAnchor,
  findAnchorAnyCase,
  findPage,
  findPageAnyCase,
  found,
  missing,
  missingOrMade,
  type Search,
  step
} from './search.js'
import {linkAddress} from './spell.js'

const pageEnding = /\.(?:md|markdown|myst|rst|ipynb)$/i

/** Resolve the target of `[text](target)`. */
export function resolveLink(search: Search, target: string): Resolution {
  if (target.startsWith('#')) return resolveFragment(search, target.slice(1))
  const scheme = /^[a-z][a-z\d+.-]*(?=:)/i.exec(target)?.[0].toLowerCase()
  if (scheme === 'inv') return resolveInvLink(search, target)
  if (scheme === 'project' || scheme === 'path') {
    const local = target.slice(scheme.length + 1)
    return local.startsWith('#') ? resolveFragment(search, local.slice(1)) : resolvePath(search, local, true)
  }
  if (target.startsWith('//')) return address(search, target)
  if (scheme !== undefined) {
    const other = resolveScheme(search, target, scheme)
    if (other) return other
    if (isSafeUrl(target)) return address(search, target)
    // A label may begin like a scheme that browsers act on, as `about:us`; its address is the page's own.
    if (runsScript(target)) return lookUp(search, target, 'label') ?? unsafe(search, target)
    // `fig:plot` looks like an address with a scheme: labels with a colon do.
    return lookUp(search, target, 'name') ?? missingTarget(search, target, 'address')
  }
  return resolvePath(search, target, false)
}

/** An address given to a directive or role: a link, but one out of the page that leads to nothing we know stays as it is written. */
export function resolveUrl(search: Search, target: string): Resolution {
  const answer = resolveLink(search, target)
  if (answer.status !== 'missing' || target.startsWith('#')) return answer
  const {ruleId, reason} = answer
  return isSafeUrl(target) ? address(search, target, [{ruleId, reason}]) : unsafe(search, target)
}

/** `#name`: whatever has that id. */
function resolveFragment(search: Search, fragment: string): Resolution {
  const name = decodeEscapes(fragment)
  if (name === '') return address(search, '#')
  const other = lookUp(search, name, 'anchor')
  if (other) return other
  const reason = `nothing on this page or in the project is called "${name}"`
  return missingOrMade(search, 'unknown-label', name, reason, () => [
    ...otherForms(search, name, 'address'),
    ...nearLabels(search, name).map((label) => linkAddress(`#${label}`))
  ])
}

/** A path with or without fragment, or a bare word. */
function resolvePath(search: Search, target: string, forced: boolean): Resolution {
  const hash = target.indexOf('#')
  const path = decodeEscapes(hash === -1 ? target : target.slice(0, hash))
  const fragment = hash === -1 ? undefined : decodeEscapes(target.slice(hash + 1))
  const word = /^[^/.?#]+$/.test(target)
  if (word || !/[/?#]/.test(target)) {
    const named = word || !pageEnding.test(path) ? lookUp(search, decodeEscapes(target), 'name') : undefined
    if (named) return named
  }
  const page = findPage(search, path)
  if (page) return placeOn(search, page, path, fragment)
  const full = projectPath(search.from, path)
  if (full !== undefined && search.hasFile) {
    if (step(search, `file "${full}"`, search.hasFile(full) || undefined)) {
      return found(search, {
        kind: 'file',
        url: search.inventory.fileHref(search.from, full) + (hash === -1 ? '' : target.slice(hash)),
        remote: false,
        description: `file ${full}`,
        text: [{type: 'text', value: path.slice(path.lastIndexOf('/') + 1)}],
        page: full
      })
    }
  }
  // A label may have a slash.
  const named = !word && hash === -1 && path ? lookUp(search, path, 'name') : undefined
  if (named) return named
  if (word) return missingTarget(search, target, 'address')
  const made = word ? undefined : findPageOfHtml(search, target, path, fragment)
  if (made) return made
  if (pageEnding.test(path) || forced) {
    const differing = findPageAnyCase(search, path)
    const here = differing?.page === undefined ? undefined : search.inventory.pages.get(differing.page)
    if (differing && here) {
      const place = placeOn(search, here, path, fragment)
      return place.status === 'missing' ? place : {...place, notes: [...place.notes, ...differing.notes]}
    }
    // A project of one page knows no other pages: it leaves paths alone.
    if (search.inventory.pages.size <= 1 && !search.hasFile && !forced) return address(search, target)
    const near = nearPages(search, docname(path)).map(({record, ...page}) => {
      const there =
        fragment !== undefined && (page.explicit.has(normalizeLabel(fragment)) || page.implicit.has(fragment))
      return {there, address: seenFrom(search.from, record.page) + (there ? `#${fragment}` : '')}
    })
    return missing(search, 'unknown-document', `there is no page "${path}"`, [
      ...near.filter(({there}) => there).map(({address}) => linkAddress(address)),
      ...otherForms(search, fragment ?? docname(path), 'address'),
      ...near.map(({address}) => linkAddress(address))
    ])
  }
  const notes =
    search.hasFile && path && !path.startsWith('/')
      ? [
          {
            ruleId: 'unknown-file',
            reason: `there is no file "${full ?? path}" in the project; the address is left as it is`
          }
        ]
      : []
  return address(search, target, notes)
}

/** A page, or a place on it. */
function placeOn(search: Search, page: PageIndex, path: string, fragment: string | undefined): Resolution {
  if (!fragment) return found(search, pageCandidate(search, page))
  const anchor = findAnchor(search, page, fragment)
  if (anchor) return found(search, anchor)
  const differing = findAnchorAnyCase(search, page, fragment)
  if (differing) return differing
  const near = nearLabels(search, fragment, page.record.page).map((label) => linkAddress(`${path}#${label}`))
  return missing(search, 'unknown-anchor', `${page.record.page} has nothing called "${fragment}"`, [
    ...otherForms(search, fragment, 'address'),
    ...near
  ])
}

/** `page.html`, the file that is made of a page. A place that we do not know may still be in the file. */
function findPageOfHtml(
  search: Search,
  target: string,
  path: string,
  fragment: string | undefined
): Resolution | undefined {
  const name = /^(.+)\.html$/i.exec(path)?.[1]
  const page = name === undefined ? undefined : findPage(search, name)
  if (!page) return
  const place = placeOn(search, page, `${name}.md`, fragment)
  if (place.status === 'missing')
    return address(search, target, [{ruleId: place.ruleId, reason: place.reason}])
  const note: Note = {
    ruleId: 'html-link',
    reason: `"${path}" is made of ${page.record.page}; write "${name}.md${fragment ? `#${fragment}` : ''}", which is checked and follows the layout of the site`,
    severity: 'info'
  }
  return {...place, notes: [...place.notes, note]}
}

/** An address that no page may lead to. */
export function unsafe(search: Search, target: string): Resolution {
  const scheme = target.slice(0, target.indexOf(':'))
  return missing(
    search,
    'unsafe-url',
    `an address with "${scheme}:" may run script or open files, so it is no link; use https: or a path`
  )
}

/** @param form how suggestions are written: as a link has them, or as a role. */
export function missingTarget(search: Search, target: string, form: 'address' | 'markup'): Resolution {
  return missingOrMade(search, 'unknown-label', target, `there is no label or page "${target}"`, () => {
    const near = [
      ...nearLabels(search, target),
      ...nearPages(search, target).map(({record}) => docname(seenFrom(search.from, record.page)))
    ]
    return [...otherForms(search, target, form), ...(form === 'address' ? near.map(linkAddress) : near)]
  })
}
