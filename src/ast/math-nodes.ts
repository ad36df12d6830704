/** Formulas. Names and fields are the MyST specification's. */
import type {Data, Literal} from 'mdast'
import type {Attributed} from './typed-nodes.js'

/** How a formula was written. */
export interface MathData extends Data {
  /** Left out for a directive. */
  syntax?: 'dollar' | 'amsmath' | undefined
}

/** A formula as a block. */
export interface MathBlock extends Literal, Attributed {
  type: 'math'
  /** TeX. */
  value: string
  /** Whether it is to have a number; left out, the flavour says. */
  enumerated?: boolean | undefined
  /** Its number. */
  enumerator?: string | undefined
  /** The value brings environments of its own. */
  nowrap?: boolean | undefined
  data?: MathData | undefined
}

/** A formula in running text. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  /** TeX. */
  value: string
  /** Set as a block would be: written with two dollars. */
  display?: boolean | undefined
}
