/** No regular expression takes the square of a text: a stranger's page may be all spaces. */
import {readFileSync} from 'node:fs'
import {analyse} from 'scslre'
import {globSync} from 'tinyglobby'
import ts from 'typescript'
import {expect, test} from 'vitest'

function expressionsOf(file: string): {source: string; flags: string; line: number}[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const out: {source: string; flags: string; line: number}[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? []
      out.push({source, flags, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1})
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return out
}

test('every regular expression takes linear time', () => {
  const found = globSync('src/**/*.ts').flatMap((file) =>
    expressionsOf(file).flatMap(({source, flags, line}) =>
      // Only a sticky one is not tried at each place.
      analyse({source, flags})
        .reports.filter(({type}) => type !== 'Move' || !flags.includes('y'))
        .map(({type}) => `${file}:${line}: ${type} in /${source}/${flags}`)
    )
  )
  expect(found).toEqual([])
})
