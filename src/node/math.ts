/** Formulas as MathML, by temml. */
import type {ElementContent, Properties} from 'hast'
import temml from 'temml'
import {withoutStack} from '../ast/without-stack.js'
import type {MathRenderer} from '../html/math.js'
import {limitFormula} from './math-size.js'

/** temml's own step before it writes text; its types name it otherwise. */
const toMathml: unknown = Reflect.get(temml, '__renderToMathMLTree')

/** What temml does not know, as what says the same. */
const replaced: readonly [RegExp, string][] = [
  [/\\(begin|end)\{flalign(\*?)\}/g, '\\$1{align$2}'],
  [/\\begin\{eqnarray\*?\}/g, '\\begin{array}{rcl}'],
  [/\\end\{eqnarray\*?\}/g, '\\end{array}'],
  // Numbers are the project's, not the renderer's.
  [/\\(begin|end)\{(equation|multline|gather|align|alignat)\}/g, '\\$1{$2*}']
]

/**
 * Draw a formula as MathML, which browsers show without script or fonts of their own.
 *
 * @throws Error where the TeX is wrong.
 * @example
 * render(source, {math: nodeMath})
 */
export const nodeMath: MathRenderer = (tex, {display, macros}) => {
  const known = /\\(?:begin|end)\{/.test(tex)
    ? replaced.reduce((text, [from, to]) => text.replace(from, to), tex)
    : tex
  if (typeof toMathml !== 'function') return []
  const ofPage = macrosOf(macros)
  return withoutStack(() => {
    try {
      const options = {
        displayMode: display,
        throwOnError: true,
        trust: false,
        maxExpand: limitFormula(known, ofPage),
        maxSize: [50, 50],
        macros: ofPage
      }
      const nodes: ElementContent[] = []
      addHast(toMathml(known, options), nodes)
      return nodes
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      // What follows the place is the TeX again, underlined by combining characters.
      throw new Error(reason.replace(/ at (?:position \d+|end of input):[\s\S]*$/, '').trim())
    }
  })
}

/** mystmd also lets a macro be an object that describes it. */
function macrosOf(macros: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(macros)) {
    const tex = isRecord(value) ? value.macro : value
    if (typeof tex === 'string') out[name.startsWith('\\') ? name : `\\${name}`] = tex
  }
  return out
}

/** temml's nodes are elements, runs of text, and fragments of both. */
function addHast(node: unknown, siblings: ElementContent[]): void {
  if (!isRecord(node)) return
  if (typeof node.text === 'string') {
    siblings.push({type: 'text', value: node.text})
    return
  }
  const tagName = typeof node.type === 'string' ? node.type : isRecord(node.attributes) ? 'span' : undefined
  const children: ElementContent[] = tagName === undefined ? siblings : []
  if (Array.isArray(node.children)) for (const child of node.children) addHast(child, children)
  if (tagName !== undefined)
    siblings.push({type: 'element', tagName, properties: propertiesOf(node), children})
}

function propertiesOf({attributes, classes, style}: Record<string, unknown>): Properties {
  const properties: Properties = {}
  if (isRecord(attributes)) for (const key in attributes) properties[key] = String(attributes[key])
  if (Array.isArray(classes) && classes.length > 0) properties.className = classes.filter(Boolean).map(String)
  const declarations: string[] = []
  if (isRecord(style))
    for (const key in style)
      declarations.push(`${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${style[key]}`)
  if (declarations.length > 0) properties.style = declarations.join('; ')
  return properties
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
