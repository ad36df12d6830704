/** What `--help` says. */
import type {Colors} from 'picocolors/types.js'
import type {Command, Option} from './command.js'

/** One line: how a command is called. */
export function usageOf({name, positionals, options}: Command): string {
  const shown = Object.entries(options).map(([key, option]) => `[${optionHead(key, option)}]`)
  return ['mystmark', name, ...positionals, ...shown].join(' ')
}

/** The help of one command. */
export function helpOf(command: Command, colors: Colors): string {
  const rows = Object.entries(command.options).map(([key, option]): [string, string] => [
    `${option.short ? `-${option.short}, ` : '    '}${optionHead(key, option)}`,
    option.help
  ])
  const parts = [
    `${command.summary}\n`,
    `${colors.bold('Usage:')} mystmark ${[command.name, ...command.positionals].join(' ')} [options]\n`,
    `${colors.bold('Options:')}\n${table([...rows, ['    --help', 'Show this.']])}`,
    `${colors.bold('Examples:')}\n${command.examples.map((line) => `  ${line}\n`).join('')}`
  ]
  return parts.join('\n')
}

/** The help of the whole. */
export function overview(commands: readonly Command[], colors: Colors): string {
  const rows = commands.map(({name, summary}): [string, string] => [name, summary])
  return [
    'MyST Markdown: pages rendered, every reference resolved or explained.\n',
    `${colors.bold('Usage:')} mystmark COMMAND [arguments] [options]\n`,
    `${colors.bold('Commands:')}\n${table(rows)}`,
    `${colors.bold('Options:')}\n${table([
      ['--help', 'Show this, or what a command does: mystmark COMMAND --help.'],
      ['--version', 'Show the version.']
    ])}`,
    'Exit status: 0 clean, 1 findings at the level asked for, 2 misuse.\n'
  ].join('\n')
}

function optionHead(name: string, {type, value}: Option): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'VALUE'}`
}

/** Two columns; where the left is long, the right goes below it. */
function table(rows: readonly [string, string][]): string {
  const width = Math.min(28, Math.max(...rows.map(([left]) => left.length)))
  return rows
    .map(([left, right]) =>
      left.length > width
        ? `  ${left}\n  ${' '.repeat(width)}  ${right}\n`
        : `  ${left.padEnd(width)}  ${right}\n`
    )
    .join('')
}
