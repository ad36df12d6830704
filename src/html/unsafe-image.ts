/** Images whose address may not be followed: their words stay, and it is said. */
import type {Position} from 'unist'
import type {Drawn, ElementContext} from './context.js'

/** The description in place of the image, where it has one. */
export function unsafeImage<D extends Drawn>(
  alt: string | null | undefined,
  {element, text}: ElementContext<D>
): D[] {
  return alt ? [element('span', {className: ['unresolved']}, [text(alt)])] : []
}

/** Say that an image's address is left out. What is shown again stands nowhere: it is said where the image stands. */
export function reportUnsafeImage(
  {report}: Pick<ElementContext, 'report'>,
  position: Position | undefined
): void {
  if (!position) return
  report({
    ruleId: 'unsafe-url',
    reason: 'the address of this image may run script or open files, so it is left out; use https: or a path',
    position
  })
}
