/** Roles whose text is read: numbers of standards, formulas, quantities, values of notebooks. */
import type {PhrasingContent} from 'mdast'
import type {CrossReference} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {defineRole, type Role, type RoleCall} from './define.js'
import {parseQuantity} from './quantity.js'

/** Standards by number; what stands behind `#` is a place in them. */
const standards: readonly [name: string, title: string, address: (number: string) => string][] = [
  ['pep', 'PEP', (number) => `https://peps.python.org/pep-${number.padStart(4, '0')}/`],
  ['rfc', 'RFC', (number) => `https://datatracker.ietf.org/doc/html/rfc${number}.html`],
  ['cve', 'CVE', (number) => `https://www.cve.org/CVERecord?id=CVE-${number}`],
  ['cwe', 'CWE', (number) => `https://cwe.mitre.org/data/definitions/${number}.html`]
]

const standardRoles = standards.map(([name, title, address]) =>
  defineRole({
    name,
    aliases: name === 'pep' || name === 'rfc' ? [`${name}-reference`] : [],
    build: (call) => standard(call, title, address)
  })
)

function standard(
  {value, place, node, report, name}: RoleCall,
  title: string,
  address: (number: string) => string
): PhrasingContent {
  const {text, target, targetStart, targetEnd} = parseTextAndTarget(value)
  const [, number, anchor = ''] = /^(\d[\d-]{0,20})(#\S+)?$/.exec(target) ?? []
  const position = place(targetStart, targetEnd)
  if (number === undefined) {
    report({
      ruleId: 'invalid-number',
      reason: `${name}: "${target}" is not the number of a ${title}; write it alone, or with a part: 8#section`,
      position
    })
    return textNode(value, place(0, value.length))
  }
  const part = anchor ? ` ${anchor.slice(1).replaceAll('-', ' ')}` : ''
  const reference: CrossReference = {
    type: 'crossReference',
    kind: name,
    label: target,
    identifier: target,
    class: name.split('-')[0],
    reference: {
      role: 'url',
      target: address(number) + anchor,
      explicit: true,
      ...(position ? {position} : {})
    },
    children: [{type: 'strong', children: [textNode(text ?? `${title} ${number}${part}`, position)]}],
    ...(node.position ? {position: node.position} : {})
  }
  return reference
}

const chem = defineRole({
  name: 'chem',
  aliases: ['chemicalFormula'],
  build: ({value}) => ({type: 'chemicalFormula', value: value.trim()})
})

const si = defineRole({
  name: 'si',
  build({value}) {
    const {number, unit} = parseQuantity(value)
    return {type: 'si', value, unit, ...(number ? {number} : {})}
  }
})

const index = defineRole({
  name: 'index',
  aliases: ['i'],
  build({value, place}) {
    const {text, target, targetStart, targetEnd} = parseTextAndTarget(value)
    if (text !== undefined)
      return {type: 'span', kind: 'index', children: [textNode(text, place(0, text.length))]}
    const bare = target.replace(/^!?\s*(?:(?:single|pair|triple):\s*)?/, '')
    return {
      type: 'span',
      kind: 'index',
      children: [textNode(bare, place(targetEnd - bare.length, targetEnd) ?? place(targetStart, targetEnd))]
    }
  }
})

const button = defineRole({
  name: 'button',
  build({value, place, node}) {
    const {text, textEnd, target, targetStart, targetEnd} = parseTextAndTarget(value)
    const position = place(targetStart, targetEnd)
    return {
      type: 'button',
      color: 'primary',
      reference: {role: 'link', target, explicit: text !== undefined, ...(position ? {position} : {})},
      children: text === undefined ? [] : [textNode(text, place(textEnd - text.length, textEnd))],
      ...(node.position ? {position: node.position} : {})
    }
  }
})

/** What a notebook, or docutils, would have computed. */
const computed = [
  'nb-download',
  'sub-ref',
  'eval',
  'glue',
  'glue:',
  'glue:any',
  'glue:text',
  'glue:md',
  'glue:figure',
  'glue:math'
].map((name) =>
  defineRole({
    name,
    build({value, place, node, host}) {
      host.reportOnce({
        ruleId: 'not-run',
        reason: `${node.name} stands for what another program makes when it runs; its name is shown`,
        position: node.data?.namePosition,
        severity: 'info'
      })
      const shown = parseTextAndTarget(value).text ?? value
      return {type: 'span', kind: 'not-run', children: [textNode(shown, place(0, shown.length))]}
    }
  })
)

const raw = defineRole({
  name: 'raw',
  matches: (name) => name.startsWith('raw:'),
  build({name, value}) {
    const format = name.toLowerCase().replace(/^raw:?/, '')
    return format === 'html' ? {type: 'html', value} : {type: 'raw', lang: format, value}
  }
})

/** All roles whose text is read. */
export const valueRoles: readonly Role[] = [...standardRoles, chem, si, index, button, ...computed, raw]
