import { z } from 'zod'
import { Texts } from './language.ts'
import { Epoch, Id, Instant, PublicKey, Revision, Signature } from './primitives.ts'

/** Live and drill never mix: own key, own state, own look. */
export const Channel = z.enum(['live', 'drill'])
export type Channel = z.infer<typeof Channel>

/** What threatens, in the words of the telegrams; `fire` and `power-loss` are the desk's own. */
export const Hazard = z.enum([
  'earthquake-early-warning',
  'earthquake',
  'tsunami',
  'heavy-rain',
  'landslide',
  'flood',
  'storm-surge',
  'storm',
  'snow-storm',
  'high-waves',
  'heavy-snow',
  'thunder',
  'dry',
  'fog',
  'tornado',
  'linear-rainband',
  'record-rain',
  'heat',
  'volcano',
  'nankai-trough',
  'evacuation',
  'fire',
  'power-loss',
  'other',
])
export type Hazard = z.infer<typeof Hazard>

/** Where an alert comes from; `name` is what the third line on the glass says, e.g. 気象庁. */
export const AlertSource = z.object({
  kind: z.enum(['jma', 'cap', 'operator', 'device']),
  name: Texts,
  /** Telegram code, CAP sender or operator id, for the log. */
  reference: z.string().max(300),
})
export type AlertSource = z.infer<typeof AlertSource>

/** 警戒レベル of the Cabinet Office (2020-05-29); only hazards that have one carry it. */
export const WarningLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type WarningLevel = z.infer<typeof WarningLevel>

/**
 * The kind of word that a hazard without 警戒レベル has, too: 特別警報, 危険警報, 警報, 注意報, 予報, 情報.
 */
export const AlertClass = z.enum(['special', 'danger', 'warning', 'advisory', 'forecast', 'info'])
export type AlertClass = z.infer<typeof AlertClass>

/** 震度 as the telegram writes it: `0` to `7`, `5-` for 5弱, and in forecasts `over` for 程度以上; never a number. */
export const IntensityRange = z.object({ from: z.string().min(1).max(8), to: z.string().min(1).max(8) })
export type IntensityRange = z.infer<typeof IntensityRange>

/**
 * How large an alert stands on the glass, largest first: `fullScreen` takes everything, `banner` is a band beside the
 * programme, `ticker` one slim line, `board` an entry of the list of what is announced.
 */
export const PRESENTATION_MODES = ['fullScreen', 'banner', 'ticker', 'board'] as const

export const Presentation = z.object({
  mode: z.enum(PRESENTATION_MODES),
  field: z.enum(['level5', 'level4', 'level3', 'level2', 'level1', 'eew', 'evacuation', 'ended']),
  symbol: z.enum([
    'earthquake',
    'rain',
    'landslide',
    'flood',
    'wind',
    'snow',
    'tsunami',
    'volcano',
    'heat',
    'fire',
    'exit',
    'info',
  ]),
})
export type Presentation = z.infer<typeof Presentation>

/** The words on the glass: name of the alert, one instruction as a verb, where it applies. */
export const AlertWords = z.object({
  headline: Texts,
  instruction: Texts,
  area: Texts,
  /** Parts that come from the phrase book, whose languages wait for somebody to confirm them; the sender wrote the others. */
  fromBook: z
    .array(z.enum(['headline', 'instruction', 'area']))
    .max(3)
    .optional(),
})
export type AlertWords = z.infer<typeof AlertWords>

/** S1 身を守る, S2 震度・津波, S3 避難経路, S4 避難所・交通; S5 解除 is the phase of the alert. */
export const Stage = z.enum(['protect', 'situation', 'route', 'shelters'])
export type Stage = z.infer<typeof Stage>

/** What is heard: a chime of Akari's own, then the instruction spoken. On the drill channel no chime ever sounds. */
export const AlertSound = z.object({
  chime: z.enum(['none', 'notice', 'warning', 'urgent']),
  speak: z.boolean(),
  /** How often the whole of it, with pauses between. */
  times: z.int().min(1).max(5),
})
export type AlertSound = z.infer<typeof AlertSound>

/** What the city's policy decided beside the looks; the CMS writes it, and it is signed with the alert. */
export const Handling = z.object({
  policy: z.object({ version: z.int().positive(), ruleId: Id }),
  sound: AlertSound,
  /** Each stage from its moment on until the next one's; in order, the first not later than the alert itself. */
  stages: z.array(z.object({ stage: Stage, from: Instant })).max(4),
  /** From then on a full screen is a banner though the alert is in force; null: as long as the alert. */
  fullScreenUntil: Instant.nullable(),
})
export type Handling = z.infer<typeof Handling>

/** A place to go to; only those that the city has opened for this hazard are named. */
export const Shelter = z.object({ id: Id, name: Texts, address: Texts.nullable() })
export type Shelter = z.infer<typeof Shelter>

/** How a message of the desk that is no fixed template came to be: what a second person confirmed, or one person's break-glass. */
export const Approval = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('second-person'), by: z.string().max(120), approvedBy: z.string().max(120) }),
  z.object({ kind: z.literal('break-glass'), by: z.string().max(120), reason: z.string().min(1).max(500) }),
])
export type Approval = z.infer<typeof Approval>

/**
 * One alert, a superset of CAP 1.2 `info` (OASIS 2010-07-01, §3.2.2). `id` names the incident and stays the same through
 * its updates; each message of CAP has its own, as one may replace several. Phases `cleared` (解除) and `cancelled`
 * (取消: it was wrong) stay in the state until `expiresAt`, so that the glass can say that it is over.
 */
export const Alert = z.object({
  id: Id,
  source: AlertSource,
  category: z.enum([
    'Geo',
    'Met',
    'Safety',
    'Security',
    'Rescue',
    'Fire',
    'Health',
    'Env',
    'Transport',
    'Infra',
    'CBRNE',
    'Other',
  ]),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  hazard: Hazard,
  level: WarningLevel.nullable(),
  class: AlertClass.nullable(),
  /** 震度 here, forecast or observed; null for everything but earthquakes. */
  intensity: IntensityRange.nullable(),
  phase: z.enum(['inForce', 'cleared', 'cancelled']),
  /** Which displays it is for. */
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('displays'), displayIds: z.array(Id).min(1) }),
  ]),
  presentation: Presentation,
  words: AlertWords,
  /** When its sender issued it. */
  sentAt: Instant,
  /** When it ends by itself; null where only a clearing message or staff end it. */
  expiresAt: Instant.nullable(),
  /** Signed ahead: not on the glass before this moment; absent or null: at once. */
  effectiveAt: Instant.nullable().optional(),
  /** When staff want to be asked whether it still holds; it stays until a person clears it. */
  remindAt: Instant.nullable().optional(),
  /** What the policy decided; absent or null: neither sound nor stages, and as long as it is in force. */
  handling: Handling.nullable().optional(),
  shelters: z.array(Shelter).max(40).optional(),
  approval: Approval.nullable().optional(),
  /** It says that the disaster network (00000JAPAN) is open: Wi-Fi boards turn into it while it is in force. */
  opensNetwork: z.literal(true).optional(),
  /** Since when nobody has been able to say whether it still holds (情報更新停止); absent or null: the source is heard. */
  stale: z.object({ since: Instant }).nullable().optional(),
})
export type Alert = z.infer<typeof Alert>

/**
 * Everything in force on one channel: the one state that crosses the wire for alerts. Newer means a higher epoch, or the
 * same epoch and a higher revision (`max(last + 1, unix ms)`, given out under a lock).
 */
export const AlertState = z.object({
  channel: Channel,
  epoch: Epoch,
  revision: Revision,
  issuedAt: Instant,
  alerts: z.array(Alert).max(200),
})
export type AlertState = z.infer<typeof AlertState>

/** `payload` is the JSON text of an AlertState; the signature covers its exact UTF-8 bytes (see ALERT_SIGNING_CONTEXT). */
export const SignedAlertState = z.object({
  payload: z.string().max(512 * 1024),
  signature: Signature,
  key: PublicKey,
})
export type SignedAlertState = z.infer<typeof SignedAlertState>

/** Both channels as `GET /api/player/alerts` answers them. */
export const SignedAlertStates = z.object({ live: SignedAlertState, drill: SignedAlertState })
export type SignedAlertStates = z.infer<typeof SignedAlertStates>

/** Prefix of the signed bytes, so that a signature made for anything else can never pass as an alert. */
export const ALERT_SIGNING_CONTEXT = 'akari.alert-state.v1\n'

/** An earthquake early warning that stands: seconds count. */
export function isEarlyWarning({ hazard, phase }: Alert): boolean {
  return hazard === 'earthquake-early-warning' && phase === 'inForce'
}

/** Is `incoming` to be shown instead of `held`? Both of one channel. */
export function isNewer(
  held: { epoch: Epoch; revision: Revision } | null,
  incoming: { epoch: Epoch; revision: Revision },
): boolean {
  if (held === null) return true
  return incoming.epoch > held.epoch || (incoming.epoch === held.epoch && incoming.revision > held.revision)
}

/**
 * What a display says back: `received` once verified, `shown` once painted, `seen` once whoever holds the glass (Electron,
 * or a Chromium we started) has read it off the pixels. A display without such a host never says `seen`.
 */
export const Acknowledgement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    channel: Channel,
    epoch: Epoch,
    revision: Revision,
    /** Is it on the display's disk, so that it survives a power cut? */
    saved: z.boolean(),
    at: Instant,
  }),
  z.object({ kind: z.literal('shown'), channel: Channel, epoch: Epoch, revision: Revision, at: Instant }),
  z.object({ kind: z.literal('seen'), channel: Channel, epoch: Epoch, revision: Revision, at: Instant }),
])
export type Acknowledgement = z.infer<typeof Acknowledgement>
