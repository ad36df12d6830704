/** Real projects by their own configuration; skipped where they are not at hand. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {expect, onTestFinished, test} from 'vitest'
import * as z from 'zod/mini'
import {buildSite, loadProject} from '../../../src/node/index.js'

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const names = existsSync(corpus) ? readdirSync(corpus) : []
/** The smallest one of each kind of configuration. */
const quick = [
  'Joecstarr+thesis',
  'QuantEcon+lecture-python-programming.myst',
  'jupyterhub+mybinder.org-user-guide'
]
const chosen = process.env.MYSTMARK_QUICK ? names.filter((name) => quick.includes(name)) : names

const settingsSchema = z.object({
  root: z.string(),
  flavour: z.string(),
  index: z.optional(z.string()),
  title: z.optional(z.string()),
  toc: z.optional(z.string()),
  extensions: z.optional(z.array(z.string())),
  headingAnchors: z.optional(z.number()),
  substitutions: z.optional(z.record(z.string(), z.unknown())),
  exclude: z.optional(z.array(z.string())),
  inventories: z.optional(z.record(z.string(), z.string()))
})

type ProjectSettings = z.output<typeof settingsSchema>

/** What a `conf.py` with these settings says. JSON of strings, lists and records of them is Python. */
function confOf(settings: ProjectSettings): string {
  const {index, title, toc, extensions = [], headingAnchors, substitutions = {}, exclude = []} = settings
  const mapping = Object.entries(settings.inventories ?? {}).map(
    ([key, url]) => `    ${JSON.stringify(key)}: (${JSON.stringify(url)}, None),`
  )
  return `project = ${JSON.stringify(title)}
root_doc = ${JSON.stringify(index)}
extensions = ["myst_parser", "sphinx_design"]
${toc ? 'extensions.append("sphinx_external_toc")' : ''}
myst_enable_extensions = ${JSON.stringify(extensions)}
myst_heading_anchors = ${headingAnchors ?? 'None'}
myst_substitutions = ${JSON.stringify(substitutions)}
exclude_patterns = ${JSON.stringify(exclude)}
intersphinx_mapping = {
${mapping.join('\n')}
}
`
}

/** Addresses of a site that lead to no file or place of it. */
function deadAddresses(out: string): {file: string; address: string}[] {
  const files = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.html'))
  const addresses: {file: string; address: string}[] = []
  const ids = new Map<string, Set<string>>()
  for (const file of files) {
    const own = new Set<string>()
    ids.set(join(out, file), own)
    visit(fromHtml(readFileSync(join(out, file), 'utf8')), 'element', ({tagName, properties}) => {
      if (typeof properties.id === 'string') own.add(properties.id)
      if (tagName === 'a' && typeof properties.name === 'string') own.add(properties.name)
      // What begins with a slash belongs to the host.
      for (const address of [properties.href, properties.src, properties.poster])
        if (typeof address === 'string' && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address))
          addresses.push({file, address})
    })
  }
  return addresses.filter(({file, address}) => {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*#?(.*)$/.exec(address) ?? []
    let target = path ? join(out, dirname(file), decodeURIComponent(path)) : join(out, file)
    if (existsSync(target) && statSync(target).isDirectory()) target = join(target, 'index.html')
    if (!existsSync(target)) return true
    return fragment !== '' && ids.get(target)?.has(decodeURIComponent(fragment)) === false
  })
}

test.skipIf(names.length === 0).each(chosen)(
  '%s is built by its own configuration, and whatever leads nowhere is said',
  async (name) => {
    const settings = settingsSchema.parse(
      JSON.parse(readFileSync(join(corpus, name, 'settings.json'), 'utf8'))
    )
    const temporary = mkdtempSync(join(tmpdir(), 'mystmark-corpus-'))
    onTestFinished(() => rmSync(temporary, {recursive: true, force: true}))
    let root = join(corpus, name, settings.root)
    if (settings.flavour === 'sphinx') {
      root = join(temporary, 'project')
      cpSync(join(corpus, name, settings.root), root, {recursive: true})
      writeFileSync(join(root, 'conf.py'), confOf(settings))
    }
    const out = join(temporary, 'site')
    const loaded = await loadProject(root, {fetch: {offline: true}})
    const {messages, failed} = await buildSite({loaded, out})
    expect(failed).toEqual([])
    const all = [...loaded.messages, ...messages]
    const counts = new Map<string, number>()
    for (const {ruleId = ''} of all) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
    const table = [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`)
    console.log(`${name}: ${loaded.project.pages.length} pages, ${table.join(', ')}`)
    expect(all.filter(({file, ruleId}) => file === 'conf.py' && ruleId !== 'inventory-unreadable')).toEqual(
      []
    )
    expect(counts.get('invalid-math')).toBe(undefined)
    const reasons = all.map(({reason}) => reason).join('\n')
    const silent = deadAddresses(out).filter(({address}) => {
      const [path = '', fragment] = decodeURIComponent(address).split('#')
      const last = path.split('/').at(-1)
      return !(last && reasons.includes(last)) && !(fragment && reasons.includes(fragment))
    })
    expect(silent).toEqual([])
  },
  120_000
)
