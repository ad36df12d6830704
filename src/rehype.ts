/** `mystmark/rehype`: plug-ins of rehype, for the core's hook `transformHast`. */
export {rehypePlugins} from './html/rehype-plugins.js'
