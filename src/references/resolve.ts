/** The one door to the resolver: a reference and the page that asks, in; a {@link Resolution}, out. */
import type {Reference} from '../ast/nodes.js'
import {isSafeUrl} from '../ast/url.js'
import {docname, projectPath} from '../names/paths.js'
import {repairExternalRole} from '../syntax/role/external.js'
import {pageCandidate} from './candidates.js'
import {typesOfRole} from './domains.js'
import {lookUp} from './look-up.js'
import {nearDefined, nearLabels, nearPages, otherForms, seenFrom} from './near.js'
import type {Resolution} from './resolution.js'
import {findInInventories, resolveExternalRole} from './resolve-external.js'
import {missingTarget, resolveLink, resolveUrl, unsafe} from './resolve-link.js'
import {resolveObject} from './resolve-object.js'
import {
  address,
  choose,
  findPage,
  findPageAnyCase,
  findTerms,
  found,
  missing,
  missingOrMade,
  type Search,
  step
} from './search.js'

/**
 * Resolve a reference.
 *
 * The order is one for all forms: {@link lookUp}.
 */
export function resolveReference(search: Search, reference: Reference): Resolution {
  const {role, domain, target, external} = reference
  if (!target)
    return missing(search, 'empty-reference', 'the target is empty: write what the reference leads to')
  if (domain !== undefined) return resolveObject(search, domain, role, target)
  switch (role) {
    case 'url':
    case 'html':
      return resolveUrl(search, target)
    case 'link':
    case 'myst':
      return resolveLink(search, target)
    case 'doc':
      return resolveDoc(search, target)
    case 'ref':
    case 'numref':
    case 'eq':
    case 'keyword':
    case 'prf:ref':
      return resolveRef(search, target)
    case 'term':
      return resolveTerm(search, target)
    case 'download':
      return resolveDownload(search, target)
    case 'external':
      return external ? resolveExternalRole(search, external, target) : malformedExternal(search, reference)
    default:
      return lookUp(search, target, 'name') ?? missingTarget(search, target, 'markup')
  }
}

function malformedExternal(search: Search, {name}: Reference): Resolution {
  const written = name?.value ?? 'external'
  const meant = repairExternalRole(written)
  const reason = `"${written}" is no role for another project; write external:ROLE, external:DOMAIN:ROLE or external+INVENTORY:DOMAIN:ROLE`
  return {...missing(search, 'malformed-external-role', reason, meant), part: 'name'}
}

/** `{doc}`: a page; one of another project only by its key, as `key:name`. */
function resolveDoc(search: Search, target: string): Resolution {
  const page = findPage(search, target)
  if (page) return found(search, pageCandidate(search, page))
  if (/^[^/:]+:./.test(target)) {
    const other = findInInventories(search, typesOfRole('doc'), target)
    if (other) return other
  }
  const differing = findPageAnyCase(search, target)
  if (differing) return differing
  return missingOrMade(search, 'unknown-document', target, `there is no page "${target}"`, () => [
    ...otherForms(search, target, 'markup'),
    ...nearPages(search, target).map(({record}) => docname(seenFrom(search.from, record.page)))
  ])
}

/** `{ref}`: a label. */
function resolveRef(search: Search, target: string): Resolution {
  const named = lookUp(search, target, 'label')
  if (named) return named
  return missingOrMade(search, 'unknown-label', target, `there is no label "${target}"`, () => [
    ...otherForms(search, target, 'markup'),
    ...nearLabels(search, target, search.from, typesOfRole('ref'))
  ])
}

/** `{term}`: exact, then blind to case; then the glossaries of other projects. */
function resolveTerm(search: Search, target: string): Resolution {
  const own = choose(search, findTerms(search, target), `term "${target}"`)
  if (own) return own
  const asked = typesOfRole('term')
  const other = findInInventories(search, asked, target)
  if (other) return other
  return missing(search, 'unknown-term', `no glossary has a term "${target}"`, [
    ...otherForms(search, target, 'markup'),
    ...nearDefined(search, target, asked)
  ])
}

/** `{download}`: a file of the project, or an address. */
function resolveDownload(search: Search, target: string): Resolution {
  const path = projectPath(search.from, target)
  const isFile = path !== undefined && search.hasFile?.(path)
  // The name of a file may look as if it had a scheme.
  if (!isFile && /^[a-z][a-z\d+.-]*:/i.test(target))
    return isSafeUrl(target) ? address(search, target) : unsafe(search, target)
  // A place on a page is no file.
  if (!search.hasFile && !target.startsWith('#')) return address(search, target)
  if (path !== undefined && step(search, `file "${path}"`, isFile || undefined)) {
    return found(search, {
      kind: 'file',
      url: search.inventory.fileHref(search.from, path),
      remote: false,
      description: `file ${path}`,
      text: [{type: 'text', value: target}],
      page: path
    })
  }
  return missing(
    search,
    'unknown-file',
    `there is no file "${path ?? target}" in the project; paths count from the page's folder, with / from the root`
  )
}
