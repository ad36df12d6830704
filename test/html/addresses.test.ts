import {expect, test} from 'vitest'
import {render} from '../../src/index.js'

test.each([
  ['[a](</a b>)', 'href="/a%20b"'],
  ['[a](/x\\\\y)', 'href="/x%5Cy"'],
  ['[a](https://x.example/日本?q=ä)', 'href="https://x.example/日本?q=ä"'],
  ['[a](https://x.example/a%20b)', 'href="https://x.example/a%20b"'],
  [':::{button-link} https://x.example/{id}\n:::', 'href="https://x.example/%7Bid%7D"'],
  [':::{image} a\\b.png\n:::', 'src="a%5Cb.png"'],
  [':::{card}\n:img-top: a b.png\n:::', 'src="a%20b.png"']
])('%j holds only what an address may: %s', (source, expected) => {
  expect(render(source).html).toContain(expected)
})
