/** Lists of fields. */
import type {Parent, PhrasingContent} from 'mdast'
import type {FlowContent} from './syntax-nodes.js'

/** `:name: body` lines. */
export interface FieldList extends Parent {
  type: 'fieldList'
  children: Field[]
}

export interface Field extends Parent {
  type: 'field'
  /** Name and body. */
  children: (FieldName | FieldBody)[]
}

export interface FieldName extends Parent {
  type: 'fieldName'
  children: PhrasingContent[]
}

export interface FieldBody extends Parent {
  type: 'fieldBody'
  children: FlowContent[]
}
