import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'

test.each([undefined, 'all'] as const)(
  'whose words a quotation is stands after dashes, typographic ones too: extensions %s',
  (extensions) => {
    const config = extensions ? {extensions} : {}
    expect(render('```{epigraph}\nAll is flux.\n\n-- Heraclitus\n```\n', {config}).html).toContain(
      '<p class="attribution">—Heraclitus</p>'
    )
  }
)
