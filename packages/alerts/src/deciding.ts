/** What a page needs to try a policy, without the readers of telegrams. */
export { presentationOf } from './assess/presentation.ts'
export { ruleFor } from './policy/match.ts'
