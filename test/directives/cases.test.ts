import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {listMessages, renderCase} from './support.js'

const folder = new URL('cases/', import.meta.url).pathname

/** Each page of `cases/` beside the HTML that it gives; none of them has anything wrong with it. */
test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
  '%s is drawn as its snapshot shows, without a message',
  async (name) => {
    const source = readFileSync(folder + name, 'utf8')
    expect(listMessages(source)).toEqual([])
    await expect(`${renderCase(source).html}\n`).toMatchFileSnapshot(
      `${folder}${name.replace(/md$/, 'html')}`
    )
  }
)
