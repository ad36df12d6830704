/** Sphinx's `only`: content for pages that are made with certain tags. */
import type {Position} from 'unist'
import {onLine} from '../ast/place.js'
import {type Directive, defineDirective} from './define.js'
import {evaluateTags} from './tag-grammar.js'

/** What is true of every page that is made here. */
const always = ['html', 'format_html', 'builder_html']

/**
 * Make the directive for a configuration's tags.
 *
 * @example
 * onlyDirective(['draft']) // {only} draft and html: shown
 */
export function onlyDirective(tags: readonly string[]): Directive {
  const known = new Set([...always, ...tags])
  return defineDirective({
    name: 'only',
    argument: 'raw',
    argumentRequired: true,
    options: {},
    build({argument = '', children, node, report}) {
      const result = evaluateTags(argument, (tag) => known.has(tag))
      if (typeof result === 'boolean') return result ? children : []
      if (argument)
        report({
          ruleId: 'invalid-argument',
          reason: `only: ${result.reason}; write names of tags with and, or, not and parentheses. Its content is shown`,
          position: placeIn(node.data?.argumentPosition, result.start, result.end)
        })
      return children
    }
  })
}

function placeIn(position: Position | undefined, start: number, end: number): Position | undefined {
  return position && onLine(position.start, start, end)
}
