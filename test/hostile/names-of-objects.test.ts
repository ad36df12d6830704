/** Names that every object has are names like all others, wherever an author may write one. */
import {expect, test} from 'vitest'
import {type Config, createProject, render} from '../../src/node/index.js'

const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toJSON', 'length']

const page = (name: string): string => `---
${name}: x
myst:
  substitutions:
    ${name}: y
---
(${name})=
# ${name}

{${name}}\`a\` {py:${name}}\`a\` {${name}:func}\`a\` {ref}\`${name}\` {doc}\`${name}\` {term}\`${name}\`
{external:${name}}\`a\` {external+${name}:${name}:${name}}\`a\` {octicon}\`${name}\` {fas}\`${name}\` {si}\`1 <\\${name}>\`
{bdg-${name}}\`a\` {abbr}\`${name}\` {cite}\`${name}\` @${name} {index}\`a <${name}: b>\` {${name} .${name} #${name}}\`a\`
[a](${name}:b) [a](inv:${name}:${name}:${name}#${name}) [](#${name}) [${name}] [^${name}] [a]{#${name} .${name} ${name}=${name}}
{{ ${name} }} {{ ${name}.${name} }} {{ a | ${name} }} {{ "a" | default("b").${name} }} $\\${name}$ &${name}; <${name}>a</${name}>

:${name}: field

${name}
: term

[${name}]: ${name}:${name}

[^${name}]: note

> [!${name}]
> a

:::{${name}} ${name}
:${name}: ${name}
a
:::

:::{prf:${name}} ${name}
:label: l-${name}
:enumerated:
a
:::

:::{figure} a.${name}
:kind: ${name}
:align: ${name}
:enumerated: true
a
:::

:::{note}
:class: ${name}
:icon: ${name}
a
:::

:::{only} ${name} and not ${name}
a
:::

:::{js:${name}} ${name}
:::
:::{${name}:function} ${name}
:::
:::{code-tab} ${name}
a
:::
:::{literalinclude} a.${name}
:::
:::{toctree}
${name}
:::
:::{button-ref} ${name}
:ref-type: ${name}
:color: ${name}
:::

\`\`\`${name}
a
\`\`\`

<div class="${name}" ${name}="${name}" style="${name}: ${name}"><img src="a.png" alt="&${name};" ${name}></div>
`

/** What would stand in a page for a function or an object of the program's. */
const leaked = /\[object |function \w*\(|native code|=> /

const config: Config = {extensions: 'all', headingAnchors: 3}

test.each(names)('%s', (name) => {
  const alone = render(page(name), {config: {...config, language: name, bibliographyStyle: 'plain'}})
  expect(alone.html).not.toMatch(leaked)
  expect(alone.messages.map(({reason}) => reason).join('\n')).not.toMatch(leaked)
  for (const flavour of ['sphinx', 'mystmd'] as const) {
    const path = `${name}.md`
    const project = createProject({
      pages: Object.fromEntries([
        ['index.md', page(name)],
        [path, page(name)]
      ]),
      inventories: Object.fromEntries([
        [
          name,
          {
            project: name,
            version: '',
            baseUrl: 'https://good.test/',
            messages: [],
            entries: [
              {name, domain: name, type: name, priority: 1, uri: name, displayName: name},
              {name, domain: 'py', type: 'function', priority: 1, uri: name, displayName: name}
            ]
          }
        ]
      ]),
      config: {
        ...config,
        flavour,
        numbering: {[name]: true},
        urlSchemes: {[name]: 'https://good.test/{{ path }}'},
        substitutions: {[name]: name},
        customDirectives: {[name]: {inherit: 'note'}}
      }
    })
    for (const each of ['index.md', path]) {
      const {html, messages} = project.render(each)
      expect(html).not.toMatch(leaked)
      expect(messages.map(({reason}) => reason).join('\n')).not.toMatch(leaked)
    }
  }
})

test('nothing that a page says of itself reaches the program', () => {
  render(
    '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\nmyst: {substitutions: {__proto__: {polluted: yes}}}\n---\n{{ __proto__ }}'
  )
  render('{{ polluted }}', {config: JSON.parse('{"substitutions": {"__proto__": {"polluted": "yes"}}}')})
  expect('polluted' in {}).toBe(false)
})
