/** Dropdowns as elements: `<details>`, which opens without a script and when the browser finds text in it. */
import type {RootContent} from 'mdast'
import type {Details, Summary} from '../ast/nodes.js'
import {didYouMean} from '../ast/report.js'
import type {ElementContext, ToElement} from './context.js'
import {cardText} from './design-elements.js'
import {classNames, element, fixed, type HtmlElement} from './element.js'
import {type IconShape, iconToHast} from './icons.js'
import {nearIcons} from './inline-elements.js'
import {findShape} from './shapes.js'

export const details: ToElement<Details> = (node, context) => {
  const title = node.children.find((child): child is Summary => child.type === 'summary')
  const body = node.children.filter((child) => child.type !== 'summary')
  // A toggle has no title to write; a dropdown whose author wrote none is three dots, with a name.
  const words = title
    ? context.all(title.children)
    : [{type: 'text' as const, value: context.word('details')}]
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
          ariaLabel: words.length > 0 ? undefined : context.word('details')
        },
        [
          ...icon(node, context),
          element(
            'span',
            {className: ['sd-summary-text']},
            words.length > 0 ? words : [drawing('kebab-horizontal', 'no-title')]
          ),
          element(
            'span',
            {className: ['sd-summary-state-marker', `sd-summary-chevron-${down ? 'down' : 'right'}`]},
            [drawing(down ? 'chevron-down' : 'chevron-right')]
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

function icon({icon: name, iconPosition}: Details, {icons, report}: ElementContext): RootContent[] {
  if (!name) return []
  const shape = icons ? icons.find('octicon', name, 16) : findShape('octicon', name)
  if (shape) return [iconSpan(name, shape)]
  if (icons)
    report({
      ruleId: 'unknown-icon',
      reason: `octicon has no icon "${name}"${didYouMean(nearIcons(icons, 'octicon', name))}`,
      position: iconPosition
    })
  return []
}

function iconSpan(name: string, shape: IconShape): HtmlElement {
  return element('span', {className: ['sd-summary-icon']}, [
    fixed(iconToHast(shape, {className: ['sd-octicon', `sd-octicon-${name}`]}))
  ])
}

function drawing(name: string, more?: string): HtmlElement {
  const shape = findShape('octicon', name)
  const className = classNames(`sd-octicon sd-octicon-${name}`, more)
  return shape ? fixed(iconToHast(shape, {className, height: '1.5em'})) : element('span', {className})
}
