/** The program as it is installed; skipped where it is not built. */
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {folderWith, inventoryBytes} from '../folder.js'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** Run the program; `enough` closes its output as soon as something comes, as `head` does. */
function start(cwd: string, args: readonly string[], enough = false) {
  return new Promise<{status: number | null; stdout: string; stderr: string}>((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part) => {
      stdout += part
      if (enough) child.stdout.destroy()
    })
    child.stderr.on('data', (part) => {
      stderr += part
    })
    child.on('error', fail)
    child.on('close', (status) => done({status, stdout, stderr}))
  })
}

describe.skipIf(!existsSync(program))('the program', () => {
  test('gives its exit status to the shell', async () => {
    const cwd = folderWith({'docs/index.md': '{doc}`nowhere`'})
    expect(await start(cwd, ['check', 'docs'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('unknown-document')
    })
    expect((await start(cwd, ['chek'])).status).toBe(2)
  })

  test('ends without a word when its reader has enough', async () => {
    const lines = Array.from({length: 40_000}, (_, n) => `name-${n} std:label -1 page.html#$ A title`)
    const cwd = folderWith({'big.inv': inventoryBytes('Big', '1', lines)})
    const {status, stdout, stderr} = await start(cwd, ['inventory', join(cwd, 'big.inv')], true)
    expect(stdout).toMatch(/^std:label +name-0 /)
    expect(stderr).not.toMatch(/EPIPE|Error/)
    expect(status).toBe(0)
  })
})
