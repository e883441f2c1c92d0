import { AlertDesk, TelegramResult } from '@akari/protocol'
import type { localApi } from '../../support/city-hall.ts'
import { capCancel, type CapMessage, capWarning } from './cap-message.ts'

/** Over the whole glass, or beside the programme, which then goes on under the eyes of whoever looks for blanks. */
export type AlertMode = 'fullScreen' | 'banner'

export type TestDesk = {
  /** Raises an alert for all displays; resolves to the revision of the live channel once the CMS has accepted it. */
  raise: (requestId: string, mode: AlertMode) => Promise<number>
  /** Takes it back. */
  end: (requestId: string) => Promise<void>
  /** Whether the CMS knows that the newest state is on every glass. */
  acknowledged: () => Promise<boolean>
}

/** What may come of a message that is sent again because nobody heard the answer. */
const DONE: ReadonlySet<string> = new Set(['raised', 'replaced', 'cancelled', 'unchanged'])

/** What staff and another system do with the alerts of this CMS: full screens are the desk's, banners come as CAP messages. */
export function testDesk(api: ReturnType<typeof localApi>): TestDesk {
  const warnings = new Map<string, CapMessage>()
  const live = async () => AlertDesk.parse(await api('GET', '/alerts/desk')).live
  const ingest = async (xml: Buffer): Promise<void> => {
    const { outcome, reason } = TelegramResult.parse(await api('POST', '/alerts/telegrams', xml))
    if (!DONE.has(outcome)) throw new Error(`the message was ${outcome}: ${reason}`)
  }
  return {
    raise: async (requestId, mode) => {
      if (mode === 'banner') {
        const warning = warnings.get(requestId) ?? { identifier: requestId, sentAt: toTheSecond(new Date()) }
        warnings.set(requestId, warning)
        await ingest(capWarning(warning))
      } else {
        const target = { kind: 'all' }
        const alert = { channel: 'live', templateId: 'building-fire', target, minutes: null, requestId }
        await api('POST', '/alerts', alert)
      }
      return (await live()).revision
    },
    end: async (requestId) => {
      const warning = warnings.get(requestId)
      const cancel = { identifier: `${requestId}-cancelled`, sentAt: toTheSecond(new Date()) }
      if (warning !== undefined) await ingest(capCancel(cancel, warning))
      else await api('POST', `/alerts/operator:${requestId}/end`, { channel: 'live', as: 'cancelled' })
    },
    acknowledged: async () => {
      const { deliveries } = await live()
      return deliveries.length > 0 && deliveries.every(({ status }) => status === 'shown' || status === 'seen')
    },
  }
}

function toTheSecond(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}+00:00`
}
