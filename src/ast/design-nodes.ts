/** What sphinx-design's dropdowns, tabs, carousels and badges become. */
import type {Parent, PhrasingContent} from 'mdast'
import type {Referring} from './reference-nodes.js'
import type {FlowContent} from './syntax-nodes.js'
import type {Attributed} from './typed-nodes.js'

/** A dropdown: a title that opens what is below it. */
export interface Details extends Parent, Attributed {
  type: 'details'
  open?: boolean | undefined
  /** Of the title's fill. */
  color?: string | undefined
  /** The name of an octicon before the title. */
  icon?: string | undefined
  /** Where the icon's name is written. */
  iconPosition?: Attributed['labelPosition']
  /** Which way the chevron points when closed and when open. */
  chevron?: 'right-down' | 'down-up' | undefined
  bodyClass?: string | undefined
  children: (Summary | FlowContent)[]
}

/** The title of a dropdown. */
export interface Summary extends Parent {
  type: 'summary'
  children: PhrasingContent[]
}

/** Tabs, of which one is seen at a time. */
export interface TabSet extends Parent, Attributed {
  type: 'tabSet'
  children: FlowContent[]
}

/** One tab and what it shows. */
export interface TabItem extends Parent, Attributed {
  type: 'tabItem'
  /** The label as plain text. */
  title: string
  /** Tabs of one group with one key are chosen together. */
  sync?: string | undefined
  syncGroup?: string | undefined
  /** Seen first. */
  selected?: boolean | undefined
  /** Stands beside other tabs without a set around them, as sphinx-inline-tabs has it. */
  inline?: 'first' | 'next' | undefined
  labelClass?: string | undefined
  contentClass?: string | undefined
  children: (TabTitle | FlowContent)[]
}

/** The label of a tab. */
export interface TabTitle extends Parent {
  type: 'tabTitle'
  children: PhrasingContent[]
}

/** Cards in a line that scrolls. */
export interface Carousel extends Parent, Attributed {
  type: 'carousel'
  children: FlowContent[]
}

/** A word in a pill; with a reference, a link. */
export interface Badge extends Parent, Referring {
  type: 'badge'
  color?: string | undefined
  outline?: boolean | undefined
  tooltip?: string | undefined
  children: PhrasingContent[]
}
