import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { PlayLog } from './play-log.ts'

/** The CMS will not take these, however often it is asked: an older one, for instance. */
const HOPELESS = new Set([400, 413, 422])

/** Uploads what was shown, the oldest first, until nothing is left or the CMS does not confirm. */
export function startPlayUpload(deps: {
  session: CmsSession
  log: PlayLog
  faults: Faults
  everyMs: number
  failed: (error: unknown) => void
}): Loop {
  const { session, log, faults } = deps
  return startLoop({
    waitMs: () => deps.everyMs,
    failed: deps.failed,
    step: async (signal) => {
      for (let batch = await log.next(); batch !== null; batch = await log.next()) {
        const body = { plays: batch.plays }
        const answer = await session.request('/api/player/plays', { method: 'POST', body, signal })
        if (answer.state !== 'answered') return
        if (HOPELESS.has(answer.status)) faults.report('plays-refused', String(answer.status))
        else if (answer.status !== 204) return
        await log.confirm(batch)
      }
    },
  })
}
