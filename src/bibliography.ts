/** `mystmark/bibliography`: citations and bibliographies, for the core's plug-in `citations`; a reader of `.bib` files is given. */
export {createCitations} from './bibliography/index.js'
export type {BibFault, Person, ReadBib, Work} from './bibliography/work.js'
