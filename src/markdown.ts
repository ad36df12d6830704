/** `mystmark/markdown`: trees written back as MyST, apart from the core, which only reads. */
export {type RemarkSyntaxOptions, remarkMystSyntax} from './syntax/remark.js'
export {toMarkdown} from './syntax/write.js'
