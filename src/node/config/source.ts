/** A configuration file as it was read: its values, and where each is written. */
import type {Position} from 'unist'
import {didYouMean, type Fault} from '../../ast/report.js'
import {suggester} from '../../names/suggest.js'

/** Keys and indexes from the top of a file down to a value. */
export type Path = readonly PropertyKey[]

export type Values = Readonly<Record<string, unknown>>

/** A configuration file that was read. */
export interface ConfigSource {
  /** From the project's root. */
  file: string
  value: Values
  /** Where a value is written, or its key; of what is not there, where the nearest thing around it is. */
  place(path: Path, atKey?: boolean): Position | undefined
}

/** Takes what is wrong with a file. */
export type Tell = (file: string, fault: Fault) => void

export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that may stand alone or in a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Strings of a list, or one alone. */
export function stringsOf(value: unknown): string[] {
  return listOf(value).filter((each) => typeof each === 'string')
}

/** Say which keys of a mapping no tool knows. */
export function tellUnknownKeys(
  {file, place}: ConfigSource,
  path: Path,
  value: Values,
  known: readonly string[],
  tell: Tell
): void {
  const names = new Set(known)
  const near = suggester(() => known)
  for (const key of Object.keys(value)) {
    if (names.has(key)) continue
    const where = path.length > 0 ? ` in "${path.map(String).join('.')}"` : ''
    tell(file, {
      ruleId: 'unknown-config-key',
      reason: `unknown key "${key}"${where}${didYouMean(near(key))}`,
      position: place([...path, key], true)
    })
  }
}
