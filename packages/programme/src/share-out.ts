import type { Programme } from '@akari/protocol'
import { type BaseTurn, startBase } from './base-turns.ts'
import { conditionsAt } from './conditions.ts'
import { type Lane, nextLane } from './lanes.ts'
import { lengthMs } from './playlist.ts'
import { type Playing, showing } from './showing.ts'
import { type Member, memberFor, type Plan } from './member.ts'
import { byRank, type InterruptWindow } from './unroll.ts'

export const HOUR_MS = 3_600_000

/** A turn in an hour that is shared: an interrupt's, or one of what is scheduled anyway. */
export type SlateTurn = { kind: 'interrupt' | 'scheduled'; member: Member; playing: Playing; share: number }

/** A stretch of an hour; without a turn there is nothing to show. */
export type Stretch = { startsAtMs: number; endsAtMs: number; turn: SlateTurn | null }

/** What an entry was to have had, has had and how often. */
type Account = { owedMs: number; playedMs: number; plays: number }
type InterruptLane = Lane & { window: InterruptWindow; member: Member; changesAtMs: number }
type OwnLane = Lane & { window: null }

/** Less than this is no share of its own. */
const NOTHING = 1e-9

/** Shares an hour (UTC) out from its start to its end, one turn after the other; the same from the same, on every display. */
export function shareOut(
  plan: Plan,
  programme: Programme,
  ofThisHour: readonly InterruptWindow[],
  hourMs: number,
): Stretch[] {
  const endMs = hourMs + HOUR_MS
  const windows = ofThisHour.toSorted(byRank)
  const accounts = new Map(windows.map(({ entryId }) => [entryId, { owedMs: 0, playedMs: 0, plays: 0 }]))
  const own: Account = { owedMs: 0, playedMs: 0, plays: 0 }
  const base = startBase(plan, endMs)
  const memberAt = members(programme)
  const stretches: Stretch[] = []
  for (let ms = hourMs; ms < endMs; ) {
    const lanes = lanesAt(windows, accounts, memberAt, plan, ms, hourMs)
    const asked = lanes.reduce((sum, { share }) => sum + share, 0)
    const scale = asked > 1 ? 1 / asked : 1
    const ownShare = Math.max(0, 1 - asked)
    const turn = base.turnAt(ms)
    const scaled = lanes.map((lane) => ({ ...lane, share: lane.share * scale }))
    const ownLane: OwnLane = { share: ownShare, ...own, nextMs: turn.endsAtMs - ms, rank: lanes.length, window: null }
    const chosen = nextLane<InterruptLane | OwnLane>(
      turn.place === null || (ownShare < NOTHING && lanes.length > 0) ? scaled : [...scaled, ownLane],
    )
    const nothingUntilMs = Math.min(turn.endsAtMs, ...windows.map((window) => changesAfter(window, memberAt, ms)))
    const stretch =
      chosen === null || chosen.window === null
        ? baseStretch(turn, ms, chosen === null ? nothingUntilMs : turn.endsAtMs)
        : interruptStretch(chosen, ms, endMs, hourMs, accounts.get(chosen.window.entryId)?.plays ?? 0)
    const played = chosen === null || chosen.window === null ? own : accounts.get(chosen.window.entryId)
    const lastsMs = stretch.endsAtMs - ms
    if (played !== undefined) {
      played.playedMs += lastsMs
      played.plays += 1
    }
    if (played === own) base.played(lastsMs)
    own.owedMs += ownShare * lastsMs
    for (const { window, share } of scaled) addOwed(accounts.get(window.entryId), share * lastsMs)
    stretches.push(stretch)
    ms = stretch.endsAtMs
  }
  return stretches
}

function addOwed(account: Account | undefined, ms: number): void {
  if (account !== undefined) account.owedMs += ms
}

/** When an interrupt may come to have something to show. */
function changesAfter(window: InterruptWindow, memberAt: MemberAt, ms: number): number {
  return window.startsAtMs > ms ? window.startsAtMs : memberAt(window, ms).changesAtMs
}

type MemberAt = (window: InterruptWindow, ms: number) => { member: Member | null; changesAtMs: number }

/** Looks what an interrupt may show up again only when that changes. */
function members(programme: Programme): MemberAt {
  const known = new Map<InterruptWindow, { member: Member | null; changesAtMs: number }>()
  return (window, ms) => {
    const held = known.get(window)
    if (held !== undefined && ms < held.changesAtMs) return held
    const moment = { ms, monotonicMs: 0, timeKnown: true }
    const found = memberFor(programme, window.playlistId, window.entryId, window, moment)
    known.set(window, found)
    return found
  }
}

function lanesAt(
  windows: readonly InterruptWindow[],
  accounts: ReadonlyMap<string, Account>,
  memberAt: MemberAt,
  plan: Plan,
  ms: number,
  hourMs: number,
): InterruptLane[] {
  const due = windows.filter((window) => window.startsAtMs <= ms && ms < window.endsAtMs)
  return due.flatMap((window, rank) => {
    const account = accounts.get(window.entryId)
    const { member, changesAtMs } = memberAt(window, ms)
    const repeated = due.findIndex(({ entryId }) => entryId === window.entryId) !== rank
    const isMet = conditionsAt(window, plan.values, ms).reason === null
    if (account === undefined || member === null || repeated || !isMet) return []
    const logged = plan.plays?.filter((play) => play.entryId === window.entryId && play.startedAtMs < ms).length ?? 0
    if (Math.max(account.plays, logged) >= window.maxPlays) return []
    const nextMs = lengthMs(itemOf(window, member, hourMs, account.plays).item)
    return [{ share: window.share, ...account, nextMs, rank, window, member, changesAtMs }]
  })
}

/** Carries on through the playlist from hour to hour, by about as many items as an hour takes. */
function itemOf({ share }: InterruptWindow, member: Member, hourMs: number, plays: number) {
  const turns = member.passes.flat()
  const totalMs = turns.reduce((sum, item) => sum + lengthMs(item), 0)
  const anHour = Math.max(1, Math.round((share * HOUR_MS * turns.length) / totalMs))
  const index = ((((hourMs / HOUR_MS) * anHour + plays) % turns.length) + turns.length) % turns.length
  const item = turns[index]
  if (item === undefined) throw new RangeError('a member has something to show')
  return { item, index }
}

function interruptStretch(lane: InterruptLane, ms: number, endMs: number, hourMs: number, plays: number): Stretch {
  const { window, member, share, changesAtMs } = lane
  const { item, index } = itemOf(window, member, hourMs, plays)
  const endsAtMs = Math.min(ms + lengthMs(item), window.endsAtMs, changesAtMs, endMs)
  const place = { member, item, index, lap: 0, intoMs: 0, itemMs: lengthMs(item) }
  const slot = { layer: 'scheduled' as const, members: [member], anchorMs: ms, endsAtMs, behind: [] }
  const playing = showing(slot, place, { ms, monotonicMs: 0, timeKnown: true })
  return { startsAtMs: ms, endsAtMs, turn: { kind: 'interrupt', member, playing, share } }
}

function baseStretch({ slot, place }: BaseTurn, ms: number, endsAtMs: number): Stretch {
  if (slot === null || place === null) return { startsAtMs: ms, endsAtMs, turn: null }
  const playing = showing({ ...slot, endsAtMs }, place, { ms, monotonicMs: 0, timeKnown: true })
  return { startsAtMs: ms, endsAtMs, turn: { kind: 'scheduled', member: place.member, playing, share: 1 } }
}
