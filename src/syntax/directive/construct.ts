/** The micromark construct of directives: what opens one, and when its body is read. */
import {subtokenize} from 'micromark-util-subtokenize'
import type {Construct, Event, State, TokenizeContext} from 'micromark-util-types'
import {plainPoint} from '../../ast/place.js'
import {underAttributeLine} from '../attributes/tokenize.js'
import type {DirectiveSyntax, SyntaxRegistry} from '../spec.js'
import {peekLine} from '../tokenize/partials.js'
import {deeper, directiveDepth, maxDirectiveDepth} from './depth.js'
import {isLeaf, parseGenericHeader} from './generic-header.js'
import {type DirectiveHeader, parseDirectiveHeader, parseFenceHeader} from './header.js'
import {tokenizeDirective} from './tokenize.js'

/**
 * The construct, for any of the three fence markers.
 *
 * @param registry says of a name whether its argument and body are Markdown.
 * @param options `generic`: whether `:::name[Title]` and `::name` are directives, too; `fences`: languages of plain
 * fences that are.
 * @example
 * const extension = {flow: {58: directiveConstruct(registry)}}
 */
export function directiveConstruct(
  registry: SyntaxRegistry,
  {generic, fences = []}: {generic?: boolean | undefined; fences?: readonly string[] | undefined} = {}
): Construct {
  return {
    name: 'mystDirective',
    concrete: true,
    resolve: resolveBody,
    tokenize(effects, ok, nok) {
      let line = ''
      const peek = peekLine((text) => {
        line = text
      })
      const begin: State = (code) => {
        const header =
          (generic && genericHeader(line, registry)) ||
          parseDirectiveHeader(line, underAttributeLine(this)) ||
          parseFenceHeader(line, fences)
        if (!header || directiveDepth(this.parser) >= maxDirectiveDepth) return nok(code)
        const syntax = syntaxOf(header, registry)
        // ```{r echo=FALSE} and ```{r}text are code of another tool.
        if (
          syntax.known === false &&
          header.marker !== ':' &&
          (header.attributes.length > 0 ||
            (header.argument !== '' && header.argumentStart === header.nameEnd + 1))
        )
          return nok(code)
        const start = plainPoint(this.now())
        return tokenizeDirective(this, effects, ok, registry, {
          header,
          syntax,
          start,
          optionLines: [],
          bodyLines: [],
          ...(syntax.body === 'terms' ? {termLines: []} : {}),
          closed: isLeaf(header)
        })(code)
      }
      return (code) => effects.check(peek, begin, nok)(code)
    }
  }
}

/** `:::name` alone is a directive if there is one, else a `div` of that class. */
function genericHeader(line: string, registry: SyntaxRegistry): DirectiveHeader | undefined {
  const header = parseGenericHeader(line)
  if (!header || isLeaf(header) || header.argument || header.attributes.length > 0) return header
  return registry.directiveSyntax(header.name).known === false ? undefined : header
}

/** In the generic form text behind the name is a title where the body is Markdown. */
function syntaxOf({name, generic}: DirectiveHeader, registry: SyntaxRegistry): DirectiveSyntax {
  const syntax = registry.directiveSyntax(name)
  return generic && syntax.argument === 'body' && syntax.body !== 'raw'
    ? {...syntax, argument: 'inline'}
    : syntax
}

/**
 * Tokenize the body now instead of after the page, so that its definitions are known to the text before it.
 * Document to flow, then flow to content, no further: text must wait for definitions further down, and so must
 * terms, which are text already.
 */
function resolveBody(events: Event[], context: TokenizeContext): Event[] {
  const from = events.findIndex((event) => event[1].type === 'mystDirectiveBody')
  const body = events[from]?.[1]
  const parts = events[0]?.[1]._mystDirective
  if (!body || parts?.syntax.body === 'raw') return events
  const to = events.findLastIndex((event) => event[1] === body)
  const out = events.slice(0, from + 1)
  // The document in the body says of its first line that it is not lazy; what the directive interrupts must still see
  // that it is, if that is the line of the fence.
  const {lazy} = context.parser
  const {line} = body.start
  const wasLazy = lazy[line]
  let inner: Event[] = []
  const flush = (): void => {
    deeper(context.parser, () => subtokenize(inner))
    if (!parts?.flat) subtokenize(inner)
    for (const event of inner) out.push(event)
    inner = []
  }
  let term = false
  for (const event of events.slice(from + 1, to)) {
    const [kind, {type}] = event
    const isTerm = type === 'mystDirectiveTerm'
    if (isTerm && kind === 'enter') {
      flush()
      term = true
    }
    if (term) out.push(event)
    else inner.push(event)
    if (isTerm && kind === 'exit') term = false
  }
  flush()
  if (wasLazy !== undefined) lazy[line] = wasLazy
  return [...out, ...events.slice(to)]
}
