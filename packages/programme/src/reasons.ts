import type { Channel, Id, Instant } from '@akari/protocol'
import type { RuleProblem } from './rule.ts'

/**
 * Why one entry stands behind another that is due at the same time: a lower priority, another's turn among equals, or an
 * interrupt that takes its share. */
export type BehindBecause = 'priority' | 'turn' | 'interrupt'

/** Why the glass shows what it shows, as codes: «なぜこれが表示?» puts them into words. */
export type Reason =
  /** These alerts take the glass; `phase` says whether they are in force or tell their end. */
  | { code: 'alerts-take-over'; channel: Channel; phase: 'inForce' | 'ended'; alertIds: Id[] }
  /** This alert is held but not on the glass. */
  | {
      code: 'alert-not-shown'
      channel: Channel
      alertId: Id
      because: 'other-display' | 'not-yet' | 'expired' | 'behind-another'
    }
  /** The mains is away, or nobody can say that it is there: the display shows its way out. */
  | { code: 'on-battery'; since: Instant }
  /** An operator's override is on. */
  | { code: 'takeover-wins'; takeoverId: Id; playlistId: Id; endsAt: Instant }
  | { code: 'takeover-has-nothing-to-show'; takeoverId: Id; playlistId: Id }
  /** It gives way to another override that began later. */
  | { code: 'takeover-behind'; takeoverId: Id }
  /** Words before or after a sitting, which give way to another sitting that is open. */
  | { code: 'takeover-behind-session'; takeoverId: Id }
  /** Somebody is at the glass and has been given notice. */
  | { code: 'takeover-waits'; takeoverId: Id; until: Instant }
  /** Outside the operating hours; null: not again in what was unrolled. */
  | { code: 'outside-hours'; opensAt: Instant | null }
  /** Somebody is at the glass: what was on it when they came stays. */
  | { code: 'visit-holds'; itemId: Id; since: Instant; until: Instant }
  /** It is heard, as these sound hours say, at the latest until then; `zoneId`: of this zone alone. Null: no sooner than one can see. */
  | { code: 'sound-on'; soundId: Id; name: string; volume: number; zoneId: Id | null; until: Instant | null }
  /** Sound hours are set, but it is not heard; `outside-hours`: `nextAt` is when it may be, as far as can be seen. */
  | { code: 'sound-off'; because: 'outside-hours'; nextAt: Instant | null }
  | { code: 'sound-off'; because: 'nothing-to-hear' | 'silent-entry' | 'silent-item' }
  | { code: 'sound-off'; because: 'silent-hours'; name: string }
  /** This entry runs as a line beside what is shown. */
  | { code: 'ticker-shown'; entryId: Id | null; playlistId: Id }
  /** `over`: the other entries due now, in order. */
  | {
      code: 'entry-wins'
      entryId: Id
      playlistId: Id
      startsAt: Instant
      endsAt: Instant
      over: { entryId: Id; because: BehindBecause }[]
    }
  /** An interrupt has its turn; `share` (0–1) is what it has of the time, after scaling. */
  | {
      code: 'interrupt-plays'
      entryId: Id
      playlistId: Id
      share: number
      over: { entryId: Id; because: BehindBecause }[]
    }
  /** An interrupt is due, but it is not its turn; null: not again in this hour, its share or its plays are used up. */
  | { code: 'interrupt-waits'; entryId: Id; nextAt: Instant | null }
  /** A value that the entry waits for was never told, is too old, or is another one. */
  | { code: 'condition-not-met'; entryId: Id; value: string; because: 'not-known' | 'too-old' | 'other-value' }
  /** It does not come back once something higher was on in its window. */
  | { code: 'entry-dropped'; entryId: Id; by: Id }
  /** It lets the item on the glass end first. */
  | { code: 'entry-waits'; entryId: Id; until: Instant }
  /** This entry would have won, but its playlist has nothing that may be shown now. */
  | { code: 'entry-has-nothing-to-show'; entryId: Id; playlistId: Id }
  /** These items of the chosen playlist are outside their validity. */
  | { code: 'items-not-valid'; playlistId: Id; itemIds: Id[] }
  | { code: 'no-entry-due' }
  /** The rules were not unrolled this far: the entries are not known for this moment. */
  | { code: 'schedule-not-unrolled' }
  | { code: 'rule-not-followed'; entryId: Id; problem: RuleProblem }
  /** Nobody knows the time: no entry is followed, the default playlist is shown. */
  | { code: 'clock-unknown' }
  | { code: 'default-playlist'; playlistId: Id }
  | { code: 'default-has-nothing-to-show'; playlistId: Id }
  | { code: 'no-default-playlist' }
  | { code: 'no-programme' }
