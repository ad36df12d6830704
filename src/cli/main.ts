#!/usr/bin/env node
/** The program `mystmark`: gives the command line its process. */
import {homedir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import pc from 'picocolors'
import {run} from './run.js'

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads has enough, as `head` does: no reason to cry.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(process.exitCode ?? 0)
  })
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    stdin: () => text(process.stdin),
    cache: join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mystmark', 'inventories'),
    color: pc.isColorSupported && process.stderr.isTTY,
    interactive: process.stderr.isTTY && !process.env.CI
  })
} catch (error) {
  process.stderr.write(
    `mystmark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  )
  process.exitCode = 2
}
