import type { AlertBook, Instant } from '@akari/protocol'
import { applyVerdicts } from '../book/apply-verdicts.ts'
import type { Applied } from '../book/change.ts'
import type { Place } from '../place.ts'
import { assessCap } from './assess-cap.ts'
import type { CapAlert } from './cap-alert.ts'
import { CAP_POLICY, type CapPolicy } from './policy.ts'

/** Takes a CAP message into the book: what it says, and what it withdraws. */
export function applyCap(
  book: AlertBook,
  cap: CapAlert,
  place: Place,
  receivedAt: Instant,
  policy: CapPolicy = CAP_POLICY,
): Applied {
  return applyVerdicts(book, assessCap(cap, place, receivedAt, policy), receivedAt)
}
