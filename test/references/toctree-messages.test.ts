import {expect, test} from 'vitest'
import {createProject} from '../../src/index.js'

const messages = (options: string) =>
  createProject({pages: {'index.md': `# Home\n\n\`\`\`{toctree}\n${options}gone\n\`\`\`\n`}})
    .check()
    .map(String)

test.each(['', ':hidden:\n', ':maxdepth: 1\n', ':titlesonly:\n', ':glob:\n:hidden:\n'])(
  'an entry of a toctree that is no page is said, with %j too',
  (options) => {
    const line = options.split('\n').length + 3
    expect(messages(options)).toEqual([`index.md:${line}:1-${line}:5: toctree: there is no page "gone"`])
  }
)

test('a hidden toctree shows nothing again, however much it lists', () => {
  const listed = Array.from({length: 9}, (_, index) => `p${index}`)
  const project = createProject({
    pages: {
      'index.md': `# Home\n\n\`\`\`{toctree}\n:hidden:\n\n${listed.join('\n')}\n\`\`\`\n`,
      ...Object.fromEntries(listed.map((name) => [`${name}.md`, '# A\n\n## B\n']))
    },
    config: {limits: {repeated: 500}}
  })
  expect(project.check().map(String)).toEqual([])
})
