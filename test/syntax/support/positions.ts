/** What must hold of every position of a tree. */
import type {Nodes, Root} from 'mdast'
import type {Point, Position} from 'unist'
import {isParent} from '../../../src/ast/tree.js'

/** The faults of a tree's positions, in words; none is what we want. */
export function positionFaults(tree: Root, source: string): string[] {
  const faults: string[] = []
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)

  const checkPoint = (point: Point, what: string): void => {
    const start = starts[point.line - 1]
    if (start === undefined || start + point.column - 1 !== point.offset || point.offset > source.length)
      faults.push(`${what}: ${point.line}:${point.column} is not offset ${point.offset}`)
    else if ((starts[point.line] ?? Number.POSITIVE_INFINITY) <= point.offset)
      faults.push(`${what}: offset ${point.offset} is behind the end of line ${point.line}`)
  }
  const checkRange = (range: Position | undefined, what: string): range is Position => {
    if (!range) {
      faults.push(`${what}: no position`)
      return false
    }
    checkPoint(range.start, `${what} start`)
    checkPoint(range.end, `${what} end`)
    if (offsetOf(range.start) > offsetOf(range.end)) faults.push(`${what}: ends before it starts`)
    return true
  }
  const slice = (range: Position): string => source.slice(offsetOf(range.start), offsetOf(range.end))
  const checkPart = (range: Position | undefined, value: string, owner: Position, what: string): void => {
    if (!checkRange(range, what)) return
    if (slice(range) !== value)
      faults.push(`${what}: is ${JSON.stringify(value)}, but its place holds ${JSON.stringify(slice(range))}`)
    if (!contains(owner, range)) faults.push(`${what}: stands outside its node`)
  }

  const stack: [Nodes, string][] = [[tree, 'root']]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, path] = top
    if (!checkRange(node.position, path)) continue
    const {position} = node
    if (node.type === 'text') checkText(node.value, slice(position), path)
    if (node.type === 'mystDirective' && node.data) {
      const {data} = node
      if (node.name !== 'div') checkPart(data.namePosition, node.name, position, `${path} name`)
      if (node.args !== undefined) checkPart(data.argumentPosition, node.args, position, `${path} argument`)
      for (const option of data.options) {
        // Attributes in the braces are options under other names.
        if (option.keyPosition.start.line === position.start.line) continue
        const simple = !/["'\n]/.test(slice(option.keyPosition))
        checkPart(
          option.keyPosition,
          simple ? option.key : slice(option.keyPosition),
          position,
          `${path} option key`
        )
        const written = slice(option.valuePosition)
        const plain = !/["'\n\r|>]/.test(written)
        checkPart(
          option.valuePosition,
          // Classes of the braces join those below.
          plain && !(option.key === 'class' && option.value.endsWith(written)) ? option.value : written,
          position,
          `${path} option ${option.key}`
        )
      }
      for (const fault of data.faults) {
        if (checkRange(fault.position, `${path} fault`) && !contains(position, fault.position))
          faults.push(`${path} fault: stands outside its node`)
      }
      for (const line of data.bodyLines ?? []) {
        checkPoint(line.start, `${path} body line`)
        const at = offsetOf(line.start)
        if (source.slice(at, at + line.text.length - (line.pad ?? 0)) !== line.text.slice(line.pad ?? 0))
          faults.push(`${path} body line: ${JSON.stringify(line.text)} is not at ${at}`)
      }
      if (data.bodyPosition && checkRange(data.bodyPosition, `${path} body`)) {
        if (!contains(position, data.bodyPosition)) faults.push(`${path} body: stands outside its node`)
        const first = node.children.find((child) => child.type !== 'mystDirectiveArgument')?.position
        if (first && offsetOf(first.start) < offsetOf(data.bodyPosition.start))
          faults.push(`${path} body: begins behind its first child`)
      }
    }
    if (node.type === 'mystRole') {
      checkPart(node.data?.namePosition, node.name, position, `${path} name`)
      const range = node.data?.valuePosition
      const written = range ? slice(range) : ''
      const plain = !/[\n\r\\]/.test(written)
      checkPart(range, plain ? node.value : written, position, `${path} value`)
      if (!plain && !/\\/.test(written) && squeeze(written) !== squeeze(node.value))
        faults.push(`${path} value: ${JSON.stringify(node.value)} is not ${JSON.stringify(written)}`)
    }
    if (node.type === 'cite') {
      const {keyPosition, prefixPosition, suffixPosition} = node.data ?? {}
      checkPart(keyPosition, node.label, position, `${path} key`)
      for (const [range, words] of [
        [prefixPosition, node.prefix],
        [suffixPosition, node.suffix]
      ] as const) {
        if (words === undefined || !range) continue
        if (!contains(position, range)) faults.push(`${path}: its words stand outside it`)
        if (squeeze(slice(range)) !== squeeze(words))
          faults.push(`${path}: ${JSON.stringify(words)} is not ${JSON.stringify(slice(range))}`)
      }
    }
    if (node.type === 'mystTarget') checkPart(node.data?.labelPosition, node.label, position, `${path} label`)
    if (!isParent(node)) continue
    let last = offsetOf(position.start)
    const only = onlyChildren.get(node.type)
    node.children.forEach((child, index) => {
      if (only && child.type !== only)
        faults.push(`${path}/${child.type}[${index}]: has no place in its parent`)
      stack.push([child, `${path}/${child.type}[${index}]`])
      if (!child.position) return
      if (!contains(position, child.position))
        faults.push(`${path}/${child.type}[${index}]: stands outside its parent`)
      if (offsetOf(child.position.start) < last)
        faults.push(`${path}/${child.type}[${index}]: overlaps the one before it`)
      last = offsetOf(child.position.end)
    })
  }
  return faults

  /** A text is what stands in the source, escapes apart, which addresses have none of; no references are read here. */
  function checkText(value: string, source: string, path: string): void {
    if (/&#?\w+;/.test(source)) return
    const written = value.includes('\\') ? source : source.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    if (value.includes('\\') && /\\[!-/:-@[-`{-~]/.test(source)) return
    if (squeeze(value) === squeeze(written) && /mystRole/.test(path)) return
    const wanted = value.split(/\r\n|\r|\n/)
    const found = written.split(/\r\n|\r|\n/)
    const fits =
      wanted.length === found.length &&
      wanted.every((text, index) => {
        const line = found[index] ?? ''
        const only =
          index === 0 ? line.startsWith(text) : line.endsWith(text) || line.trimEnd().endsWith(text)
        return only && (index > 0 || index < found.length - 1 || line === text)
      })
    if (!fits)
      faults.push(`${path}: is ${JSON.stringify(value)}, but its place holds ${JSON.stringify(written)}`)
  }
}

/** Parents with one kind of children. */
const onlyChildren = new Map([
  ['table', 'tableRow'],
  ['tableRow', 'tableCell'],
  ['list', 'listItem']
])

function offsetOf(point: Point): number {
  return point.offset ?? Number.NaN
}

function contains(outer: Position, inner: Position): boolean {
  return offsetOf(outer.start) <= offsetOf(inner.start) && offsetOf(inner.end) <= offsetOf(outer.end)
}

function squeeze(value: string): string {
  return value.replace(/[\s>]+/g, ' ').trim()
}

/** A tree as JSON, places left out. */
export function withoutPositions(tree: Root): string {
  return JSON.stringify(tree, (key, value) => (places.has(key) ? undefined : value))
}

const places = new Set([
  'position',
  'start',
  'pad',
  'namePosition',
  'argumentPosition',
  'bodyPosition',
  'keyPosition',
  'valuePosition',
  'labelPosition',
  'prefixPosition',
  'suffixPosition'
])
