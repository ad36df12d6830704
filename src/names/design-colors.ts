/** The names of sphinx-design's colours: what options may be, and what badges are called by. */
export const designColors = [
  'primary',
  'secondary',
  'success',
  'info',
  'warning',
  'danger',
  'light',
  'muted',
  'dark',
  'white',
  'black'
] as const
