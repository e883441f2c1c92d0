import type { Alert } from '@akari/protocol'

/** Has the moment come at which staff wanted to be asked? What is over asks nobody. */
export function isReminderDue({ phase, remindAt }: Pick<Alert, 'phase' | 'remindAt'>, nowMs: number): boolean {
  return phase === 'inForce' && remindAt != null && Date.parse(remindAt) <= nowMs
}
