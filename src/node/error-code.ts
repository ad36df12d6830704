/** Why the system refused. */

/** The system's own word for an error, as `ENOENT`; empty for errors of another kind. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
