/** The core as a browser or a worker gets it: bundled, and run where Node's own things are missing. */
import {createContext, runInContext} from 'node:vm'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'
import {beforeAll, describe, expect, test} from 'vitest'

const root = new URL('../../', import.meta.url).pathname

/** A browser decodes character references with an element. */
const document = {createElement: () => ({innerHTML: '', textContent: ''})}

describe.each([
  {where: 'a browser', conditions: [], globals: {document}},
  {where: 'a worker', conditions: ['worker'], globals: {}}
])('the core in $where', ({conditions, globals}) => {
  let code = ''
  let imports: string[] = []

  beforeAll(async () => {
    const result = await build({
      stdin: {contents: "export * from './src/index.ts'", resolveDir: root, loader: 'ts'},
      bundle: true,
      minify: true,
      platform: 'browser',
      conditions,
      target: 'es2023',
      format: 'iife',
      globalName: 'mystmark',
      metafile: true,
      write: false,
      // What is missing is found below, all at once.
      external: ['node:*']
    })
    code = result.outputFiles[0]?.text ?? ''
    imports = Object.values(result.metafile.inputs).flatMap((input) => input.imports.map(({path}) => path))
  })

  test('imports nothing of Node', () => {
    expect(imports.filter((path) => path.startsWith('node:'))).toEqual([])
  })

  test('renders a page and resolves a reference', () => {
    const context = createContext({TextDecoder, TextEncoder, URL, structuredClone, console, ...globals})
    runInContext(code, context)
    const answer: unknown = runInContext(
      `(() => {
        const project = mystmark.createProject({
          pages: {'index.md': '# Home\\n\\n:::{tip}\\nSee {doc}\`team\`.\\n:::', 'team.md': '# Our team'}
        })
        return JSON.stringify([project.render('index.md').html, project.check().length, typeof process, typeof Buffer])
      })()`,
      context
    )
    const [html, messages, ...missing]: unknown[] = JSON.parse(String(answer))
    expect(html).toContain('<a class="reference internal" href="team.html">')
    expect(html).toContain('class="admonition tip"')
    expect([messages, ...missing]).toEqual([0, 'undefined', 'undefined'])
  })
})

test('what renders a project weighs at most 170 kB, packed, as size-limit has it', async () => {
  const {outputFiles} = await build({
    stdin: {
      contents: "export {createProject, remarkMyst, render} from './src/index.ts'",
      resolveDir: root,
      loader: 'ts'
    },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    write: false
  })
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(170_000)
})
