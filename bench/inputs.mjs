// The texts: real pages where they are, and made ones that press on one thing.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function pages(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

/** Real pages: the demo and, where it is present, each corpus. */
export function realInputs() {
  const out = {demo: pages(join(root, 'test/fixtures/observatory'))}
  const corpus = join(root, '../shared/corpus')
  if (!existsSync(corpus)) return out
  for (const name of readdirSync(corpus))
    if (existsSync(join(corpus, name, 'settings.json'))) out[name] = pages(join(corpus, name))
  return out
}

/** Made pages at a share of their size; 1 is what the name says. */
export const madeInputs = {
  'a paragraph of 8,000 links': (size) => '[a link](https://x.y) and '.repeat(8000 * size),
  '6,000 roles': (size) =>
    Array.from({length: 600 * size}, (_, index) => `{sub}\`${index}\` and some words `.repeat(10)).join(
      '\n\n'
    ),
  '1,000 directives': (size) =>
    Array.from(
      {length: 1000 * size},
      (_, index) =>
        `:::{note}\n:class: c${index}\nSome *text* in a box, a line of it, and then another line that is as long.\n:::\n`
    ).join('\n'),
  'directives 50 deep': (size) =>
    Array.from(
      {length: 20 * size},
      () =>
        `${Array.from({length: 50}, (_, index) => `${':'.repeat(53 - index)}{note}`).join('\n')}\nDeep\n${Array.from({length: 50}, (_, index) => ':'.repeat(index + 4)).join('\n')}\n`
    ).join('\n')
}
