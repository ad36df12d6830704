/** `mystmark/icons`: drawings from Iconify's packs, for the core's plug-in `icons`. */
export {fa5Names} from './html/fa5-names.js'
export {type IconPack, type IconSet, type IconShape, type IconSource, iconsFromPacks} from './html/icons.js'
