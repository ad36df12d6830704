/** Every class that we write has a look in the style sheet, or stands here as a hook for other sheets and scripts. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as ts from 'typescript'
import {expect, test} from 'vitest'
import {createProject} from '../../src/index.js'
import {filesBelow, projectRoot, readFolder} from '../support.js'

/** Classes without a look of their own: what they are for. */
const hooks: Record<string, string> = {
  'docutils’ and Sphinx’s names for what its element shows already': `
    docutils container compound reference internal external xref any myst doc image-reference target brackets
    footnote-reference footnote-backref caption-text colon head row-odd row-even stub align-default literal literal-block code highlight
    notranslate productionlist local toctree-l1 toctree-l2 colwidths-auto colwidths-given dropdown`,
  'what became of it, beside its box': 'added changed removed',
  'the language of inline code': 'language- python',
  'a role of its own, drawn by its element': `
    command cve cwe dfn file framed kbd mailheader makevar manpage mimetype newsgroup pep program regexp rfc samp`,
  'a role of the project’s own by its name, as Sphinx calls it': 'extlink-',
  'domains and kinds of objects': `
    py js c cpp rst std std-token py-class py-func std-option sig-object descname descclassname property
    attribute class cmdoption confval describe directive envvar function method`,
  'boxes that look like notes': 'note proof theorem lemma exercise solution toggle',
  'cells of notebooks': 'cell_input above-input tag_hide-input',
  'what a script or another sheet draws': 'mermaid amsmath fa-anchor fa-github iframe-address',
  'what was collected or shown from elsewhere, looking as it does there': 'embed todolist',
  'of tasks, plain on purpose': 'task-list-item'
}
const known = Object.values(hooks).flatMap((list) => list.trim().split(/\s+/))

const css = readFileSync(join(projectRoot, 'src/style.css'), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/url\(".*?"\)/g, '')
const styled = new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = '']) => name))
const starts = [...css.matchAll(/\[class(?:\*|\^)='([\w-]+)'\]/g)].map(([, start = '']) => start)

/** Whether a rule speaks of a class; of one whose end varies, whether any does. */
function hasLook(name: string): boolean {
  if (styled.has(name) || starts.some((start) => name.startsWith(start))) return true
  return name.endsWith('-') && [...styled].some((each) => each.startsWith(name))
}

/** Functions that are given classes. */
const makers = /^(?:classNames|classes|linkElement|box)$|^classNames\(/

/** Words of strings that become classes, by the source text: `sd-bg-` where the end varies. */
function written(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const out: string[] = []
  const words = (node: ts.Node): void => {
    // What is compared, looked up or asked for is no class; of a template only the start is known.
    if (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText())) return
    if (ts.isElementAccessExpression(node)) return
    if (ts.isCallExpression(node) && !makers.test(node.expression.getText())) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) out.push(...node.text.split(/\s+/))
    if (ts.isTemplateExpression(node)) words(node.head)
    else ts.forEachChild(node, words)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && makers.test(node.expression.getText())) node.arguments.forEach(words)
    else if (
      (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
      /^(?:class|className)$/.test(node.name.getText()) &&
      node.initializer
    )
      words(node.initializer)
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return out.filter((word) => /^[a-z][\w-]*$/i.test(word))
}

test('every class that the source writes has a look, or is a hook by name', () => {
  const files = ['html', 'directives', 'roles'].flatMap((room) =>
    filesBelow(join(projectRoot, 'src', room), '.ts').map((file) => join(projectRoot, 'src', room, file))
  )
  const names = new Set(files.flatMap(written))
  expect(names.size).toBeGreaterThan(100)
  expect([...names].filter((name) => !hasLook(name) && !known.includes(name)).sort()).toEqual([])
})

test('every class of the gallery has a look, or is a hook by name', () => {
  const pages = readFolder(join(projectRoot, 'docs/gallery'))
  const files = (path: string): string | undefined =>
    path.startsWith('files/') ? readFileSync(join(projectRoot, 'docs/gallery', path), 'utf8') : undefined
  const project = createProject({pages, files, config: {extensions: 'all', numbering: true}})
  const names = new Set<string>()
  for (const page of project.pages)
    for (const [, list = ''] of project.render(page).html.matchAll(/ class="([^"]*)"/g))
      for (const name of list.split(' ')) names.add(name)
  expect([...names].filter((name) => !hasLook(name) && !known.includes(name)).sort()).toEqual([])
  // The list holds nothing that has a look by now.
  expect(known.filter(hasLook)).toEqual([])
})
