/** Images whose address may not be followed: their words stay, and it is said. */
import type {RootContent} from 'mdast'
import type {Position} from 'unist'
import type {ElementContext} from './context.js'
import {element} from './element.js'

/** The description in place of the image, where it has one. */
export function unsafeImage(alt: string | null | undefined): RootContent[] {
  return alt ? [element('span', {className: ['unresolved']}, [{type: 'text', value: alt}])] : []
}

/** Say that an image's address is left out. What is shown again stands nowhere: it is said where the image stands. */
export function reportUnsafeImage({report}: ElementContext, position: Position | undefined): void {
  if (!position) return
  report({
    ruleId: 'unsafe-url',
    reason: 'the address of this image may run script or open files, so it is left out; use https: or a path',
    position
  })
}
