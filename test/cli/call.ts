/** The command line as a test calls it. */
import {run} from '../../src/cli/run.js'
import {folderWith} from '../folder.js'

/** Run the program in a folder with some files; times are left out of what it says. */
export async function call(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  return callIn(folderWith(files), ...args)
}

/** Run the program in a folder that is there. */
export async function callIn(cwd: string, ...args: string[]) {
  let stdout = ''
  let stderr = ''
  const status = await run(args, {
    stdout: {
      write(text) {
        stdout += text
      }
    },
    stderr: {
      write(text) {
        stderr += text
      }
    },
    stdin: async () => '# From a pipe',
    cwd
  })
  return {status, stdout, stderr: stderr.replace(/\d+\.\d s/g, '0.0 s'), cwd}
}
