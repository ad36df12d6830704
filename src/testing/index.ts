/** For unit tests of documentation: a project in memory, inventories in a line, matchers. */
export type {ExpectedMessage, ExpectedTarget, MessageLike} from './expectation.js'
export {type InventoryOfOptions, inventoryOf} from './inventory-of.js'
export {type AsymmetricMatcher, isAmbiguous, isUnresolved, messageOf, resolvesTo} from './matchers.js'
export {createTestProject, type TestProjectOptions} from './test-project.js'
