import {describe, expect, test} from 'vitest'
import {readPythonSource} from '../../../src/node/config/python-source.js'
import {brief, load, told} from './support.js'

const read = (text: string) => readPythonSource(text, 'conf.py', () => {})

describe('literals of Python', () => {
  test.each<[string, string, unknown]>([
    [
      'strings of all kinds',
      String.raw`x = 'a' "b" r'\n' u"\u00e9" """c
d"""`,
      'ab\\n\u00e9c\nd'
    ],
    ['escapes', String.raw`x = "\t\x41\101\\ \q"`, '\tAA\\ \\q'],
    ['a string over lines', 'x = ("a"\n  # why\n  "b")', 'ab'],
    ['names in a string', 'v = "1.2"\nx = f"v{v} {{ok}}"', 'v1.2 {ok}'],
    ['numbers', 'x = [1, -2, 1_000, 1.5, 0x10]', [1, -2, 1000, 1.5, 16]],
    ['constants', 'x = (True, False, None)', [true, false, null]],
    ['a tuple without brackets', 'x = 1, 2', [1, 2]],
    ['sets and empty brackets', 'x = [{1}, (), [], {}]', [[1], [], [], {}]],
    [
      'dictionaries',
      'a = {"k": 1}\nx = {"a": {"b": ("c", None)}, 3: 4, **a}',
      {a: {b: ['c', null]}, 3: 4, k: 1}
    ],
    ['sums', 'a = ["1"]\nx = a + ["2"] + [*a]', ['1', '2', '1']],
    ['a sum of strings', 'a = "x"\nx = a + "/" + a', 'x/x'],
    [
      'what is added later',
      'x = ["a"]\nx += ["b"]\nx.append("c")\nx.extend(["d"])\nx.insert(0, "e")',
      ['e', 'a', 'b', 'c', 'd']
    ],
    ['entries that are set later', 'x = {}\nx["a"] = 1\nx.update({"b": 2})', {a: 1, b: 2}],
    ['annotated names', 'x: list[str] = ["a"]', ['a']],
    ['several names at once', 'x = y = "a"\ny = "b"', 'a'],
    ['names side by side', 'y, x = 1, 2', 2],
    ['statements on one line', 'y = 1; x = y', 1],
    ['a name that a dictionary has of Object', 'x = {"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
    [
      'a path by os.path',
      'import os\nhere = os.path.abspath(os.path.dirname(__file__))\nx = os.path.join(here, "a", "b.css")',
      'a/b.css'
    ],
    [
      'a path by os.path that leads up',
      'x = os.path.normpath(os.path.join("a", "..", "..", "b", "."))',
      '../b'
    ],
    ['an absolute path', 'x = os.path.join("a", "/b", "c")', '/b/c'],
    [
      'a path by pathlib',
      'from pathlib import Path\nhere = Path(__file__).resolve().parent\nx = [str(here / "a" / "b"), (here / "c").as_posix(), pathlib.Path("d", "e")]',
      ['a/b', 'c', 'd/e']
    ],
    ['no path of what is no text', 'x = [Path(1), str(a), "a" / 1, os.path.join("a", b), a.parent]', []],
    ['no file that would be read', 'x = Path("a").read_text()', undefined],
    ['the readable part of a list', 'import os\nx = ["a", os.sep, "b"]', ['a', 'b']],
    ['nothing of a call', 'x = open("a").read()', undefined],
    ['nothing of a condition', 'if a:\n    x = 1', undefined],
    ['nothing of a function', 'def f():\n    x = 1', undefined],
    ['a byte order mark', '\ufeffx = 1', 1]
  ])('%s', (_, text, value) => {
    expect(read(text).value.x).toEqual(value)
  })

  test('places are those of the values', () => {
    const source = read('a = "first"\nd = {\n  "key": [a, "second"],\n}\n')
    const at = (path: (string | number)[], atKey = false) => {
      const {start, end} = source.place(path, atKey) ?? {
        start: {line: 0, column: 0},
        end: {line: 0, column: 0}
      }
      return `${start.line}:${start.column}-${end.line}:${end.column}`
    }
    expect([at(['d', 'key', 1]), at(['d', 'key', 0]), at(['d', 'key'], true), at(['d', 'none'])]).toEqual([
      '3:14-3:22',
      '1:5-1:12',
      '3:3-3:8',
      '2:5-4:2'
    ])
  })

  test.each([
    ['brackets without end', `x = ${'['.repeat(50_000)}`],
    ['brackets that end', `x = ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['a sum without end', `x = ${'"a" + '.repeat(20_000)}"a"`],
    ['a string that nothing closes', 'x = """abc\n'],
    ['no Python', '<html>\n'],
    ['conditions in conditions', Array.from({length: 300}, (_, n) => `${' '.repeat(n)}if a:`).join('\n')]
  ])('%s do no harm', (_, text) => {
    const start = performance.now()
    expect(() => read(text)).not.toThrow()
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('conf.py', () => {
  test('configures the project as Sphinx and MyST-Parser would', async () => {
    const {config, messages, project} = await load({
      'start.md': '# Start\n\n{{ boat }} $\\knots$ -- "so"\n\n{tide}`x`\n',
      'drafts/a.md': '# Draft\n',
      'works.bib': '@misc{a, title = {A}}',
      'conf.py': `import os
project = "Boats"
release = "2.0"
html_title = f"{project} {release}"
language = "pt_BR"
root_doc = "start"
extensions = ["myst_parser", "sphinx_design"]
exclude_patterns = ["_build", "drafts/"]
exclude_patterns += ["**.tmp"]
myst_enable_extensions = ["dollarmath", "substitution", "colon_fence"]
myst_heading_anchors = 3
myst_substitutions = {"boat": "Dory"}
myst_url_schemes = {"http": None, "wiki": {"url": "https://w.example/{{path}}", "title": "W", "classes": ["x"]}}
myst_dmath_allow_digits = False
numfig = True
numfig_format = {"figure": "Plate %s"}
numfig_secnum_depth = 2
bibtex_bibfiles = ["works.bib"]
bibtex_default_style = "unsrt"
mathjax3_config = {"tex": {"macros": {"knots": [r"\\mathrm{kn}", 0], "RR": r"\\mathbb{R}"}}}
sd_custom_directives = {"dropdown-syntax": {"inherit": "dropdown", "argument": "Syntax", "options": {"color": "primary"}}}
tags.add("web")
html_baseurl = "https://boats.example/"
html_theme = "furo"
html_theme_options = {"x": os.sep}
suppress_warnings = ["myst.role_unknown"]
def setup(app):
    app.add_css_file("x.css")
`
    })
    expect(messages).toEqual([])
    expect(config).toEqual({
      flavour: 'sphinx',
      smartquotes: true,
      title: 'Boats 2.0',
      language: 'pt-BR',
      index: 'start',
      exclude: ['_build', '_build/**', 'drafts', 'drafts/**', '**/*.tmp', '**/*.tmp/**'],
      tags: ['web'],
      siteUrl: 'https://boats.example/',
      extensions: ['dollarmath', 'substitution', 'colon_fence'],
      headingAnchors: 3,
      substitutions: {boat: 'Dory'},
      urlSchemes: {http: null, wiki: {url: 'https://w.example/{{path}}', title: 'W'}},
      dollarmath: {allowDigits: false},
      bibliography: ['works.bib'],
      bibliographyStyle: 'unsrt',
      mathMacros: {'\\knots': '\\mathrm{kn}', '\\RR': '\\mathbb{R}'},
      customDirectives: {
        'dropdown-syntax': {inherit: 'dropdown', argument: 'Syntax', options: {color: 'primary'}}
      },
      messages: [{rule: 'unknown-role', severity: 'off'}],
      numbering: {
        all: true,
        figure: {enabled: true, template: 'Plate %s', sectionDepth: 2},
        table: {enabled: true, sectionDepth: 2},
        code: {enabled: true, sectionDepth: 2},
        equation: {enabled: true, sectionDepth: 2}
      }
    })
    expect(project.pages).toEqual(['start.md'])
    const {html, messages: of} = project.render('start.md')
    expect(of).toEqual([])
    expect(html).toMatch(/Dory[\s\S]*kn[\s\S]*– “so”/)
  })

  test('inventories come from intersphinx_mapping in all its forms', async () => {
    const {settings} = await load({
      'index.md': '# Home\n',
      'conf.py': `intersphinx_mapping = {
    "a": ("https://a.example/", None),
    "b": ("https://b.example/", "https://cdn.example/b.inv"),
    "c": ("https://c.example/", (None, "local/c.inv")),
}
intersphinx_mapping["d"] = ("https://d.example/", None)
`
    })
    expect(
      Object.fromEntries(
        settings.filter(({key}) => key === 'inventories').map(({entry, value}) => [entry, value])
      )
    ).toEqual({
      a: {url: 'https://a.example/'},
      b: {url: 'https://cdn.example/b.inv', baseUrl: 'https://b.example/'},
      c: {file: 'local/c.inv', baseUrl: 'https://c.example/'},
      d: {url: 'https://d.example/'}
    })
  })

  test('without myst_enable_extensions no extension is on, as in MyST-Parser', async () => {
    const {config, project} = await load({
      'index.md': '# Home\n\n$5 and $6\n',
      'conf.py': 'smartquotes = False\n'
    })
    expect(config).toEqual({flavour: 'sphinx', extensions: [], smartquotes: false})
    expect(project.render('index.md').html).toContain('$5 and $6')
  })

  test('what would have to be run is said where it matters, and nowhere else', async () => {
    const {messages, config} = await load({
      'index.md': '# Home\n',
      'conf.py': `import os
from meta import title
project = title
html_logo = os.path.relpath("a", "b")
pygments_style = os.path.join("a", "b")
exclude_patterns = ["a", os.environ["B"]]
myst_enable_extensions = find()
if os.environ.get("CI"):
    exclude_patterns.append("c")
    html_theme = "x"
`
    })
    expect(told(messages)).toEqual([
      'conf.py:2:18-2:23 config-not-read "project" is not read: `title` would have to be run; write it out, or set "title" in mystmark.config.json',
      'conf.py:6:26-6:41 config-not-read "exclude_patterns" is not read: `os.environ["B"]` would have to be run; write it out, or set "exclude" in mystmark.config.json',
      'conf.py:9:5-9:33 config-not-read "exclude_patterns" may change here, as nothing of the file is run: what stands outside of conditions counts',
      'conf.py:4:13-4:38 config-not-read "html_logo" is not read: `os.path.relpath("a", "b")` would have to be run; write it out, or set "logo" in mystmark.config.json',
      'conf.py:7:26-7:32 config-not-read "myst_enable_extensions" is not read: `find()` would have to be run; write it out, or set "extensions" in mystmark.config.json'
    ])
    expect(config).toEqual({flavour: 'sphinx', smartquotes: true, exclude: ['a', 'a/**']})
  })

  test('settings of MyST-Parser that would change pages are read, or said', async () => {
    const {messages, config} = await load({
      'index.md': '# Home\n',
      'conf.py': `myst_enable_extensions = ["linkify"]
myst_linkify_fuzzy_links = False
myst_all_links_external = True
myst_links_external_new_tab = True
myst_number_code_blocks = ["python"]
myst_enable_checkboxes = True
myst_ref_domains = ["py"]
myst_html_meta = {"a": "b"}
myst_footnote_sort = False
`
    })
    expect(brief(messages)).toEqual(
      ['3:27-3:31', '4:31-4:35', '5:27-5:37', '6:26-6:30', '7:20-7:26', '8:18-8:28'].map(
        (place) => `conf.py:${place} config-without-effect`
      )
    )
    expect(config.fuzzyLinks).toBe(false)
    const usual = await load({
      'index.md': '# Home\n\nexample.org https://example.net\n',
      'conf.py': `myst_enable_extensions = ["linkify"]
myst_linkify_fuzzy_links = False
myst_all_links_external = False
myst_number_code_blocks = []
myst_html_meta = {}
`
    })
    expect(usual.messages).toEqual([])
    expect(usual.project.render('index.md').html).toContain(
      '<p>example.org <a class="reference external" href="https://example.net">https://example.net</a></p>'
    )
  })

  test('wrong values, unknown names of MyST-Parser and what has no effect are said at their places', async () => {
    const {messages, config} = await load({
      'index.md': '# Home\n',
      'conf.py': `myst_enable_extensions = ["dollarmath", "colonfence"]
myst_heading_anchor = 2
myst_heading_anchors = "two"
rst_prolog = ".. |x| replace:: y"
myst_sub_delimiters = ["|", "|"]
numfigs = True
`
    })
    expect(told(messages)).toEqual([
      'conf.py:1:41-1:53 invalid-config-value "myst_enable_extensions": there is no extension "colonfence"; did you mean "colon_fence"?',
      'conf.py:5:23-5:33 config-without-effect "myst_sub_delimiters": has no effect here: substitutions stand in double braces',
      'conf.py:4:14-4:34 config-without-effect "rst_prolog": has no effect here: reStructuredText is not read',
      'conf.py:2:23-2:24 unknown-config-key MyST-Parser has no setting "myst_heading_anchor"; did you mean "myst_heading_anchors"?',
      'conf.py:3:24-3:29 invalid-config-value "myst_heading_anchors": write a value of type number'
    ])
    expect(config).toEqual({flavour: 'sphinx', smartquotes: true, extensions: ['dollarmath']})
  })

  test('a table of contents by sphinx_external_toc is read', async () => {
    const {config, project, messages} = await load({
      'home.md': '# Home\n',
      'b.md': '# B\n',
      'a.md': '# A\n',
      '_toc.yml':
        'root: home\nsubtrees:\n  - numbered: true\n    entries:\n      - file: b\n      - file: a\n',
      'conf.py': 'extensions = ["myst_parser", "sphinx_external_toc"]\n'
    })
    expect(brief(messages)).toEqual([])
    expect(config.index).toBe('home.md')
    expect(['b', 'a'].map((name) => project.inventory.numbers.section(`${name}.md`, name)?.number)).toEqual([
      '1',
      '2'
    ])
  })
})
