import { type PolicyAct, type PolicyMatch, PRESENTATION_MODES, type WarningLevel } from '@akari/protocol'

/** What can be chosen in a rule, in the order in which it is offered. */
export const LEVELS: readonly WarningLevel[] = [1, 2, 3, 4, 5]
export const CHANNELS: readonly PolicyMatch['channel'][] = ['both', 'live', 'drill']
export const MODES: readonly PolicyAct['mode'][] = [...PRESENTATION_MODES, 'none']
export const CHIMES: readonly PolicyAct['sound']['chime'][] = ['none', 'notice', 'warning', 'urgent']
