/** The command line without a process: arguments in, exit status out. */
import pc from 'picocolors'
import {didYouMean} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import {build} from './build.js'
import {check} from './check.js'
import {type Command, type Io, Misuse, type Status} from './command.js'
import {config} from './config.js'
import {helpOf, overview, usageOf} from './help.js'
import {inventory} from './inventory.js'
import {rename} from './rename.js'
import {render} from './render.js'
import {resolve} from './resolve.js'
import {version} from './version.js'

const commands: readonly Command[] = [render, build, check, config, resolve, rename, inventory]

/**
 * Run the command line.
 *
 * @param args without the program's own name.
 * @returns the exit status.
 * @example
 * await run(['check', 'docs'], {stdout: process.stdout, stderr: process.stderr, cwd: process.cwd()})
 */
export async function run(args: readonly string[], io: Io): Promise<Status> {
  const colors = pc.createColors(io.color ?? false)
  const [name, ...rest] = args
  const refuse = (sentence: string, usage: string): Status => {
    io.stderr.write(`${colors.red('mystmark:')} ${sentence}\n\n${usage}\n`)
    return 2
  }
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${version()}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const wanted = commands.find((command) => command.name === rest[0])
    io.stdout.write(wanted ? helpOf(wanted, colors) : overview(commands, colors))
    return 0
  }
  const names = commands.map((command) => command.name)
  const usage = `Usage: mystmark ${names.join('|')} … (mystmark --help says more)`
  if (name === undefined) return refuse('a command is missing', usage)
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const what = name.startsWith('-') ? `there is no option ${name}` : `there is no command "${name}"`
    return refuse(what + didYouMean(suggest(name, names)), usage)
  }
  const ends = rest.indexOf('--')
  const own = ends === -1 ? rest : rest.slice(0, ends)
  if (own.includes('--help') || own.includes('-h')) {
    io.stdout.write(helpOf(command, colors))
    return 0
  }
  try {
    return await command.run(rest, {...io, colors})
  } catch (error) {
    if (error instanceof Misuse) return refuse(`${name}: ${error.message}`, `Usage: ${usageOf(command)}`)
    throw error
  }
}
