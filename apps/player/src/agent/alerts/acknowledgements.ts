import type { Acknowledgement } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Outbox } from '../outbox.ts'

export type Acknowledgements = {
  /** Keeps it and sends it at once where there is a connection. */
  send: (acknowledgement: Acknowledgement) => void
  /** Uploads what is pending over HTTP; does nothing while something is being sent or nothing is pending. */
  flush: (signal: AbortSignal) => Promise<void>
}

const BATCH = 200

/** `emit` says whether the CMS stored it; false at once where it cannot be asked. */
export function acknowledgements(deps: {
  outbox: Outbox<Acknowledgement>
  session: Pick<CmsSession, 'request'>
  emit: (acknowledgement: Acknowledgement) => Promise<boolean> | false
  /** Something was sent that the CMS did not confirm: it is to be uploaded now, not at the next turn. */
  unconfirmed: () => void
  failed: (error: unknown) => void
}): Acknowledgements {
  const { outbox } = deps
  const onItsWay = new Set<Acknowledgement>()
  const emit = async (acknowledgement: Acknowledgement) => {
    const answer = deps.emit(acknowledgement)
    if (answer === false) return
    onItsWay.add(acknowledgement)
    const stored = await answer
    onItsWay.delete(acknowledgement)
    if (stored) await outbox.settle([acknowledgement])
    else deps.unconfirmed()
  }
  return {
    send: (acknowledgement) => {
      outbox.add(acknowledgement).catch(deps.failed)
      emit(acknowledgement).catch(deps.failed)
    },
    flush: async (signal) => {
      for (;;) {
        const batch = outbox
          .pending()
          .filter((one) => !onItsWay.has(one))
          .slice(0, BATCH)
        if (batch.length === 0) return
        const answer = await deps.session.request('/api/player/acknowledgements', {
          method: 'POST',
          body: batch,
          signal,
        })
        if (answer.state !== 'answered' || answer.status !== 204) return
        await outbox.settle(batch)
      }
    },
  }
}
