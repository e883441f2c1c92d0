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

/** How the glass shows it: `fullScreen` takes everything, `banner` a strip over the programme. */
export const Presentation = z.object({
  mode: z.enum(['fullScreen', 'banner']),
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
export const AlertWords = z.object({ headline: Texts, instruction: Texts, area: Texts })
export type AlertWords = z.infer<typeof AlertWords>

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

/** Is `incoming` to be shown instead of `held`? Both of one channel. */
export function isNewer(
  held: { epoch: Epoch; revision: Revision } | null,
  incoming: { epoch: Epoch; revision: Revision },
): boolean {
  if (held === null) return true
  return incoming.epoch > held.epoch || (incoming.epoch === held.epoch && incoming.revision > held.revision)
}

/** What a display says back: `received` once verified, `shown` once painted. */
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
])
export type Acknowledgement = z.infer<typeof Acknowledgement>
