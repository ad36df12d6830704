/** `mystmark/remark`: the plug-in as default export, for hosts that name plug-ins by string. */
export {type MystFileData, type RemarkMystOptions, remarkMyst as default} from './pipeline/remark-myst.js'
