/** `mystmark render`: one page by itself. */

import {readFileSync} from 'node:fs'
import {relative, resolve, sep} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {addAll} from '../ast/tree.js'
import {standalonePage} from '../index.js'
import {render as renderPage} from '../node/plugged.js'
import {readText} from '../node/read-text.js'
import {type Context, defineCommand, Misuse, oneOf} from './command.js'
import {fetchOptions, fetchRules, inventoryOption, readInventories} from './load.js'
import {hasFindings} from './report.js'
import {textReport} from './report-causes.js'

const formats = ['html', 'ast', 'hast'] as const

export const render = defineCommand({
  name: 'render',
  summary: 'Render one page by itself; references to other pages stay as they are.',
  positionals: ['PAGE'],
  options: {
    format: {type: 'string', value: formats.join('|'), help: 'What is printed; html if left out.'},
    standalone: {type: 'boolean', help: 'A whole document with its style, not the body alone.'},
    strict: {type: 'boolean', help: 'Exit with 1 if there are warnings.'},
    inventory: inventoryOption,
    ...fetchOptions
  },
  examples: [
    'mystmark render page.md --standalone > page.html',
    'cat page.md | mystmark render - --format ast'
  ],
  async run([page = ''], values, context) {
    const {format: wanted, standalone, strict, inventory = []} = values
    const format = oneOf('--format', wanted, formats)
    if (standalone && format !== 'html') throw new Misuse('--standalone goes with --format html only')
    const {cwd, stdout, stderr, colors} = context
    const inventories = await readInventories(inventory, cwd, fetchRules(values, context))
    const messages: VFileMessage[] = Object.values(inventories).flatMap((each) => each.messages)
    const path = page === '-' ? 'stdin.md' : relative(cwd, resolve(cwd, page)).replaceAll(sep, '/')
    const source = await sourceOf(page, path, context, messages)
    const result = renderPage(source, {path, inventories})
    addAll(messages, result.messages)

    if (format === 'ast') stdout.write(`${JSON.stringify(result.tree, null, 2)}\n`)
    else if (format === 'hast') stdout.write(`${JSON.stringify(result.hast, null, 2)}\n`)
    else if (standalone) {
      const {language} = result.frontMatter
      stdout.write(
        standalonePage({
          html: result.html,
          title: result.title,
          style: readFileSync(new URL('../style.css', import.meta.url), 'utf8'),
          ...(typeof language === 'string' ? {language} : {})
        })
      )
    } else stdout.write(`${result.html}\n`)
    stderr.write(textReport(messages, (file) => file || 'inventory', colors))
    return strict && hasFindings(messages) ? 1 : 0
  }
})

async function sourceOf(
  page: string,
  path: string,
  {cwd, stdin}: Context,
  messages: VFileMessage[]
): Promise<string> {
  if (page === '-') return (await stdin?.()) ?? ''
  const {text, messages: faults} = readText(resolve(cwd, page), path)
  if (text === undefined) throw new Misuse(`"${page}": ${faults[0]?.reason ?? 'the file cannot be read'}`)
  messages.push(...faults)
  return text
}
