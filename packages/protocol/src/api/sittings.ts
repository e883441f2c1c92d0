import { z } from 'zod'
import { AgendaItem, MOST_ANNOUNCED_ITEMS, SittingLive, SittingPhase, Speaker } from '../council/sitting-live.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { EntryTargets } from './targets.ts'

/** What opens or closes a sitting by itself: nothing (the clerk does), its stream going live and ending, or its planned time. */
export const SITTING_RULES = ['clerk', 'stream', 'time'] as const
export const SittingRule = z.enum(SITTING_RULES)
export type SittingRule = z.infer<typeof SittingRule>

export const MOST_AGENDA_ITEMS = 150
export const MOST_SPEAKERS = 200

/** An item of an agenda, or somebody who may have the floor; `id` is what the clerk's steps name it by. */
export const PlannedItem = AgendaItem.extend({ id: Id })
export type PlannedItem = z.infer<typeof PlannedItem>
export const PlannedSpeaker = Speaker.extend({ id: Id })
export type PlannedSpeaker = z.infer<typeof PlannedSpeaker>

/**
 * A sitting of the council as it is planned. Its displays (`targets`; none: it takes over no display) show it from the countdown
 * until some minutes after its closing. `endsAt` is when it is meant to be over.
 */
export const SittingInput = z.object({
  title: Texts,
  startsAt: Instant,
  endsAt: Instant,
  agenda: z.array(PlannedItem).max(MOST_AGENDA_ITEMS),
  speakers: z.array(PlannedSpeaker).max(MOST_SPEAKERS),
  /** Null: shown in words only. */
  streamId: Id.nullable(),
  recordingUrl: SittingLive.shape.recordingUrl,
  /** Recorded here while it is in session. */
  isRecorded: z.boolean().default(false),
  targets: EntryTargets,
  opening: SittingRule,
  closing: SittingRule,
  countdownMinutes: z.int().min(0).max(240),
  afterMinutes: z.int().min(0).max(240),
  /** 音を出さない: its displays do not let it be heard, whatever the sound hours say. */
  silent: z.boolean().optional(),
  version: z.int().nonnegative(),
})
export type SittingInput = z.infer<typeof SittingInput>

/** Where a sitting stands, by the ids of its plan. */
export const SittingStanding = z.object({
  phase: SittingPhase,
  resumesAt: Instant.nullable(),
  itemId: Id.nullable(),
  speakerId: Id.nullable(),
  openedAt: Instant.nullable(),
  adjournedAt: Instant.nullable(),
  /** An opening or closing was taken back: from then on people alone open and close it. */
  byHand: z.boolean(),
})
export type SittingStanding = z.infer<typeof SittingStanding>

/** What displays are told of a sitting. */
export function sittingLive(
  { title, startsAt, agenda, speakers, recordingUrl }: Omit<SittingInput, 'version'>,
  { phase, resumesAt, itemId, speakerId }: SittingStanding,
): SittingLive {
  const item = agenda.find(({ id }) => id === itemId)
  const speaker = speakers.find(({ id }) => id === speakerId)
  return {
    kind: 'sitting',
    title,
    startsAt,
    phase,
    resumesAt,
    item: item === undefined ? null : withoutId(item),
    speaker: speaker === undefined ? null : withoutId(speaker),
    recordingUrl,
    ...(phase === 'planned' && agenda.length > 0 && { agenda: announced(agenda) }),
  }
}

function announced(agenda: readonly PlannedItem[]): SittingLive['agenda'] {
  return { first: agenda.slice(0, MOST_ANNOUNCED_ITEMS).map(withoutId), count: agenda.length }
}

function withoutId<T extends { id: Id }>({ id: _ofThePlan, ...shown }: T): Omit<T, 'id'> {
  return shown
}

/** 開会・休憩・再開・閉会, what is discussed and who has the floor now; `undo` goes back to before the step that stands. */
export const SittingStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  /** Again with another moment where the recess takes longer. */
  z.object({ kind: z.literal('recess'), resumesAt: Instant.nullable() }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('adjourn') }),
  z.object({ kind: z.literal('item'), itemId: Id.nullable() }),
  z.object({ kind: z.literal('speaker'), speakerId: Id.nullable() }),
  z.object({ kind: z.literal('undo') }),
])
export type SittingStep = z.infer<typeof SittingStep>

/** `version` is that of `SittingView.live`: whoever steps from an old one is told who was first (409). */
export const SittingStepInput = z.object({ step: SittingStep, version: z.int().nonnegative() })
export type SittingStepInput = z.infer<typeof SittingStepInput>

/** A step that was taken; `by` as in the audit log. */
export const TakenStep = z.object({ step: SittingStep, by: z.string(), at: Instant })
export type TakenStep = z.infer<typeof TakenStep>

export const SittingView = SittingInput.extend({
  id: Id,
  /** The feed of its captions. */
  captionsId: Id,
  live: z.object({
    version: z.int().nonnegative(),
    standing: SittingStanding,
    last: TakenStep.nullable(),
    /** What `undo` would take back; null: nothing. */
    undoes: SittingStep.nullable(),
  }),
  /** From when until when its displays show it, as things stand; null: they do not, or do not any more. */
  shown: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  /** Who took it off its displays, on the page of takeovers, before its time; null: nobody. */
  takenOffBy: z.string().nullable(),
  /** When somebody last let it come before another one that is open (もう一度映す); null: nobody did. */
  broughtAt: Instant.nullable(),
  /** Over: closed, or never opened until it was meant to end. */
  isOver: z.boolean(),
  updatedAt: Instant,
})
export type SittingView = z.infer<typeof SittingView>

/** A sitting as it was saved, and the others that are meant to be on some of its displays at the same time. */
export const SavedSitting = SittingView.extend({
  overlaps: z.array(
    z.object({ sittingId: Id, title: Texts, startsAt: Instant, endsAt: Instant, displayIds: z.array(Id) }),
  ),
})
export type SavedSitting = z.infer<typeof SavedSitting>
