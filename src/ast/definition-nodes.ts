/** Terms and what they mean. */
import type {Parent, PhrasingContent} from 'mdast'
import type {FlowContent} from './syntax-nodes.js'
import type {Attributed} from './typed-nodes.js'

/** Terms, each with the definitions after it. */
export interface DefinitionList extends Parent, Attributed {
  type: 'definitionList'
  /** Whether blank lines part what stands in it. */
  spread?: boolean | undefined
  children: (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  spread?: boolean | undefined
  children: FlowContent[]
}

/** A definition list whose terms references can lead to. */
export interface Glossary extends Parent, Attributed {
  type: 'glossary'
  children: FlowContent[]
}
