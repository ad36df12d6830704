/**
 * A value that a record has itself: keys are authors' words, and may be `constructor`.
 *
 * @example
 * own({a: 1}, 'toString') // undefined
 */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}
