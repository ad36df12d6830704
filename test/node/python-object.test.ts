import {expect, test} from 'vitest'
import {pythonObject} from '../../src/node/python-object.js'

const lines = `import os

@cached
def row(
    boat,
):
    def inner():
        pass

    return inner


class Boat:
    async def row(self):
        """Moves.

        Slowly.
        """

    # of the class
x = 1`.split('\n')

test.each([
  ['row', 2, 10],
  ['Boat', 12, 20],
  ['Boat.row', 13, 18],
  ['row.inner', 6, 8]
])('%s begins at line %d, counted from 0, and ends before line %d', (name, from, to) => {
  const found = pythonObject(lines, name)
  expect(found && lines.slice(...found).join('\n')).toEqual(lines.slice(from, to).join('\n'))
})

test.each(['inner', 'Boat.sail', 'oat', ''])('%j is nowhere', (name) => {
  expect(pythonObject(lines, name === 'inner' ? 'Boat.inner' : name)).toBeUndefined()
})
