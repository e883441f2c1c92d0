import type { Alert, Instant } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import { type EndingPhrase, endingWords } from '../phrase-book.ts'

export type Ending = 'cleared' | 'cancelled'

/** How long the glass says that it is over. */
const SHOWN_MS: Record<Ending, number> = { cleared: 5 * 60_000, cancelled: 60_000 }

export function hasExpired(alert: Alert, now: Instant): boolean {
  return alert.expiresAt !== null && msOf(alert.expiresAt) <= msOf(now)
}

export function isInForce(alert: Alert | null, now: Instant): alert is Alert {
  return alert !== null && alert.phase === 'inForce' && !hasExpired(alert, now)
}

/** The same alert, now saying that it is over (解除) or was wrong (取消). `sentAt`: when that was said; `at`: when heard. */
export function endedAlert(alert: Alert, as: Ending, sentAt: Instant, at: Instant): Alert {
  return {
    ...alert,
    urgency: 'Past',
    severity: 'Minor',
    certainty: as === 'cleared' ? 'Observed' : 'Unlikely',
    phase: as,
    presentation: { ...alert.presentation, field: 'ended' },
    words: endingWords(endingPhrase(alert, as), alert.words),
    sentAt,
    expiresAt: instantAt(msOf(at) + SHOWN_MS[as]),
  }
}

function endingPhrase(alert: Alert, as: Ending): EndingPhrase {
  switch (as) {
    case 'cleared':
      return alert.source.kind === 'operator' ? 'clearedByStaff' : 'cleared'
    case 'cancelled':
      if (alert.source.kind === 'operator') return 'cancelledByStaff'
      return alert.presentation.field === 'eew' ? 'eewCancelled' : 'cancelled'
  }
}
