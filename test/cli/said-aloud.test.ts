/** Messages as users see them, drawn below what they speak of. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import * as z from 'zod/mini'
import {call} from './call.js'

const message = z.object({
  line: z.nullable(z.number()),
  column: z.nullable(z.number()),
  endLine: z.nullable(z.number()),
  endColumn: z.nullable(z.number()),
  ruleId: z.string(),
  message: z.string()
})

type Message = z.output<typeof message>

const text = readFileSync(new URL('cases/said-aloud.txt', import.meta.url), 'utf8')
const cases = text
  .split(/^=== /m)
  .slice(1)
  .map((each) => {
    const end = each.indexOf('\n')
    return {title: each.slice(0, end), source: each.slice(end + 1)}
  })

/** The page, and under each line the ranges that begin in it with what is said of them. */
function draw(source: string, messages: readonly Message[]): string {
  const nowhere = messages
    .filter(({line}) => line === null)
    .map((each) => `? ${each.ruleId}: ${each.message}`)
  const lines = source
    .split('\n')
    .flatMap((line, index) => [
      `  ${line}`.trimEnd(),
      ...messages.filter((each) => each.line === index + 1).map((each) => mark(line, each))
    ])
  return [...nowhere, ...lines].join('\n')
}

function mark(
  line: string,
  {column, endLine, endColumn, line: from, ruleId, message: reason}: Message
): string {
  const start = (column ?? 1) - 1
  const length = endLine === from ? (endColumn ?? 0) - 1 - start : line.length - start
  const more = endLine === from ? '' : ` to ${endLine}:${endColumn}`
  return `  ${' '.repeat(start)}${'^'.repeat(Math.max(1, length))}${more} ${ruleId}: ${reason}`
}

test('messages stand at the smallest range that is wrong, and say the way out', async () => {
  const drawn: string[] = []
  for (const {title, source} of cases) {
    const {stdout} = await call({'docs/page.md': source}, 'check', 'docs', '--format', 'json')
    const data = z.object({messages: z.array(message)}).parse(JSON.parse(stdout))
    drawn.push(`=== ${title}\n${draw(source, data.messages)}`)
  }
  await expect(`${drawn.join('\n').trimEnd()}\n`).toMatchFileSnapshot('snapshots/said-aloud.txt')
})
