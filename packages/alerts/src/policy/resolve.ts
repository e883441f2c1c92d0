import type { Alert, AlertBook, AlertPolicy, AlertSlot, Channel, Handling, Instant, PolicyRule } from '@akari/protocol'
import { handOver } from '../book/hand-over.ts'
import { alertsOf, byGravity } from '../book/read-book.ts'
import { slotOf } from '../book/slots.ts'
import { instantAt, msOf } from '../instant.ts'
import { heldAt, sinceOf } from './held.ts'
import type { Groups } from './lint-policy.ts'
import { ruleFor } from './match.ts'
import { type Size, sizeOf } from './size.ts'

/** The city's table and what it speaks of, as a server knows them. */
export type PolicyInUse = { version: number; policy: AlertPolicy; groups: Groups }

/** `shown`: what displays are told, in the order of the desk. `notShown`: what the table leaves to the desk alone. */
export type Resolved = { shown: Alert[]; notShown: Alert[] }

/** What decided where no rule did. */
export const NO_RULE = 'no-rule'

/** AlertState holds no more; the least pressing stay on the desk. */
const MOST_SHOWN = 200
const SILENT: Handling['sound'] = { chime: 'none', speak: false, times: 1 }

/**
 * What is to be told of a channel now: the alerts of the book, and what follows an early warning, each as the city's table
 * says it is handled. Told from its arguments alone, so every server with the same book and table says the same.
 */
export function resolvePolicy(book: AlertBook, channel: Channel, inUse: PolicyInUse, now: Instant): Resolved {
  const following = handOver(book, channel, now)
  const all = [...alertsOf(book, channel, now), ...(following === null ? [] : [following])]
  const resolved = all.map((alert) => resolveAlert(alert, slotOf(book, channel, alert.id), channel, inUse, now))
  const shown = resolved.flatMap(({ alert, size }) => (size === 'none' ? [] : [alert])).toSorted(byGravity)
  const notShown = resolved.flatMap(({ alert, size }) => (size === 'none' ? [alert] : []))
  return { shown: shown.slice(0, MOST_SHOWN), notShown: [...shown.slice(MOST_SHOWN), ...notShown] }
}

/** One alert as the table handles it. `slot`: how it came to be what it is; null for one that is not in the book. */
export function resolveAlert(
  alert: Alert,
  slot: AlertSlot | null,
  channel: Channel,
  { version, policy, groups }: PolicyInUse,
  now: Instant,
): { alert: Alert; size: Size } {
  const rule = ruleFor(policy, alert, channel)
  const own = sizeOf(alert, rule)
  const held = heldAt(alert, slot, channel, policy, own, now)
  const size = held?.size ?? own
  return {
    size,
    alert: {
      ...alert,
      presentation: { ...alert.presentation, mode: size === 'none' ? alert.presentation.mode : size },
      target: targetOf(alert, rule, groups),
      handling: {
        policy: { version, ruleId: rule?.id ?? NO_RULE },
        ...(rule === null ? AS_IT_IS : handlingOf(alert, slot, channel, policy, rule)),
        ...(held?.size === 'fullScreen' && { fullScreenUntil: held.until }),
      },
    },
  }
}

const AS_IT_IS = { sound: SILENT, stages: [], fullScreenUntil: null }

function handlingOf(
  alert: Alert,
  slot: AlertSlot | null,
  channel: Channel,
  policy: AlertPolicy,
  rule: PolicyRule,
): Omit<Handling, 'policy'> {
  if (alert.phase === 'cancelled') return AS_IT_IS
  const since = sinceOf(alert, slot, channel, policy, rule)
  const fullScreenUntil = returnOf(rule, since.heardAt)
  if (alert.phase === 'cleared') return { ...AS_IT_IS, fullScreenUntil }
  return { sound: soundOf(rule, channel), stages: stagesOf(rule, since), fullScreenUntil }
}

/** No chime ever sounds in a drill, whatever the table says. */
function soundOf({ act }: PolicyRule, channel: Channel): Handling['sound'] {
  return channel === 'drill' ? { ...act.sound, chime: 'none' } : act.sound
}

/** The first stage begins with the alert itself, so that no display whose clock is behind is without one. */
function stagesOf({ act }: PolicyRule, since: { sentAt: Instant; heardAt: Instant }): Handling['stages'] {
  let nextMs = msOf(since.heardAt)
  return act.stages.map(({ stage, minutes }, index) => {
    const from = instantAt(index === 0 ? Math.min(msOf(since.sentAt), nextMs) : nextMs)
    nextMs += minutes * 60_000
    return { stage, from }
  })
}

/** A full screen that returns early stands at least for its dwell. */
function returnOf({ act }: PolicyRule, heardAt: Instant): Instant | null {
  if (act.mode !== 'fullScreen' || act.returns.when === 'over') return null
  return instantAt(msOf(heardAt) + Math.max(act.returns.minutes * 60_000, act.dwellSeconds * 1000))
}

/** What a person sent goes where that person said; a rule whose groups have no displays would show nobody anything. */
function targetOf(alert: Alert, rule: PolicyRule | null, groups: Groups): Alert['target'] {
  const named = rule?.act.groups ?? null
  if (named === null || alert.source.kind === 'operator') return alert.target
  const displayIds = [...new Set(named.flatMap((name) => groups.get(name) ?? []))].toSorted()
  return displayIds.length === 0 ? alert.target : { kind: 'displays', displayIds }
}
