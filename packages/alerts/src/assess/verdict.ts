import type { Alert, AlertClass, Channel, Hazard, Id, Instant, IntensityRange, WarningLevel } from '@akari/protocol'

/** Why a telegram did what it did, for logs and the desk. */
export type Reason =
  | 'warning-in-force'
  | 'forecast-in-force'
  | 'observed-here'
  | 'observed-in-area'
  | 'intensity-not-arrived'
  | 'information-in-force'
  | 'released'
  | 'none-in-force'
  | 'message-cancelled'
  | 'corrected-away'
  | 'not-in-area'
  | 'forecast-only'
  | 'context-only'
  | 'heartbeat'
  | 'outlook-only'
  | 'legacy-not-used'
  | 'other-office'
  | 'unsupported-type'
  | 'unreadable-kind'
  | 'from-the-future'
  | CapReason

/** What only CAP messages can be about. */
type CapReason =
  | 'superseded'
  | 'expired'
  | 'area-unclear'
  | 'other-sender'
  | 'says-nothing'
  | 'reply-only'
  | 'never-public'

/** Where a telegram speaks: 通常 live, 訓練 drill, 試験 test; `none` is what nobody may ever be shown (a draft, say). */
export type VerdictChannel = Channel | 'test' | 'none'

/** What is said, in the words that the policy and the desk decide by. */
export type Told = {
  channel: VerdictChannel
  hazard: Hazard
  level: WarningLevel | null
  class: AlertClass | null
  intensity: IntensityRange | null
  reason: Reason
}

/** Which slot is spoken of, how new the word is, and until when it must be remembered. */
export type Word = {
  slot: Id
  /** Compared from the left; the same order in the same slot is the same word. */
  order: number[]
  keepUntil: Instant | null
  sentAt: Instant
}

export type Raise = Told &
  Word & {
    effect: 'raise'
    alert: Alert
    /** Bounds an alert that ends by itself, however wrong a clock is. */
    longestMs: number | null
  }

export type Over = Told &
  Word & {
    effect: 'clear' | 'cancel'
    /** False where another alert takes its place: then the glass does not say that it is over. */
    notice: boolean
  }

/** Somebody must decide: what cannot be understood neither raises nor ends anything. `alert`: what would be raised. */
export type Hold = Told & Word & { effect: 'hold'; alert: Alert | null }

/** Nothing that concerns the place. */
export type Nothing = Told & { effect: 'none' }

/**
 * What a telegram means for one slot of the place, told from the telegram alone; what follows from it (duplicate, late,
 * expired) is the alert book's to say. One telegram may speak of several slots, so readers give a list, never empty.
 */
export type Verdict = Raise | Over | Hold | Nothing
