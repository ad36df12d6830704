/** What a command is, and how its arguments are read. */
import {type ParseArgsConfig, parseArgs} from 'node:util'
import type {Colors} from 'picocolors/types.js'
import {didYouMean} from '../ast/report.js'
import {own} from '../names/own.js'
import {suggest} from '../names/suggest.js'

/** Where a command writes. */
export interface Output {
  write(text: string): unknown
}

/** The world as a command sees it. */
export interface Io {
  /** Results. */
  stdout: Output
  /** Text for people. */
  stderr: Output
  /** Paths that are given count from here. */
  cwd: string
  /** The text of the standard input. */
  stdin?: (() => Promise<string>) | undefined
  /** Whether text for people is coloured; not if left out. */
  color?: boolean | undefined
  /** The folder that keeps fetched inventories; nothing is kept if left out. */
  cache?: string | undefined
  /** Whether somebody watches, so that progress is shown; not if left out. */
  interactive?: boolean | undefined
}

/** A command's {@link Io} with the colours that suit it. */
export interface Context extends Io {
  colors: Colors
}

/** Exit status: clean, findings at the level asked for, misuse. */
export type Status = 0 | 1 | 2

/** One option of a command. */
export interface Option {
  type: 'string' | 'boolean'
  short?: string
  multiple?: boolean
  /** Stands for the value in the help. */
  value?: string
  help: string
}

type Options = Readonly<Record<string, Option>>

/** The values that the options of a command have. */
export type Values<T extends Options> = {
  [K in keyof T]?: T[K]['type'] extends 'boolean'
    ? boolean
    : T[K]['multiple'] extends true
      ? string[]
      : string
}

/** One command. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** Names of the positional arguments, as they stand in the usage. */
  positionals: readonly string[]
  options: Options
  /** Lines for the end of the help. */
  examples: readonly string[]
  run(args: readonly string[], context: Context): Promise<Status>
}

/** The caller wrote something that makes no sense: a sentence for them. */
export class Misuse extends Error {}

/** A command whose options are typed by their own table. */
export function defineCommand<const T extends Options>({
  run,
  ...command
}: Omit<Command, 'run' | 'options'> & {
  options: T
  run(positionals: readonly string[], values: Values<T>, context: Context): Promise<Status>
}): Command {
  return {
    ...command,
    run: (args, context) => {
      const {positionals, values} = readArguments<T>(args, command)
      return run(positionals, values, context)
    }
  }
}

function readArguments<T extends Options>(
  args: readonly string[],
  {positionals: names, options}: {positionals: readonly string[]; options: T}
): {positionals: string[]; values: Values<T>} {
  const config: ParseArgsConfig['options'] = {}
  for (const [name, {type, short, multiple}] of Object.entries(options))
    config[name] = {type, ...(short && {short}), ...(multiple && {multiple})}
  const parsed = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true
  })
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue
    const option = own(options, token.name)
    if (!option) {
      const near = suggest(token.name, Object.keys(options)).map((name) => `--${name}`)
      throw new Misuse(`there is no option ${token.rawName}${didYouMean(near)}`)
    }
    if (option.type === 'string' && !token.value)
      throw new Misuse(
        `the option ${token.rawName} takes a value: ${token.rawName} ${option.value ?? 'VALUE'}`
      )
    if (option.type === 'boolean' && token.value !== undefined)
      throw new Misuse(`the option ${token.rawName} takes no value`)
  }
  const missing = names[parsed.positionals.length]
  if (missing !== undefined) throw new Misuse(`${missing} is missing`)
  const extra = parsed.positionals[names.length]
  if (extra !== undefined) throw new Misuse(`"${extra}" is one argument too many`)
  return {positionals: parsed.positionals, values: checked<T>(parsed.values, options)}
}

/** What was read, by what the table says of each option. */
function checked<T extends Options>(values: Readonly<Record<string, unknown>>, options: T): Values<T> {
  const out: Values<T> = {}
  const isValues = (value: object): value is Values<T> =>
    Object.entries(value).every(([name, each]) => {
      const option = options[name]
      if (option?.multiple) return Array.isArray(each)
      return typeof each === option?.type
    })
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return isValues(given) ? given : out
}

/**
 * One of several words.
 *
 * @throws Misuse that names them.
 */
export function oneOf<T extends string>(
  option: string,
  given: string | undefined,
  words: readonly [T, ...T[]]
): T {
  if (given === undefined) return words[0]
  const word = words.find((each) => each === given)
  if (word === undefined)
    throw new Misuse(
      `${option} is one of ${words.join(', ')}; "${given}" is not${didYouMean(suggest(given, words))}`
    )
  return word
}
