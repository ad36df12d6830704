import {describe, expect, test} from 'vitest'
import {createProject, defineDirective} from '../../src/index.js'

const boom = new Error('boom')
const bomb = defineDirective({
  name: 'bomb',
  options: {},
  build() {
    throw boom
  }
})
const pages = {
  'index.md': '# Home\n\n{doc}`bad` and {ref}`good`\n',
  'bad.md': '(worse)=\n# Bad\n\n```{bomb}\n```\n',
  'good.md': '(good)=\n# Good\n'
}

describe('a page that breaks a plug-in', () => {
  const project = createProject({pages, directives: [bomb]})

  test('is an error among the messages, which keeps what was thrown', () => {
    const broken = project.check().find(({ruleId}) => ruleId === 'page-failed')
    expect([broken?.file, broken?.fatal, broken?.cause]).toEqual(['bad.md', true, boom])
    expect(broken?.reason).toMatch(/^rendering the page broke: boom; please report it/)
  })

  test('throws where it is rendered itself', () => {
    expect(() => project.render('bad.md')).toThrow('boom')
  })

  test('leaves the other pages as they are, which are told that it is not there', () => {
    const {html, messages} = project.render('index.md')
    expect(html).toContain('href="good.html#good"')
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['unknown-document'])
  })
})
