/** `mystmark/typography`: quotes, dashes and signs, for the core's plug-in `typography`. */
export {setTypography} from './transforms/typography.js'
