/** Errors that nobody traces. */

/**
 * Call a function whose errors note no stack, which takes most of the time that it takes to make one.
 *
 * @throws what the function does.
 */
export function withoutStack<T>(make: () => T): T {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit')
  if (typeof limit !== 'number') return make()
  Reflect.set(Error, 'stackTraceLimit', 0)
  try {
    return make()
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit)
  }
}
