import { z } from 'zod'
import { AlertClass, AlertSound, Channel, Hazard, PRESENTATION_MODES, Stage, WarningLevel } from './alert.ts'
import { GroupName } from './programme.ts'
import { Id, Instant } from './primitives.ts'

/** 震度 from weak to strong, as telegrams write it. */
export const INTENSITIES = ['0', '1', '2', '3', '4', '5-', '5+', '6-', '6+', '7'] as const
export const Intensity = z.enum(INTENSITIES)
export type Intensity = z.infer<typeof Intensity>

/** Which alerts a rule is about. Null: whatever it is, also nothing. */
export const PolicyMatch = z.object({
  hazards: z.array(Hazard).min(1).nullable(),
  levels: z.array(WarningLevel).min(1).nullable(),
  classes: z.array(AlertClass).min(1).nullable(),
  /** 震度 here at least this; alerts without one do not match. */
  intensityAtLeast: Intensity.nullable(),
  channel: z.enum(['live', 'drill', 'both']),
})
export type PolicyMatch = z.infer<typeof PolicyMatch>

/** What the displays do with them. */
export const PolicyAct = z.object({
  /** `none`: on the desk only. */
  mode: z.enum([...PRESENTATION_MODES, 'none']),
  /** Display groups it is for; null: those the alert itself names, else all. */
  groups: z.array(GroupName).min(1).max(50).nullable(),
  sound: AlertSound,
  /** It does not become smaller or go sooner than this after it was raised, unless it was wrong or a person ends it. */
  dwellSeconds: z.int().min(0).max(3600),
  /** When a full screen gives way: with the alert, or earlier, to a band that stays as long as the alert. */
  returns: z.discriminatedUnion('when', [
    z.object({ when: z.literal('over') }),
    z.object({
      when: z.literal('after'),
      minutes: z
        .int()
        .min(1)
        .max(24 * 60),
    }),
  ]),
  /** S1–S4 in their order; the last one stays. Empty: one instruction all along. */
  stages: z.array(z.object({ stage: Stage, minutes: z.int().min(1).max(600) })).max(4),
})
export type PolicyAct = z.infer<typeof PolicyAct>

export const PolicyRule = z.object({ id: Id, name: z.string().min(1).max(80), match: PolicyMatch, act: PolicyAct })
export type PolicyRule = z.infer<typeof PolicyRule>

/** The first rule that matches decides; what none matches is shown as `presentationOf` of packages/alerts says. */
export const AlertPolicy = z.object({ rules: z.array(PolicyRule).max(200) })
export type AlertPolicy = z.infer<typeof AlertPolicy>

/** One version of the table; the newest is in force, and an older one comes back as a new version. */
export const PolicyVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  by: z.string().max(120),
  note: z.string().max(500),
  policy: AlertPolicy,
})
export type PolicyVersion = z.infer<typeof PolicyVersion>
export const PolicyVersionHead = PolicyVersion.omit({ policy: true })
export type PolicyVersionHead = z.infer<typeof PolicyVersionHead>

/** What is wrong with a table. Errors keep it from being saved, warnings are for a person to weigh. */
export const PolicyFinding = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.enum([
    'duplicate-id',
    'never-reached',
    'contradiction',
    'hazard-uncovered',
    'drill-sounds-live',
    'warning-not-full-screen',
    'early-warning-silent',
    'early-warning-paged',
    'unknown-group',
    'empty-group',
    'stage-order',
    'impossible-match',
  ]),
  /** Rules it is about, the offender first. */
  ruleIds: z.array(Id),
  hazard: Hazard.nullable(),
  /** For `hazard-uncovered`. */
  channel: Channel.nullable().optional(),
  /** For `unknown-group` and `empty-group`. */
  group: z.string().nullable(),
})
export type PolicyFinding = z.infer<typeof PolicyFinding>

/**
 * What staff see and edit: the version in force, and what is wrong with it. Version 1 is the table that Akari comes with.
 * `unreadable`: the stored table cannot be read, so the shipped one is in force until a new one is saved.
 */
export const PolicyInForce = z.object({
  current: PolicyVersion,
  findings: z.array(PolicyFinding),
  unreadable: z.boolean(),
})
export type PolicyInForce = z.infer<typeof PolicyInForce>

/** `basedOn`: the version that was edited; when another is in force by now, it is refused with `conflict`. */
export const NewPolicy = z.object({ basedOn: z.int().positive(), note: z.string().max(500), policy: AlertPolicy })
export type NewPolicy = z.infer<typeof NewPolicy>
