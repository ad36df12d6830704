/** What holds for every file that is read beside the pages: no bytes break a project, and what is wrong is said. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readBib} from '../../src/node/bib.js'
import {
  createProject,
  loadProject,
  readMystXref,
  readObjectsInv,
  writeMystXref,
  writeObjectsInv
} from '../../src/node/index.js'
import {budget, timeout} from './budget.js'

const {inventory} = createProject({
  pages: {
    'index.md': '(home)=\n# Home\n\n:::{py:function} f(x)\n:::\n\n:::{glossary}\nTerm\n: Means it.\n:::\n'
  }
})
const objectsInv = writeObjectsInv({project: 'Docs', version: '1', entries: inventory.entries()})
const mystXref = writeMystXref({format: '1', references: inventory.mystReferences()})

const scraps = [
  '',
  '\n',
  '  ',
  ':',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '!!x',
  '\\',
  '\u0000',
  '\ufeff',
  '\t',
  ',',
  '=',
  '(',
  ')',
  '\u00e9',
  '1e999',
  'null'
]

/** A good text with a few edits. */
const edited = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.record({at: fc.nat(), remove: fc.nat(6), insert: fc.constantFrom(...scraps)}), {maxLength: 5})
    .map((edits) =>
      edits.reduce((result, {at, remove, insert}) => {
        const from = at % (result.length + 1)
        return result.slice(0, from) + insert + result.slice(from + remove)
      }, text)
    )

/** Good bytes with a few of them changed, or cut short. */
const damaged = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), {maxLength: 5}),
      length: fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length))
    })
    .map(({changes, length}) => {
      const out = bytes.slice(0, length)
      for (const [at, value] of changes) if (length > 0) out[at % length] = value
      return out
    })

describe('an inventory of any bytes', () => {
  test('is read as far as it is good, or refused in words: objects.inv', {timeout}, () => {
    fc.assert(
      fc.property(fc.oneof(damaged(objectsInv), fc.uint8Array({maxLength: 200})), (bytes) => {
        const {entries, messages} = readObjectsInv(bytes, {baseUrl: 'https://a.example/'})
        expect(entries.every(({name, uri}) => name !== '' && typeof uri === 'string')).toBe(true)
        expect(messages.every(({ruleId}) => ruleId)).toBe(true)
      }),
      budget(3000)
    )
  })

  test('is read as far as it is good, or refused in words: myst.xref.json', {timeout}, () => {
    fc.assert(
      fc.property(fc.oneof(edited(mystXref), fc.json()), (text) => {
        const {entries, messages} = readMystXref(text, {baseUrl: 'https://a.example/'})
        expect(Array.isArray(entries) && messages.every(({ruleId}) => ruleId)).toBe(true)
      }),
      budget(3000)
    )
  })
})

test('a bibliography of any text gives works and faults', {timeout}, () => {
  const bib =
    '@string{p = {Pier}}\n@article{key1,\n  author = {Doe, J. and {The Crew}},\n  title = {On {Boats} \\"and $x^2$},\n  journal = p # " 2",\n  year = 2020\n}\n@comment{x}\n'
  fc.assert(
    fc.property(edited(bib), (text) => {
      const {works, faults} = readBib(text)
      expect(Array.isArray(works) && Array.isArray(faults)).toBe(true)
    }),
    budget(500)
  )
})

test('a table of any text keeps its words', {timeout}, () => {
  fc.assert(
    fc.property(
      edited('a,"b ""c""",d\n1,2,3\n"x\ny",z'),
      fc.constantFrom('', ':header-rows: 1\n', ':delim: ;\n', ':quote: "\'"\n'),
      (csv, options) => {
        const text = csv.replace(/[:`]/g, '')
        const {html} = createProject({
          pages: {'a.md': `\`\`\`{csv-table} T\n${options}\n${text}\n\`\`\`\n`}
        }).render('a.md')
        for (const word of text.match(/[a-z]{1}(?=[,\n"]|$)/g) ?? []) expect(html).toContain(word)
      }
    ),
    budget(300)
  )
})

/** Configuration by the name of its file. */
const configurations: Readonly<Record<string, string>> = {
  'mystmark.config.json':
    '{"title": "A", "extensions": ["deflist"], "exclude": ["x/**"], "numbering": {"figure": true}, "messages": [{"rule": "*", "severity": "error"}], "extra": ["b.md", {"path": "b.md", "to": "c"}], "styles": ["*.css"], "extlinks": {"a": {"url": "https://a.example/%s"}}, "abbreviations": {"Home": "h", "ab": null}, "formats": {".txt": "markdown"}}',
  'myst.yml':
    'version: 1\nproject:\n  title: A\n  toc:\n    - file: index.md\n    - title: Part\n      children:\n        - pattern: "**.md"\n  numbering:\n    heading_2: true\n  math:\n    "\\\\R": "\\\\mathbb{R}"\n  error_rules:\n    - rule: x\n      severity: ignore\n  abbreviations: {Home: h}\n  static_files: [b.md]\nsite:\n  options: {logo: b.md, style: ./x.css}\n',
  '_config.yml':
    'title: A\nparse:\n  myst_enable_extensions: [deflist]\nsphinx:\n  config:\n    numfig: true\n    intersphinx_mapping: {}\n',
  '_toc.yml':
    'format: jb-book\nroot: index\nparts:\n  - caption: Part\n    chapters:\n      - file: b\n      - glob: c*\n      - url: https://a.example\n        title: x\n',
  'conf.py':
    'import os\nproject = "A"\nextensions = ["myst_parser"] + ["x"]\nmyst_substitutions = {\n    "a": f"b {project}",\n}\nexclude_patterns.append("x")\nnumfig = True\nhtml_title = os.environ["X"]\nextlinks = {"a": ("https://a.example/%s", "a %s")}\nsource_suffix = {".txt": "markdown"}\nx = [*exclude_patterns, exclude_patterns]\nx += x\nhtml_css_files = ["a.css", ("b.css", {"media": "print"})]\n',
  'index.md':
    '---\ntitle: A\nmyst:\n  substitutions:\n    key: "{{ other }}"\nmath:\n  "\\\\R": "\\\\mathbb{R}"\nabbreviations:\n  Home: h\n---\n\n# Home {{ key }}\n'
}

describe('a configuration of any text', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mystmark-fuzz-'))
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test.each(Object.entries(configurations))(
    'leaves a project that renders: %s',
    {timeout},
    async (name, good) => {
      await fc.assert(
        fc.asyncProperty(edited(good), async (text) => {
          writeFileSync(join(folder, 'index.md'), '# Home\n')
          writeFileSync(join(folder, 'b.md'), '# B\n')
          const path = join(folder, name)
          writeFileSync(path, text)
          try {
            const {project, messages} = await loadProject(folder, {fetch: {offline: true}})
            project.check()
            expect(messages.every(({ruleId, file}) => ruleId && file)).toBe(true)
          } finally {
            rmSync(path)
          }
        }),
        budget(150)
      )
    }
  )
})
