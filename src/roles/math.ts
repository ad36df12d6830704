/** Formulas in running text. */
import {defineRole, type Role} from './define.js'

const math = defineRole({
  name: 'math',
  build: ({value}) => ({type: 'inlineMath', value: value.trim()})
})

/** `{math}`. */
export const mathRoles: readonly Role[] = [math]
