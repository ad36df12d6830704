import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {LoadedProject} from '../../src/node/load-project.js'
import {createProject} from '../../src/node/plugged.js'
import {editedFiles, planLoaded, type Renaming} from '../../src/node/rename.js'
import {mentionsOf} from '../../src/project/mentions.js'

const config = {flavour: 'mystmd', extensions: 'all'} as const

/** A project that was loaded from these files. */
function loadedFrom(texts: Readonly<Record<string, string>>): LoadedProject {
  const isPage = (path: string): boolean => path.endsWith('.md')
  const pages = Object.fromEntries(Object.entries(texts).filter(([path]) => isPage(path)))
  const files = (path: string): string | undefined => (Object.hasOwn(texts, path) ? texts[path] : undefined)
  const project = createProject({pages, files, config})
  return {
    ...{
      root: '/',
      project,
      config,
      tocs: {},
      toc: undefined,
      unrendered: [],
      configFiles: [],
      settings: [],
      ignoredSettings: [],
      formats: {'.md': 'markdown'},
      redirects: {},
      siteFiles: {places: new Map()},
      pages,
      messages: [],
      inventories: {},
      plugins: {},
      files,
      out: undefined
    }
  }
}

/** What the files are after a renaming, and where all that led somewhere leads, before and then. */
function renamed(texts: Readonly<Record<string, string>>, renaming: Renaming) {
  const loaded = loadedFrom(texts)
  const plan = planLoaded(loaded, renaming)
  const edited = editedFiles(loaded, plan.edits)
  const moved = (path: string): string =>
    renaming.kind === 'page' && path === renaming.old ? renaming.wanted : path
  const after = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [moved(path), edited.get(path)?.after ?? text])
  )
  const goals = ({project, files}: LoadedProject, page: string) =>
    mentionsOf(project, page, files).map(({kind, goal}) => ({kind, goal}))
  const later = loadedFrom(after)
  const strayed = loaded.project.pages.flatMap((page) => {
    const now = goals(later, moved(page))
    return goals(loaded, page).filter(({kind, goal}, index) => {
      const {kind: sameKind, goal: then} = now[index] ?? {}
      return kind !== sameKind || (goal && (moved(goal.page) !== then?.page || goal.place !== then.place))
    })
  })
  return {after, faults: [plan.left, plan.strayed, plan.unlisted].flat(), strayed}
}

/** How a label is written: `label` as it is, `url` in an address, `id` where HTML alone reads it. */
interface Written {
  label: string
  url: string
  id: string
}

const fence = '```'

/** All ways to name a label, each a text made of the label; what else they hold must stay. */
const labelForms: readonly ((name: Written) => string)[] = [
  ({url}) => `[lab](#${url} "lab") and lab, \`lab\` and {ref}\`\``,
  ({url}) => `[x](${url}) [y](<#${url}>) <project:#${url}> [](project:#${url})`,
  ({url}) => `[x](home.md#${url}) [y](/home.md#${url}) <project:home.md#${url}>`,
  ({label}) => `{ref}\`${label}\` {ref}\`lab <${label}>\` {any}\`${label}\` {numref}\`a %s <${label}>\``,
  ({label}) => `{ref}\`on two\nlines <${label}>\` **{ref}\`${label}\`**`,
  ({label, url}) => `| a | b |\n|---|---|\n| {ref}\`lab \\| lab <${label}>\` | [a\\|b](#${url}) lab |`,
  ({label, url}) =>
    `${fence}{csv-table}\n:header: "{ref}\`${label}\`", lab\n"a ""lab"" {ref}\`${label}\`", [x](#${url})\n${fence}`,
  ({label, url}) => `${fence}{list-table}\n* - {ref}\`${label}\`\n  - [lab](#${url})\n${fence}`,
  ({label}) => `${fence}{card} lab\n:link: "${label}"\n:link-type: ref\n${fence}`,
  ({label}) => `${fence}{card} lab\n---\nlink: '${label}'\nlink-type: ref\n---\n${fence}`,
  ({label}) => `${fence}{card} lab\n---\nlink: >-\n  ${label}\nlink-type: ref\n---\n${fence}`,
  ({url, label}) =>
    `${fence}{figure} pic.png\n:target: "#${url}"\n:alt: lab\n\nlab {ref}\`${label}\`\n${fence}`,
  ({url}) => `- > ${fence}{image} pic.png\n  > :target: '#${url}'\n  > ${fence}`,
  ({label}) => `${fence}{button-ref} ${label}\n:ref-type: ref\nlab\n${fence}`,
  ({url}) => `[lab][d]\n\n[d]:\n  #${url}`,
  ({url}) => `[lab][e]\n\n[e]: <#${url}> "lab"`,
  ({id}) => `<a href="home.html#${id}">lab</a> <span title="lab">lab</span>`,
  ({label}) =>
    `Term\n: lab {ref}\`${label}\`\n\n:lab: {ref}\`${label}\`\n\nx[^lab]\n\n[^lab]: {ref}\`${label}\``,
  () =>
    `${fence}python\n{ref}\`lab\` [x](#lab)\n${fence}\n\n% {ref}\`lab\`\n\n[labs](https://e.org/#lab) #lab`
]

/** Front matter that names a label in the values of substitutions and in texts that no page shows. */
const tops: readonly ((name: Written) => string)[] = [
  () => '',
  ({label, url}) =>
    `---\ntitle: lab\nsubstitutions:\n  go: "{ref}\`${label}\`, lab"\n  on: |\n    lab [x](#${url})\n---\n{{ go }} {{ go }}\n\n{{ on }}\n\n`,
  ({label, url}) =>
    `---\n# {ref}\`lab\`\nabstract: See {ref}\`${label}\` and [lab](#${url})\nlab: lab\n---\n\n`
]

/** Where the label is defined. */
const definitions: readonly ((label: string) => string)[] = [
  (label) => `(${label})=\n# Lab`,
  (label) => `${fence}{note} lab\n:name: ${label}\n\nlab\n${fence}`,
  (label) => `${fence}{figure} pic.png\n---\nname: "${label}"\n---\nlab\n${fence}`,
  (label) => `(other)=\n(${label})=\nlab`
]

test.each([
  ['fresh-1', {label: 'fresh-1', url: 'fresh-1', id: 'fresh-1'}],
  ['Two words', {label: 'Two words', url: 'Two%20words', id: 'two-words'}],
  ['fig:größe', {label: 'fig:größe', url: 'fig:größe', id: 'fig-grosze'}]
])('renamed to %s, a label is so in all its forms, and no other letter changes', (wanted, name) => {
  const old = {label: 'lab', url: 'lab', id: 'lab'}
  fc.assert(
    fc.property(
      fc.nat(definitions.length - 1),
      fc.nat(tops.length - 1),
      fc.uniqueArray(fc.nat(labelForms.length - 1), {minLength: 1, maxLength: 6}),
      fc.constantFrom('\n', '\r\n'),
      (definition, top, forms, end) => {
        const written = (as: Written) => ({
          'home.md': definitions[definition]?.(as.label) ?? '',
          'pic.png': '',
          'b.md': [`${tops[top]?.(as)}# About`, ...forms.map((form) => labelForms[form]?.(as))].join('\n\n')
        })
        const texts = (as: Written): Record<string, string> =>
          Object.fromEntries(
            Object.entries(written(as)).map(([path, text]) => [path, text.replaceAll('\n', end)])
          )
        const {after, faults, strayed} = renamed(texts(old), {kind: 'label', old: 'lab', wanted})
        expect(faults).toEqual([])
        expect(after).toEqual(texts(name))
        expect(strayed).toEqual([])
      }
    ),
    {numRuns: 25}
  )
})

/** Paths as the page or another file of the project writes them. */
interface Paths {
  /** The page that moves, with the ending and without. */
  page: string
  doc: string
  /** As an address. */
  url: string
}

/** All ways to name a page from the root's folder. */
const pageForms: readonly ((to: Paths) => string)[] = [
  ({url}) => `[about/team.md](${url} "about/team.md") [x](<${url}#lab>) <project:${url}>`,
  ({url}) => `[x](/${url}) [y](./${url}#lab) \`about/team.md\` [](project:${url}#lab)`,
  ({doc, page}) => `{doc}\`${doc}\` {doc}\`T <${doc}>\` {doc}\`/${doc}\` {download}\`${page}\``,
  ({doc}) => `{doc}\`on two\nlines <${doc}>\``,
  ({doc, page}) =>
    `${fence}{toctree}\n:caption: about/team\n\n${doc}\nabout/team <${page}>\n/${doc}\n${fence}`,
  ({doc}) => `${fence}{card} about/team\n:link: "${doc}"\n:link-type: doc\n${fence}`,
  ({url}) => `${fence}{image} about/pic.png\n---\ntarget: '${url}'\n---\n${fence}`,
  ({page}) =>
    `${fence}{include} ${page}\n:start-line: 3\n${fence}\n\n${fence}{literalinclude} ${page}\n${fence}`,
  ({doc, url}) => `| a |\n|---|\n| {doc}\`a \\| b <${doc}>\` [a\\|b](${url}) |`,
  ({doc, url}) => `${fence}{csv-table}\n"a ""b"" {doc}\`${doc}\`", [x](${url})\n${fence}`,
  ({url}) => `[x][d]\n\n[d]:\n  ${url} "about/team.md"\n\n[e]: <${url}>`,
  ({url}) => `<a href="${url.replace('.md', '.html')}#lab">about/team.html</a>`,
  () => `${fence}\n[x](about/team.md)\n${fence}\n\n[x](https://e.org/about/team.md) about/team.md`
]

/** All ways to name what lies beside a page that moves. */
const ownForms: readonly ((path: (name: string) => string) => string)[] = [
  (path) =>
    `[x](${path('sib.md')}) [](${path('sib.md')}#s) {doc}\`${path('sib')}\` [y](${path('../home.md')})`,
  (path) =>
    `![sib.md](${path('pic.png')} "pic.png") ![](<${path('pic.png')}>) [/about/sib.md](/about/sib.md)`,
  (path) =>
    `${fence}{figure} ${path('pic.png')}\n:target: "${path('sib.md')}"\n:alt: pic.png\n\n[x](${path('sib.md')})\n${fence}`,
  (path) =>
    `${fence}{csv-table}\n:file: "${path('data.csv')}"\n${fence}\n\n{download}\`${path('data.csv')}\``,
  (path) => `${fence}{include} ${path('part.txt')}\n${fence}`,
  (path) => `| a |\n|---|\n| ![a\\|b](${path('pic.png')}) |`,
  (path) => `<img src="${path('pic.png')}" alt="pic.png"> <a href="${path('sib.html')}">x</a>`,
  (path) =>
    `${fence}{card} x\n:img-top: "${path('pic.png')}"\n:link: ${path('sib')}\n:link-type: doc\n${fence}`,
  (path) => `![x][p]\n\n[p]:\n  ${path('pic.png')}`,
  (path) => `${fence}{toctree}\n:glob:\n\ns <${path('sib')}>\n${path('x*')}\n${fence}`,
  () => '[x](#lab) [](https://e.org/sib.md) `pic.png` [y](nothing.md)'
]

test.each([
  ['new/deep/our crew.md', '../../about/'],
  ['crew.md', 'about/'],
  ['about/crew.md', '']
])(
  'a page that moves to %s takes along all paths to it and out of it, and no other letter changes',
  (wanted, back) => {
    const old = 'about/team.md'
    const pathsOf = (page: string): Paths => ({
      page,
      doc: page.replace(/\.md$/, ''),
      url: page.replaceAll(' ', '%20')
    })
    const backTo = (name: string): string => {
      const path = back + name
      return path.replace(/^about\/\.\.\//, '').replace('about/../', '')
    }
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(pageForms.length - 1), {minLength: 1, maxLength: 5}),
        fc.uniqueArray(fc.nat(ownForms.length - 1), {minLength: 1, maxLength: 5}),
        fc.boolean(),
        (others, own, top) => {
          const texts = (page: string, path: (name: string) => string): Record<string, string> => ({
            'home.md': ['# Home', ...others.map((form) => pageForms[form]?.(pathsOf(page)))].join('\n\n'),
            [page]: [
              top
                ? `---\nthumbnail: ${path('pic.png')}\nsubstitutions:\n  go: "![](${path('pic.png')}) [x](${path('sib.md')})"\n---\n\n(lab)=\n# Team\n\n{{ go }}`
                : '(lab)=\n# Team',
              ...own.map((form) => ownForms[form]?.(path))
            ].join('\n\n'),
            'about/sib.md': '(s)=\n# Sib',
            'about/x1.md': '# X',
            'about/pic.png': '',
            'about/data.csv': 'a,b',
            'about/part.txt': 'part [x](sib.md)',
            'myst.yml': `project:\n  toc:\n    - file: ${page}\n      title: about/team.md\n`
          })
          const {after, faults, strayed} = renamed(
            texts(old, (name) => name),
            {kind: 'page', old, wanted}
          )
          expect(faults).toEqual([])
          expect(after).toEqual(texts(wanted, backTo))
          expect(strayed).toEqual([])
        }
      ),
      {numRuns: 25}
    )
  }
)
