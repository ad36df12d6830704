// Loaded before the program: at the write with the number BREAK_AT the process dies, or the disk is full from then on.
import promises from 'node:fs/promises'
import {syncBuiltinESMExports} from 'node:module'

const at = Number(process.env.BREAK_AT)
let count = 0

for (const name of ['mkdir', 'writeFile', 'copyFile', 'rename', 'rm']) {
  const original = promises[name]
  promises[name] = async (...rest) => {
    count++
    if (process.env.BREAK_BY === 'kill' && count === at) process.kill(process.pid, 'SIGKILL')
    // To take away, and to put back what was there, needs no room.
    const needsRoom = name === 'rename' ? count === at : name !== 'rm' && count >= at
    if (process.env.BREAK_BY === 'full' && needsRoom)
      throw Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'})
    return original(...rest)
  }
}
syncBuiltinESMExports()
process.on('exit', () => process.stderr.write(`${count} writes\n`))
