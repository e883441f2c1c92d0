import { type FaultRecord, MOST_FAULTS_PER_UPLOAD } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { Outbox } from '../outbox.ts'
import type { FaultJournal } from './fault-journal.ts'
import type { Faults } from '../faults.ts'

/** The CMS will not take these, however often it is asked. */
const HOPELESS = new Set([400, 413, 422])

/** Uploads what went wrong, the oldest first, until nothing is left or the CMS does not confirm. */
export function startFaultUpload(deps: {
  session: CmsSession
  journal: FaultJournal
  outbox: Outbox<FaultRecord>
  faults: Faults
  everyMs: number
  failed: (error: unknown) => void
}): Loop {
  const { session, journal, outbox, faults } = deps
  return startLoop({
    waitMs: () => deps.everyMs,
    failed: deps.failed,
    step: async (signal) => {
      journal.look()
      await outbox.saveAgain()
      for (;;) {
        const batch = outbox.pending().slice(0, MOST_FAULTS_PER_UPLOAD)
        if (batch.length === 0) return
        const answer = await session.request('/api/player/faults', { method: 'POST', body: { faults: batch }, signal })
        if (answer.state !== 'answered') return
        if (HOPELESS.has(answer.status)) faults.report('faults-refused', String(answer.status))
        else if (answer.status !== 204) return
        await outbox.settle(batch)
      }
    },
  })
}
