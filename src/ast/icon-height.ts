/** How authors write the height of an icon. */

/** A height that an author gave. */
export interface IconHeight {
  value: number
  unit: 'px' | 'em' | 'rem'
}

/** Read a height; `undefined` for anything but a number with px, em or rem. */
export function readHeight(text: string): IconHeight | undefined {
  const [, value, unit] = /^(\d{1,9}(?:\.\d{1,9})?)(px|r?em)$/.exec(text) ?? []
  return unit === 'px' || unit === 'em' || unit === 'rem' ? {value: Number(value), unit} : undefined
}
