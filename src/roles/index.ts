/** The built-in roles. */
import {badgeRoles} from './badges.js'
import type {Role} from './define.js'
import {domainRoles} from './domains.js'
import {iconRoles} from './icons.js'
import {markRoles} from './marks.js'
import {mathRoles} from './math.js'
import {referenceRoles} from './references.js'
import {textRoles} from './text.js'
import {valueRoles} from './values.js'

/** Every role of mystmark. */
export const builtInRoles: readonly Role[] = [
  ...badgeRoles,
  ...iconRoles,
  ...mathRoles,
  ...referenceRoles,
  ...domainRoles,
  ...textRoles,
  ...markRoles,
  ...valueRoles
]
