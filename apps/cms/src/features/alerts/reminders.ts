import type { Alert } from '@akari/protocol'
import type { Logger } from 'pino'

/** Live alerts of the desk whose end time has come: they stay until a person says whether they still hold. */
export function dueReminders(alerts: readonly Alert[], nowMs: number): Alert[] {
  return alerts.filter(
    ({ phase, remindAt }) => phase === 'inForce' && remindAt != null && Date.parse(remindAt) <= nowMs,
  )
}

/** Says once for each alert and time that it waits for a word of staff; called every few seconds. */
export function reminderWatch(deps: {
  inForce: () => readonly Alert[]
  now: () => Date
  log: Logger
  told: () => void
}) {
  let known = new Set<string>()
  return {
    due: (): number => dueReminders(deps.inForce(), deps.now().getTime()).length,
    look: (): void => {
      const due = dueReminders(deps.inForce(), deps.now().getTime())
      const keyOf = ({ id, remindAt }: Alert) => `${id} ${remindAt}`
      const fresh = due.filter((alert) => !known.has(keyOf(alert)))
      known = new Set(due.map(keyOf))
      for (const { id, remindAt, sentAt } of fresh) {
        deps.log.warn({ alertId: id, remindAt, sentAt }, 'alert is past its end time; does it still hold?')
      }
      if (fresh.length > 0) deps.told()
    },
  }
}
