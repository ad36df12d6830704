/** Roles that cite works of the project's bibliography. */
import type {Cite} from '../ast/nodes.js'
import {text} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {defineRole, type Role} from '../roles/define.js'
import {parseCitedKeys} from './keys.js'

const forms = 'p ps t ts ct cts'
const parts =
  'empty alp alps label labelpar year yearpar author authors authorpar authorpars cauthor cauthors title'

/** `{cite}`, `{footcite}` and their forms: keys between commas, with words in braces before and behind each. */
export const citationRoles: readonly Role[] = [
  citing('cite', 'Works of the bibliography, by their keys.', `${forms} ${parts}`),
  citing('footcite', 'Works of the bibliography as footnotes, by their keys.', forms)
]

function citing(name: string, doc: string, names: string): Role {
  return defineRole({
    name,
    aliases: names.split(' ').map((form) => `${name}:${form}`),
    doc,
    build({name: written, value, place}) {
      const role = written.toLowerCase()
      const kind = /:c?ts?$/.test(role) ? 'narrative' : 'parenthetical'
      const children = parseCitedKeys(value).map(({key, start, ...words}): Cite => {
        const position = place(start, start + key.length)
        const {prefix, suffix} = words
        const said = `${prefix ? `${prefix} ` : ''}${key}${suffix ? `, ${suffix}` : ''}`
        return {
          type: 'cite',
          kind,
          label: key,
          identifier: normalizeLabel(key),
          ...words,
          children: [text(said, position)],
          ...(position ? {position} : {})
        }
      })
      return {type: 'citeGroup', kind, role, children}
    }
  })
}
