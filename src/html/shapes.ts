/** The drawings that directives need whether an icon pack is there or not: octicons of GitHub's Primer (MIT). */

import {own} from '../names/own.js'
import type {IconSet, IconShape} from './icons.js'

const shapes: Readonly<Record<string, IconShape>> = {
  'chevron-right': shape(
    24,
    'M8.72 18.78a.75.75 0 0 1 0-1.06L14.44 12L8.72 6.28a.75.75 0 0 1 .018-1.042a.75.75 0 0 1 1.042-.018l6.25 6.25a.75.75 0 0 1 0 1.06l-6.25 6.25a.75.75 0 0 1-1.06 0'
  ),
  'chevron-down': shape(
    24,
    'M5.22 8.22a.75.75 0 0 0 0 1.06l6.25 6.25a.75.75 0 0 0 1.06 0l6.25-6.25a.749.749 0 1 0-1.06-1.06L12 13.939L6.28 8.22a.75.75 0 0 0-1.06 0'
  ),
  'kebab-horizontal': shape(
    24,
    'M20 14a2 2 0 1 1-.001-3.999A2 2 0 0 1 20 14M6 12a2 2 0 1 1-3.999.001A2 2 0 0 1 6 12m8 0a2 2 0 1 1-3.999.001A2 2 0 0 1 14 12'
  ),
  clock: shape(
    16,
    'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 0 0-13 0m7-3.25v2.992l2.028.812a.75.75 0 0 1-.557 1.392l-2.5-1A.75.75 0 0 1 7 8.25v-3.5a.75.75 0 0 1 1.5 0'
  ),
  calendar: shape(
    16,
    'M4.75 0a.75.75 0 0 1 .75.75V2h5V.75a.75.75 0 0 1 1.5 0V2h1.25c.966 0 1.75.784 1.75 1.75v10.5A1.75 1.75 0 0 1 13.25 16H2.75A1.75 1.75 0 0 1 1 14.25V3.75C1 2.784 1.784 2 2.75 2H4V.75A.75.75 0 0 1 4.75 0M2.5 7.5v6.75c0 .138.112.25.25.25h10.5a.25.25 0 0 0 .25-.25V7.5Zm10.75-4H2.75a.25.25 0 0 0-.25.25V6h11V3.75a.25.25 0 0 0-.25-.25'
  )
}

/** A drawing of the core, as an icon source gives those of its packs. */
export function findShape(set: IconSet, name: string, _size?: number): IconShape | undefined {
  return set === 'octicon' ? own(shapes, name) : undefined
}

function shape(size: number, path: string): IconShape {
  return {body: `<path fill="currentColor" d="${path}"/>`, width: size, height: size}
}
