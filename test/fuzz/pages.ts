/** Random pages and small projects, with addresses in every place that takes one. */
import fc from 'fast-check'
import {anyDocument} from '../syntax/support/documents.js'

const address = fc.constantFrom(
  'b.md',
  'b.md#two',
  'c.html',
  '#one',
  '#nowhere',
  'one',
  'nowhere',
  'https://example.org/a?b=c&d',
  '//example.org/x',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&Tab;script:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'mailto:a@example.org',
  'a.png',
  'http://[',
  '%zz',
  '"onload=alert(1)'
)

/** A line or block with an address in it. */
const sink = address.chain((to) =>
  fc.constantFrom(
    `[x](<${to}>)`,
    `![x](<${to}> "t")`,
    `<${to}>`,
    `[x]: <${to}>\n\n[x] ![x]`,
    `:::{card} T\n:link: ${to}\n:img-top: ${to}\nx\n:::`,
    `:::{button-link} ${to}\nx\n:::`,
    `:::{button-ref} ${to}\nx\n:::`,
    `{bdg-link-primary}\`x <${to}>\``,
    `:::{image} ${to}\n:target: ${to}\n:::`,
    `:::{figure} ${to}\n:target: ${to}\nx\n:::`,
    `:::{iframe} ${to}\n:::`,
    `:::{video} ${to}\n:poster: ${to}\n:::`,
    `{download}\`x <${to}>\``,
    `{ref}\`x <${to}>\` {doc}\`x <${to}>\``,
    `<a href="${to.replaceAll('"', '&quot;')}" id="one" name="two" onclick="alert(1)">x</a>`,
    `<img src="${to.replaceAll('"', '&quot;')}" style="background: url(${to.replaceAll('"', '')})">`,
    `$\\href{${to}}{x}$`,
    `{.c href="${to.replaceAll('"', '')}" onclick=x}\nx`,
    `:::{toctree}\nx <${to}>\n:::`,
    `(one)=\n## One`,
    `## One\n\n## One`,
    `[^1] [^1]\n\n[^1]: one`
  )
)

/** A page: what the syntax is tried with, and addresses. */
export const page: fc.Arbitrary<string> = fc
  .tuple(anyDocument, fc.array(sink, {maxLength: 4}), fc.boolean())
  .map(([document, sinks, first]) => (first ? [...sinks, document] : [document, ...sinks]).join('\n\n'))

/** Pages by path. */
export const pages: fc.Arbitrary<Record<string, string>> = fc
  .tuple(page, page, fc.constantFrom('# Two\n', '(two)=\n## Two\n\n(one)=\n', ''))
  .map(([a, b, c]) => ({'index.md': a, 'b.md': `${c}${b}`, 'folder/c.md': c}))
