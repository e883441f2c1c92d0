import { z } from 'zod'
import { AlertSound, AlertState } from '../alert.ts'
import { GroupName } from '../programme.ts'
import { Epoch, Id, Instant, LocalDateTime, Revision } from '../primitives.ts'

/** The longest a drill may go on, whatever happens. */
export const LONGEST_DRILL_MINUTES = 60
/** So long before its time a scheduled drill is announced to staff, who may leave it out once. */
export const DRILL_WARNING_MINUTES = 10

/** What a step shows: a prepared alert of the desk, or a telegram of the sample made 訓練. */
export const DrillMatter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('template'), templateId: Id }),
  z.object({ kind: z.literal('telegram'), telegram: z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}\.xml$/) }),
])
export type DrillMatter = z.infer<typeof DrillMatter>

const second = z
  .int()
  .min(0)
  .max(LONGEST_DRILL_MINUTES * 60)

export const DrillStep = z.object({
  /** Counted from the start of the drill. */
  afterSeconds: second,
  matter: DrillMatter,
  /** Counted from the step's own beginning; null: until the drill ends. */
  endAfterSeconds: second.min(5).nullable(),
})
export type DrillStep = z.infer<typeof DrillStep>

export const DrillTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('groups'), groups: z.array(GroupName).min(1).max(20) }),
  z.object({ kind: z.literal('displays'), displayIds: z.array(Id).min(1).max(500) }),
])
export type DrillTarget = z.infer<typeof DrillTarget>

export const DRILL_WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** When it comes round, on the city's wall clock. `nth` −1 is the last such weekday of the month. */
export const DrillWhen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('byHand') }),
  z.object({ kind: z.literal('once'), at: LocalDateTime }),
  z.object({
    kind: z.literal('monthly'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday: z.enum(DRILL_WEEKDAYS),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    /** Left out on weekends, national holidays and from 29 December to 3 January (閉庁日). */
    skipClosedDays: z.boolean(),
  }),
])
export type DrillWhen = z.infer<typeof DrillWhen>

/** What staff write down of a drill. */
export const DrillDraft = z.object({
  name: z.string().trim().min(1).max(80),
  steps: z.array(DrillStep).min(1).max(12),
  target: DrillTarget,
  when: DrillWhen,
  /** It ends by itself then at the latest. */
  autoEndMinutes: z.int().min(1).max(LONGEST_DRILL_MINUTES),
  note: z.string().max(1000),
})
export type DrillDraft = z.infer<typeof DrillDraft>

/** `version` 0: a new plan; else the one that was edited, and `conflict` when another is stored by now. */
export const DrillInput = DrillDraft.extend({ version: z.int().nonnegative() })
export type DrillInput = z.infer<typeof DrillInput>

/** A person who did something, as staff call them. */
const Person = z.object({ name: z.string(), at: Instant })

export const DrillEnd = z.discriminatedUnion('because', [
  /** All steps were over, or the time was. */
  z.object({ because: z.literal('over') }),
  z.object({ because: z.literal('stopped'), by: z.string() }),
  /** A real emergency goes first. */
  z.object({ because: z.literal('live-alert'), alertId: Id, headline: z.string() }),
  /** Its time passed while no server was there to start it. */
  z.object({ because: z.literal('missed') }),
  z.object({ because: z.literal('nobody-to-show') }),
])
export type DrillEnd = z.infer<typeof DrillEnd>

export const DrillRunHead = z.object({
  id: Id,
  planId: Id,
  name: z.string(),
  cause: z.enum(['schedule', 'byHand']),
  by: z.string(),
  state: z.enum(['running', 'done', 'aborted']),
  startedAt: Instant,
  endsAt: Instant,
  endedAt: Instant.nullable(),
  end: DrillEnd.nullable(),
  displays: z.int().nonnegative(),
})
export type DrillRunHead = z.infer<typeof DrillRunHead>

export const DrillState = z.enum(['draft', 'checked', 'scheduled', 'running', 'done', 'aborted'])
export type DrillState = z.infer<typeof DrillState>

export const DrillPlan = DrillDraft.extend({
  id: Id,
  version: z.int().positive(),
  state: DrillState,
  changed: Person,
  /** Who confirmed this very version after its dry run; null: nobody has. */
  checked: Person.nullable(),
  /** The next time it starts by itself, once it is checked; those left out are not counted. */
  nextAt: Instant.nullable(),
  lastRun: DrillRunHead.nullable(),
})
export type DrillPlan = z.infer<typeof DrillPlan>

/** Telegrams of the sample that raise something here, and what they mean. */
export const DrillTelegram = z.object({
  telegram: z.string(),
  meaning: z.object({ ja: z.string(), en: z.string() }),
})
export type DrillTelegram = z.infer<typeof DrillTelegram>

/** Everything the page of drills shows. `blockedBy`: the live alert that lets no drill start now. */
export const DrillBoard = z.object({
  plans: z.array(DrillPlan),
  runs: z.array(DrillRunHead),
  telegrams: z.array(DrillTelegram),
  blockedBy: z.object({ alertId: Id, headline: z.string() }).nullable(),
})
export type DrillBoard = z.infer<typeof DrillBoard>

export const CheckDrill = z.object({ version: z.int().positive() })
/** `at`: which occurrence, so that a late press never leaves out the next one. */
export const SkipDrill = z.object({ at: Instant })

/** What would be signed from a moment of the drill on. */
export const DryRunFrame = z.object({
  afterSeconds: z.int().nonnegative(),
  what: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('begins'), step: z.int().nonnegative() }),
      z.object({ kind: z.literal('ends'), step: z.int().nonnegative() }),
      /** Time alone: a stage, an end, or what the policy has follow. */
      z.object({ kind: z.literal('goesOn') }),
      z.object({ kind: z.literal('over') }),
    ]),
  ),
  state: AlertState,
  /** What would be heard with it; on the drill channel no chime ever sounds. */
  sounds: z.array(z.object({ alertId: Id, headline: z.string(), instruction: z.string(), sound: AlertSound })),
})
export type DryRunFrame = z.infer<typeof DryRunFrame>
export const DryRun = z.object({ at: Instant, displayIds: z.array(Id), frames: z.array(DryRunFrame) })
export type DryRun = z.infer<typeof DryRun>
export const DryRunOf = z.object({ draft: DrillDraft, at: Instant.nullable() })

/** One alert of a run as it went out, and when each display answered to it. */
export const DrillStepResult = z.object({
  step: z.int().nonnegative(),
  alertId: Id,
  headline: z.string(),
  epoch: Epoch,
  revision: Revision,
  sentAt: Instant,
  endedAt: Instant.nullable(),
  answers: z.array(
    z.object({
      displayId: Id,
      receivedAt: Instant.nullable(),
      shownAt: Instant.nullable(),
      seenAt: Instant.nullable(),
    }),
  ),
})
export type DrillStepResult = z.infer<typeof DrillStepResult>

/** What became of a drill: each step, each display. */
export const DrillRun = DrillRunHead.extend({
  meant: z.array(z.object({ displayId: Id, name: z.string() })),
  steps: z.array(DrillStepResult),
})
export type DrillRun = z.infer<typeof DrillRun>

/** A person of the disaster staff and when they last practised. */
export const Practice = z.object({
  userId: Id,
  name: z.string(),
  last: z.object({ at: Instant, what: z.enum(['raised', 'checked']) }).nullable(),
  dueAt: Instant,
  overdue: z.boolean(),
})
export type Practice = z.infer<typeof Practice>
