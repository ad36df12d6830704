/** Processes that render: what takes too long there is stopped, and what takes too much memory ends there. */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import * as z from 'zod/mini'

const program = fileURLToPath(new URL('render-child.mjs', import.meta.url))

const answer = z.object({seconds: z.number(), length: z.number(), messages: z.number()})

/** What rendering a page took and gave. */
export type Rendered = z.infer<typeof answer>

export interface Renderers {
  /**
   * Render a page when a process is free.
   *
   * @param plugins whether with those of `mystmark/node`.
   * @throws when it takes longer than it may, or more memory.
   */
  render(source: string, plugins: boolean): Promise<Rendered>
  close(): void
}

/**
 * Processes, started when they are needed. One processor is left to the tests that run beside these: who shares one
 * takes up to twice the time, and times are what is asked for.
 */
export function createRenderers({seconds, megabytes}: {seconds: number; megabytes: number}): Renderers {
  const free: ChildProcess[] = []
  const waiting: (() => void)[] = []
  let places = Math.max(1, availableParallelism() - 1)

  const start = (): ChildProcess =>
    fork(program, {
      execArgv: [`--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })

  return {
    async render(source, plugins) {
      if (places === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      else places--
      const child = free.pop() ?? start()
      const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
      // A process renders many pages; what listens for one of them is taken off.
      const over = new AbortController()
      try {
        child.send({source, plugins})
        const [said] = await Promise.race([
          once(child, 'message', {signal: over.signal}),
          once(child, 'exit', {signal: over.signal}).then(([code, signal]) => {
            throw new Error(
              signal === 'SIGKILL' ? `took longer than ${seconds} s` : `ended with ${code ?? signal}`
            )
          })
        ])
        free.push(child)
        return answer.parse(said)
      } finally {
        clearTimeout(timer)
        over.abort()
        const next = waiting.shift()
        if (next) next()
        else places++
      }
    },
    close() {
      for (const child of free) child.kill()
    }
  }
}
