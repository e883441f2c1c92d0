import { backoff, spread } from '@akari/node-kit'
import { type CmsKeys, SignedAlertStates } from '@akari/protocol'
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
  keys: () => CmsKeys | null
  /** Takes a key manifest, or reports why not. */
  acceptKeys: (envelope: unknown) => void
  acknowledgements: Acknowledgements
  /** An answer came from this address. */
  polled: (server: string) => void
  /** How long to wait after an answer. */
  waitMs: () => number
  /** No answer: full jitter up to this much, so that a CMS that comes back is not met by all displays at once. */
  retryCapMs: number
  failed: (error: unknown) => void
}): Loop {
  /** States under a key that is not pinned: rotated, as the manifest of the pinned identity then says. */
  const newKeys = async (signal: AbortSignal) => {
    const answer = await deps.session.request('/api/player/keys', { signal })
    if (answer.state === 'answered' && answer.status === 200) deps.acceptKeys(answer.body)
  }
  const retries = backoff({ capMs: deps.retryCapMs, baseMs: deps.retryCapMs / 4 })
  let answered = false
  return startLoop({
    waitMs: () => (answered ? spread(deps.waitMs()) : retries.nextMs()),
    failed: deps.failed,
    step: async (signal) => {
      answered = false
      await deps.alerts.saveAgain()
      const answer = await deps.session.request('/api/player/alerts', { signal })
      if (answer.state !== 'answered') return
      answered = true
      retries.reset()
      if (answer.status !== 200) return
      deps.polled(answer.server)
      const states = SignedAlertStates.safeParse(answer.body)
      if (!states.success) throw new Error('alert states of an unknown shape')
      const pinned = deps.keys()
      if (states.data.live.key !== pinned?.live || states.data.drill.key !== pinned.drill) await newKeys(signal)
      await Promise.all([deps.alerts.accept(states.data.live), deps.alerts.accept(states.data.drill)])
      await deps.acknowledgements.flush(signal)
    },
  })
}
