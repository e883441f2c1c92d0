import { type Place, placeAfter } from './rotation.ts'
import { type Member, type Plan, type Slot, type Slotted } from './member.ts'
import { slotAt } from './slot.ts'

/** The turn that what is scheduled anyway would take now; `place` null: it has nothing until `endsAtMs`. */
export type BaseTurn = { slot: Slot | null; place: Place<Member> | null; endsAtMs: number }

/** What is scheduled anyway in an hour that is shared: it stands still while an interrupt is on. */
export type Base = { turnAt: (ms: number) => BaseTurn; played: (ms: number) => void }

/**
 * The turns of what is scheduled anyway, up to the end of an hour. Where it comes on it begins with the item whose turn it is by
 * the clock, from that item's start; a synchronised playlist stays on the clock altogether.
 */
export function startBase(plan: Plan, endMs: number): Base {
  let held: { slotted: Slotted; fromMs: number } | null = null
  let stands: { identity: string; atMs: number } | null = null
  const identities = new Map<Slot, string>()
  const identityOf = (slot: Slot): string => {
    const identity = identities.get(slot) ?? nameOf(slot)
    identities.set(slot, identity)
    return identity
  }
  const slottedAt = (ms: number): Slotted => {
    if (held !== null && ms >= held.fromMs && ms < held.slotted.changesAtMs) return held.slotted
    held = { slotted: slotAt(plan, { ms, monotonicMs: 0, timeKnown: true }), fromMs: ms }
    return held.slotted
  }
  return {
    turnAt: (ms) => {
      const { slot, changesAtMs } = slottedAt(ms)
      if (slot === null) return { slot, place: null, endsAtMs: Math.min(changesAtMs, endMs) }
      const identity = identityOf(slot)
      if (stands?.identity !== identity || isInStep(slot)) {
        const byClock = placeAfter(slot.members, ms - slot.anchorMs)
        stands = { identity, atMs: isInStep(slot) ? ms : ms - (byClock?.intoMs ?? 0) }
      }
      const place = placeAfter(slot.members, stands.atMs - slot.anchorMs)
      const restMs = place === null ? Number.POSITIVE_INFINITY : place.itemMs - place.intoMs
      return { slot, place, endsAtMs: staysUntil(slottedAt, identityOf, identity, ms, Math.min(ms + restMs, endMs)) }
    },
    played: (ms) => {
      if (stands !== null) stands = { ...stands, atMs: stands.atMs + ms }
    },
  }
}

/** Changes beneath it do not end a turn: only another slot does. */
function staysUntil(
  slottedAt: (ms: number) => Slotted,
  identityOf: (slot: Slot) => string,
  identity: string,
  fromMs: number,
  untilMs: number,
): number {
  let at = slottedAt(fromMs).changesAtMs
  while (at < untilMs) {
    const { slot, changesAtMs } = slottedAt(at)
    if (slot === null || identityOf(slot) !== identity) return at
    at = changesAtMs
  }
  return untilMs
}

/** The same for slots in which the same takes turns. */
function nameOf({ layer, anchorMs, members }: Slot): string {
  return JSON.stringify([layer, anchorMs, members.map(({ entryId, loop }) => [entryId, loop.map(({ id }) => id)])])
}

function isInStep({ members }: Slot): boolean {
  return members.every(({ playlist }) => playlist.sync === true)
}
