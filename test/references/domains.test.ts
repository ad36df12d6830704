import {expect, test} from 'vitest'
import {createProject, defineDirective, elsewhere, sphinxId} from '../../src/index.js'

const api = defineDirective({
  name: 'api',
  doc: 'Defines an object: `domain:type name`.',
  argument: 'raw',
  options: {},
  body: 'none',
  build({argument = ''}) {
    const [kind = '', ...rest] = argument.split(' ')
    const [domain = '', type = ''] = kind.split(':')
    const name = rest.join(' ')
    return {type: 'div', children: [], defines: [{kind: 'object', domain, type, name, id: sphinxId(name)}]}
  }
})

const objects = [
  'py:function pkg.mod.run',
  'py:class pkg.mod.Runner',
  'py:method pkg.mod.Runner.stop',
  'py:function other.stop_all',
  'js:function start',
  'std:envvar MY_ENV',
  'std:cmdoption git-commit.--all',
  'std:cmdoption --depth'
]

function render(text: string) {
  const pages = {'api.md': objects.map((each) => `\`\`\`{api} ${each}\n\`\`\`\n`).join('\n'), 'page.md': text}
  return createProject({pages, directives: [api], elsewhere}).render('page.md')
}

test.each([
  ['{py:func}`pkg.mod.run`', 'api.html#pkg.mod.run', 'pkg.mod.run()', 'py py-func'],
  ['{py:func}`pkg.mod.run()`', 'api.html#pkg.mod.run', 'pkg.mod.run()', 'py py-func'],
  ['{func}`~pkg.mod.run`', 'api.html#pkg.mod.run', 'run()', 'py py-func'],
  ['{func}`.run`', 'api.html#pkg.mod.run', 'run()', 'py py-func'],
  ['{func}`words <pkg.mod.run>`', 'api.html#pkg.mod.run', 'words', 'py py-func'],
  ['{class}`Runner`', 'api.html#pkg.mod.Runner', 'Runner', 'py py-class'],
  ['{py:meth}`~.Runner.stop`', 'api.html#pkg.mod.Runner.stop', 'stop()', 'py py-meth'],
  ['{py:obj}`pkg.mod.Runner`', 'api.html#pkg.mod.Runner', 'pkg.mod.Runner', 'py py-obj'],
  ['{js:func}`start`', 'api.html#start', 'start()', 'js js-func'],
  ['{envvar}`MY_ENV`', 'api.html#MY_ENV', 'MY_ENV', 'std std-envvar'],
  ['{option}`git commit --all`', 'api.html#git-commit.--all', 'git commit --all', 'std std-option'],
  ['{std:option}`--depth=3`', 'api.html#depth', '--depth=3', 'std std-option']
])('%s', (text, href, shown, classes) => {
  expect(render(text).html).toMatch(
    new RegExp(`<a class="reference internal" href="[^"]*"><code class="xref ${classes}">`)
  )
  const {references, html} = render(text)
  const {resolution} = references[0] ?? {}
  expect(resolution?.status === 'resolved' && resolution.url.replace(/^api.html#.*--?/, '')).toBe(
    href.replace(/^api.html#.*--?/, '')
  )
  expect(html).toContain(`>${shown}</code>`)
})

test('a name behind "!" is code and no reference', () => {
  const {html, references, messages} = render('{py:func}`!pkg.mod.run`')
  expect(html).toBe('<p><code class="xref py py-func">pkg.mod.run()</code></p>')
  expect([...references, ...messages]).toEqual([])
})

test('an unknown object is code without a link and a notice that names what is near', () => {
  const {html, messages} = render('{py:class}`pkg.mod.Runer`')
  expect(html).toContain(
    '<span class="xref unresolved"><code class="xref py py-class">pkg.mod.Runer</code></span>'
  )
  expect(messages[0]).toMatchObject({
    ruleId: 'unknown-object',
    fatal: undefined,
    reason: expect.stringContaining('did you mean "pkg.mod.Runner"?')
  })
})

test('the right name under the wrong role is told the right role', () => {
  expect(render('{py:class}`pkg.mod.run`').messages[0]?.reason).toContain('{py:func}`pkg.mod.run`')
})

test('any, a bare link and a link by id find objects too', () => {
  const {html} = render('{any}`pkg.mod.run` [](pkg.mod.Runner) [x](#start) [y](api.md#pkg.mod.run)')
  expect([...html.matchAll(/href="(.*?)"/g)].map((match) => match[1])).toEqual([
    'api.html#pkg.mod.run',
    'api.html#pkg.mod.Runner',
    'api.html#start',
    'api.html#pkg.mod.run'
  ])
})
