import { SignedAlertStates } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { Acknowledgements } from './acknowledgements.ts'
import type { AlertKeeper } from './alert-keeper.ts'

/**
 * Asks for both alert states over HTTP, whatever the socket says: a connection that looks alive and carries nothing must
 * not hide an emergency. Uploads pending acknowledgements on the same occasion.
 */
export function startAlertPoll(deps: {
  session: CmsSession
  alerts: AlertKeeper
  acknowledgements: Acknowledgements
  waitMs: () => number
  failed: (error: unknown) => void
}): Loop {
  return startLoop({
    waitMs: deps.waitMs,
    failed: deps.failed,
    step: async (signal) => {
      const answer = await deps.session.request('/api/player/alerts', { signal })
      if (answer.state !== 'answered' || answer.status !== 200) return
      const states = SignedAlertStates.safeParse(answer.body)
      if (!states.success) throw new Error('alert states of an unknown shape')
      await Promise.all([deps.alerts.accept(states.data.live), deps.alerts.accept(states.data.drill)])
      await deps.acknowledgements.flush(signal)
    },
  })
}
