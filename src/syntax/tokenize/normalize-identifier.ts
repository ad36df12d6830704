/**
 * CommonMark's matching of labels, as micromark keeps those that are defined.
 *
 * @example
 * normalizeIdentifier(' A  b ') // 'A B'
 */
export function normalizeIdentifier(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}
