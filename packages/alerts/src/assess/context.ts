import type { Hazard } from '@akari/protocol'
import type { ContextTelegram } from '../telegram.ts'
import type { Reason, Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, nothing, over } from './word.ts'

/** What each is about, why it is not shown, and whether it tells of one event, which a 取消 then takes back. */
const KINDS: Record<ContextTelegram['code'], { hazard: Hazard; reason: Reason; ofEvent: boolean }> = {
  VXSE42: { hazard: 'earthquake-early-warning', reason: 'heartbeat', ofEvent: false },
  VXSE52: { hazard: 'earthquake', reason: 'context-only', ofEvent: true },
  VTSE51: { hazard: 'tsunami', reason: 'context-only', ofEvent: true },
  VTSE52: { hazard: 'tsunami', reason: 'context-only', ofEvent: true },
  VYSE51: { hazard: 'nankai-trough', reason: 'context-only', ofEvent: true },
  VYSE52: { hazard: 'nankai-trough', reason: 'context-only', ofEvent: true },
  VYSE60: { hazard: 'earthquake', reason: 'context-only', ofEvent: true },
  VZSE40: { hazard: 'earthquake', reason: 'context-only', ofEvent: false },
  VZVO40: { hazard: 'volcano', reason: 'context-only', ofEvent: false },
  VPWP50: { hazard: 'other', reason: 'outlook-only', ofEvent: false },
  // The code of the prefecture is all they have, and VPBS50, VPWW55–61 and VPWW53 say the same with the city's.
  VPOA50: { hazard: 'record-rain', reason: 'legacy-not-used', ofEvent: false },
  VPNO50: { hazard: 'other', reason: 'legacy-not-used', ofEvent: false },
}

/** A telegram of a listed kind that raises nothing here by itself. */
export function assessContext({ code, envelope }: ContextTelegram, channel: VerdictChannel): Verdict {
  const { hazard, reason, ofEvent } = KINDS[code]
  if (!ofEvent || envelope.infoType !== 'cancel') return nothing(channel, hazard, reason)
  const id = (envelope.eventId ?? '').replaceAll(/[^0-9A-Za-z]/g, '-').slice(0, 64) || 'unnamed'
  return over('cancel', channel, hazard, eventWord(`jma.${code}.${id}`, envelope), 'message-cancelled')
}
