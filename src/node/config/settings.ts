/** Settings from all files, each with where it is from; the later wins. Checked together, by one schema. */
import type * as z from 'zod/mini'
import {issueReason} from '../../pipeline/options.js'
import {type IgnoredSetting, reasonFor} from './ignored.js'
import {type ProjectFile, projectSchema, projectShape} from './schema.js'
import {type ConfigSource, isRecord, type Path, type Tell} from './source.js'

/** Keys whose entries are settings of their own, so that files add to each other. */
const byEntry: readonly string[] = [
  'inventories',
  'substitutions',
  'mathMacros',
  'numbering',
  'urlSchemes',
  'dollarmath',
  'extlinks',
  'abbreviations',
  'formats',
  'redirects'
] satisfies (keyof ProjectFile)[]

/** A value that some file gives. */
export interface Setting {
  key: keyof ProjectFile
  /** The entry of `key` that it is, if entries of it are settings of their own. */
  entry?: string | undefined
  value: unknown
  source: ConfigSource
  /** Where `source` has it. */
  path: Path
}

/** Collects settings. */
export interface Settings {
  set(key: keyof ProjectFile, value: unknown, source: ConfigSource, path: Path): void
  /** Note which of some keys below `path` have no effect here: all that are not among the `read` ones. */
  ignore(source: ConfigSource, path: Path, keys: Iterable<string>, read: readonly string[]): void
  /** What was understood. What is wrong is said where it is written, and left out. */
  finish(tell: Tell): {config: ProjectFile; settings: Setting[]; ignored: IgnoredSetting[]}
}

const shape: Readonly<Record<string, z.ZodMiniType>> = projectShape

/** Start with no setting. */
export function createSettings(): Settings {
  const known = new Map<keyof ProjectFile, Map<string, Setting>>()
  const ignored: IgnoredSetting[] = []
  return {
    ignore(source, path, keys, read) {
      const known = new Set(read)
      for (const key of keys)
        if (!known.has(key)) ignored.push({source, path: [...path, key], reason: reasonFor(key)})
    },
    set(key, value, source, path) {
      const entries = known.get(key) ?? new Map<string, Setting>()
      if (byEntry.includes(key) && isRecord(value)) {
        entries.delete('')
        for (const [entry, each] of Object.entries(value))
          entries.set(`.${entry}`, {key, entry, value: each, source, path: [...path, entry]})
        if (Object.keys(value).length === 0 && entries.size === 0) return
      } else {
        entries.clear()
        entries.set('', {key, value, source, path})
      }
      known.set(key, entries)
    },
    finish(tell) {
      const good: Record<string, unknown> = {}
      const settings: Setting[] = []
      for (const [key, entries] of known) {
        const sound = [...entries.values()].filter((setting) => isSound(setting, tell))
        settings.push(...sound)
        const whole = sound.find(({entry}) => entry === undefined)
        if (whole) good[key] = whole.value
        else if (sound.length > 0)
          good[key] = Object.fromEntries(sound.map(({entry = '', value}) => [entry, value]))
      }
      const result = projectSchema.safeParse(good)
      return {config: result.success ? result.data : {}, settings, ignored}
    }
  }
}

function isSound({key, entry, value, source, path}: Setting, tell: Tell): boolean {
  const result = shape[key]?.safeParse(entry === undefined ? value : {[entry]: value})
  if (!result || result.success) return true
  for (const issue of result.error.issues.flatMap(nearest)) {
    const rest = entry === undefined ? issue.path : issue.path.slice(1)
    tell(source.file, {
      ruleId: 'invalid-config-value',
      reason: `"${[...path, ...rest].map(String).join('.')}": ${issueReason(issue)}`,
      position: source.place([...path, ...rest])
    })
  }
  return false
}

/** Of what a value may be the kind that it comes nearest to: the one that is wrong further down. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code === 'invalid_key') return issue.issues.map((each) => ({...each, path: issue.path}))
  if (issue.code !== 'invalid_union') return [issue]
  const inner = issue.errors.find((errors) => errors.some(({path}) => path.length > 0))
  return inner ? inner.flatMap((each) => nearest({...each, path: [...issue.path, ...each.path]})) : [issue]
}
