// Writes the inventory that the observatory's pages refer to, in Sphinx's format, version 2.
import {writeFileSync} from 'node:fs'
import {strToU8, zlibSync} from 'fflate'

const lines = [
  'index std:doc -1 index.html The Northern Sky Survey',
  'observers std:doc -1 observers.html Observers',
  'conduct std:doc -1 conduct.html Code of conduct',
  'nightly-feed std:label -1 feed.html#$ The nightly feed',
  'zenith std:term -1 glossary.html#term-zenith -',
  'survey.Pointing py:class 1 api.html#$ -',
  'survey.read_night py:function 1 api.html#$ -'
]
const head = [
  '# Sphinx inventory version 2',
  '# Project: Northern Sky Survey',
  '# Version: 4.1',
  '# The remainder of this file is compressed using zlib.'
]
const file = new URL('../test/fixtures/observatory/inventories/survey.inv', import.meta.url)
writeFileSync(
  file,
  Buffer.concat([strToU8(`${head.join('\n')}\n`), zlibSync(strToU8(`${lines.join('\n')}\n`))])
)
