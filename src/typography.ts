/** `mystmark/typography`: quotes, dashes and signs for the core's plug-in `typography`, abbreviations for `passes`. */
export {type Abbreviations, createAbbreviations} from './transforms/abbreviations.js'
export {setTypography} from './transforms/typography.js'
