/** Dropdowns as elements: `<details>`, which opens without a script and when the browser finds text in it. */
import type {Details, Summary} from '../ast/nodes.js'
import {didYouMean} from '../ast/report.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {cardText} from './design-elements.js'
import {classNames} from './element.js'
import {type IconShape, iconToHast} from './icons.js'
import {nearIcons} from './inline-elements.js'
import {findShape} from './shapes.js'

export const details: DrawNode<Details> = (node, context) => {
  const {all, element, text, word} = context
  const title = node.children.find((child): child is Summary => child.type === 'summary')
  const body = node.children.filter((child) => child.type !== 'summary')
  // A toggle has no title to write; a dropdown whose author wrote none is three dots, with a name.
  const words = title ? all(title.children) : [text(word('details'))]
  const down = node.chevron === 'down-up'
  const {color} = node
  return element(
    'details',
    {className: classNames('sd-sphinx-override sd-dropdown sd-card', node.class), open: node.open},
    [
      element(
        'summary',
        {
          className: classNames(
            'sd-summary-title sd-card-header',
            title?.class,
            color && `sd-bg-${color} sd-bg-text-${color}`
          ),
          ariaLabel: words.length > 0 ? undefined : word('details')
        },
        [
          ...icon(node, context),
          element(
            'span',
            {className: ['sd-summary-text']},
            words.length > 0 ? words : [drawing('kebab-horizontal', context, 'no-title')]
          ),
          element(
            'span',
            {className: ['sd-summary-state-marker', `sd-summary-chevron-${down ? 'down' : 'right'}`]},
            [drawing(down ? 'chevron-down' : 'chevron-right', context)]
          )
        ]
      ),
      element(
        'div',
        {className: classNames('sd-summary-content sd-card-body', node.bodyClass)},
        cardText(body, context)
      )
    ]
  )
}

function icon<D extends Drawn>({icon: name, iconPosition}: Details, context: ElementContext<D>): D[] {
  const {icons, report} = context
  if (!name) return []
  const shape = icons ? icons.find('octicon', name, 16) : findShape('octicon', name)
  if (shape) return [iconSpan(name, shape, context)]
  if (icons)
    report({
      ruleId: 'unknown-icon',
      reason: `octicon has no icon "${name}"${didYouMean(nearIcons(icons, 'octicon', name))}`,
      position: iconPosition
    })
  return []
}

function iconSpan<D extends Drawn>(name: string, shape: IconShape, {element, fixed}: ElementContext<D>): D {
  return element('span', {className: ['sd-summary-icon']}, [
    fixed(iconToHast(shape, {className: ['sd-octicon', `sd-octicon-${name}`]}))
  ])
}

function drawing<D extends Drawn>(name: string, {element, fixed}: ElementContext<D>, more?: string): D {
  const shape = findShape('octicon', name)
  const className = classNames(`sd-octicon sd-octicon-${name}`, more)
  return shape ? fixed(iconToHast(shape, {className, height: '1.5em'})) : element('span', {className})
}
