/** Pages and films of other sites, and films of the project. */
import * as z from 'zod/mini'
import type {Container, FlowContent, Iframe, Video} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {captionAndLegend} from './images.js'
import {inlineOption} from './inline-option.js'
import {alignment, flag, length, oneOf, reading, text} from './options.js'

const size = {
  width: z.optional(length),
  height: z.optional(length),
  align: z.optional(alignment),
  title: z.optional(text),
  alt: z.optional(text),
  caption: z.optional(text)
}

interface SizeValues {
  width?: string | undefined
  height?: string | undefined
  align?: 'left' | 'center' | 'right' | undefined
  title?: string | undefined
  alt?: string | undefined
  caption?: string | undefined
  aspect?: string | undefined
}

const iframe = defineDirective({
  name: 'iframe',
  argument: 'raw',
  argumentRequired: true,
  options: {...size, placeholder: z.optional(text)},
  numbered: true,
  build: (call) => frame(call, call.argument ?? '')
})

const filmOptions = {
  ...size,
  aspect: z.optional(reading((value) => /^\d{1,4}:\d{1,4}$/.exec(value.trim())?.[0], 'a ratio such as 16:9')),
  // The site is asked without cookies, wanted or not.
  privacy_mode: z.optional(flag),
  'privacy-mode': z.optional(flag),
  url_parameters: z.optional(text),
  'url-parameters': z.optional(text)
}

/** Films by their id on a site. */
const films = [
  ['youtube', 'YouTube', 'www.youtube-nocookie.com/embed/'] as const,
  ['vimeo', 'Vimeo', 'player.vimeo.com/video/'] as const
].map(([name, what, place]) =>
  defineDirective({
    name,
    argument: 'raw',
    argumentRequired: true,
    options: filmOptions,
    numbered: true,
    build: (call) => film(call, what, place)
  })
)

/** A film on one of many servers, as sphinxcontrib-youtube has it. */
const peertube = defineDirective({
  name: 'peertube',
  argument: 'raw',
  argumentRequired: true,
  options: {
    ...filmOptions,
    instance: z.optional(
      reading((value) => /^[\w.-]+(:\d+)?$/.exec(value.trim())?.[0], 'a server such as peertube.tv')
    )
  },
  numbered: true,
  build: (call) => film(call, 'PeerTube', `${call.options.instance ?? 'peertube.tv'}/videos/embed/`)
})

const video = defineDirective({
  name: 'video',
  argument: 'raw',
  argumentRequired: true,
  options: {
    ...size,
    poster: z.optional(text),
    autoplay: z.optional(flag),
    loop: z.optional(flag),
    muted: z.optional(flag),
    nocontrols: z.optional(flag),
    preload: z.optional(oneOf('auto', 'metadata', 'none'))
  },
  numbered: true,
  build(call) {
    const {argument = '', options, node, attributes, children} = call
    const title = options.title ?? options.alt
    const film: Video = {
      type: 'video',
      src: argument.split(/\s+/)[0] ?? '',
      ...(node.data?.argumentPosition ? {srcPosition: node.data.argumentPosition} : {}),
      ...(title ? {title} : {}),
      ...sizeOf(options),
      ...(options.poster ? {poster: options.poster} : {}),
      ...(options.autoplay ? {autoplay: true} : {}),
      ...(options.loop ? {loop: true} : {}),
      ...(options.muted ? {muted: true} : {}),
      ...(options.nocontrols ? {controls: false} : {}),
      ...(options.preload ? {preload: options.preload} : {})
    }
    return captioned(film, children, call) ?? {...film, ...attributes}
  }
})

/** `{iframe}`, `{youtube}`, `{vimeo}`, `{peertube}` and `{video}`. */
export const embeds: readonly Directive[] = [iframe, ...films, peertube, video]

interface FilmValues extends SizeValues {
  url_parameters?: string | undefined
  'url-parameters'?: string | undefined
}

function film(call: DirectiveCall<FilmValues>, what: string, place: string): Iframe | Container {
  const {argument = '', options} = call
  const id = /[\w-]{6,40}(?=$|[?&#])/.exec(argument)?.[0] ?? argument
  const given = options.url_parameters ?? options['url-parameters'] ?? ''
  const parameters = given && !/^[?&]/.test(given) ? `?${given}` : given
  const titled = options.title ? options : {...options, title: `${what}: ${id}`}
  return frame({...call, options: titled}, id && `https://${place}${encodeURIComponent(id)}${parameters}`)
}

function frame(call: DirectiveCall<SizeValues>, src: string): Iframe | Container {
  const {node, options, attributes, report, children} = call
  if (/^[a-z][a-z\d+.-]*:/i.test(src) && !/^https:\/\//i.test(src))
    report({
      ruleId: 'unsafe-embed',
      reason: `"${src}" is not embedded: only pages at https addresses and files of the project are; its address is shown`,
      position: node.data?.argumentPosition
    })
  const title = options.title ?? options.alt
  const embedded: Iframe = {
    type: 'iframe',
    src,
    ...(node.data?.argumentPosition ? {srcPosition: node.data.argumentPosition} : {}),
    ...(title ? {title} : {}),
    ...sizeOf(options)
  }
  return captioned(embedded, children, call) ?? {...embedded, ...attributes}
}

function sizeOf({width, height, align, aspect}: SizeValues): SizeValues {
  return {
    ...(width ? {width} : {}),
    ...(height ? {height} : {}),
    ...(align ? {align} : {}),
    ...(aspect ? {aspect} : {})
  }
}

/** A figure, where there is anything to say under it. */
function captioned(
  content: Iframe | Video,
  children: readonly FlowContent[],
  call: DirectiveCall<SizeValues>
): Container | undefined {
  const {options, attributes, optionPosition, node} = call
  const position = optionPosition('caption')
  const body: FlowContent[] = options.caption
    ? [
        {
          type: 'paragraph',
          children: inlineOption(call, 'caption', options.caption),
          ...(position ? {position} : {})
        },
        ...children
      ]
    : [...children]
  if (body.length === 0) return
  return {
    type: 'container',
    kind: 'figure',
    ...attributes,
    ...(options.align ? {align: options.align} : {}),
    children: [{...content, ...(node.position ? {position: node.position} : {})}, ...captionAndLegend(body)]
  }
}
