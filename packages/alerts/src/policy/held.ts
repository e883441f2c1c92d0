import type { Alert, AlertPolicy, AlertSlot, Channel, Instant, PolicyRule, SaidWord } from '@akari/protocol'
import { countsFromMs, isAsGrave } from '../book/said.ts'
import { instantAt, msOf } from '../instant.ts'
import { ruleFor } from './match.ts'
import { isLarger, type Size, sizeOf } from './size.ts'

/** A size that the alert has not had for long enough to become smaller. */
export type Held = { size: Size; until: Instant }

/**
 * The largest size that the alert reached and whose dwell is not over yet; null where `own`, its size by now, is no smaller.
 * What was wrong (取消) is held by nothing, and of what staff ended nothing is remembered.
 */
export function heldAt(
  alert: Alert,
  slot: AlertSlot | null,
  channel: Channel,
  policy: AlertPolicy,
  own: Size,
  now: Instant,
): Held | null {
  if (alert.phase === 'cancelled') return null
  const said = slot?.said ?? []
  const held = said
    .filter((word, index) => isNews(word, said[index - 1]))
    .flatMap((word) => holdOf(alert, word, channel, policy) ?? [])
    .filter(({ size, until }) => isLarger(size, own) && msOf(until) > msOf(now))
  return held.reduce<Held | null>((most, each) => (most === null || outlasts(each, most) ? each : most), null)
}

/** Since when this rule has decided about the alert without a break: when that was said, and when it was first heard. */
export function sinceOf(
  alert: Alert,
  slot: AlertSlot | null,
  channel: Channel,
  policy: AlertPolicy,
  rule: PolicyRule,
): Pick<SaidWord, 'sentAt' | 'heardAt'> {
  const said = slot?.said ?? []
  const other = said.findLastIndex((word) => ruleFor(policy, factsOf(alert, word), channel) !== rule)
  const [first, ...further] = said.slice(other + 1)
  const began = alert.effectiveAt ?? alert.sentAt
  if (first === undefined) return { sentAt: began, heardAt: began }
  const heardMs = further.reduce((least, { heardAt }) => Math.min(least, msOf(heardAt)), msOf(first.heardAt))
  return { sentAt: first.sentAt, heardAt: instantAt(heardMs) }
}

function holdOf(alert: Alert, word: SaidWord, channel: Channel, policy: AlertPolicy): Held | null {
  const rule = ruleFor(policy, factsOf(alert, word), channel)
  if (rule === null) return null
  return { size: sizeOf(alert, rule), until: instantAt(countsFromMs(word) + rule.act.dwellSeconds * 1000) }
}

function isNews(word: SaidWord, before: SaidWord | undefined): boolean {
  return before === undefined || !isAsGrave(before, word)
}

function outlasts(a: Held, b: Held): boolean {
  return isLarger(a.size, b.size) || (a.size === b.size && msOf(a.until) > msOf(b.until))
}

function factsOf({ hazard }: Alert, { level, class: kind, intensity }: SaidWord) {
  return { hazard, level, class: kind, intensity }
}
