import type { Alert, Id, Instant } from '@akari/protocol'
import { presentationOf } from '../assess/presentation.ts'
import type { Hold, Nothing, Over, Raise, Reason, Told, Verdict, VerdictChannel, Word } from '../assess/verdict.ts'
import { instantAt, msOf } from '../instant.ts'
import type { Place } from '../place.ts'
import type { CapAlert, CapInfo, CapReference } from './cap-alert.ts'
import { concernOf } from './concern.ts'
import { byGravity, classOf, isAlike, levelOf } from './gravity.ts'
import { hazardOf } from './hazard.ts'
import { CAP_POLICY, type CapPolicy } from './policy.ts'
import { sha256Hex } from './sha256.ts'
import { senderNameOf, wordsOf } from './words.ts'

/** How long a message is remembered after it was sent, so that no late copy of one that was withdrawn comes back. */
const REMEMBERED_MS = 30 * 24 * 3600_000

/** Words about one message, weakest first: what withdraws it outlives every copy of it, in whatever order they come. */
const RANK = { said: 0, superseded: 1, cleared: 2, cancelled: 3 }

/**
 * What a CAP message means for the place at a moment: first the verdict on what it says itself, then one for each message
 * that it withdraws. Every message has its own slot, so that chains (an Update of an Update), forks and messages that
 * overtake each other all lead to the same alerts in force.
 *
 * @param at decides only what has expired; everything else is told from the message alone
 */
export function assessCap(cap: CapAlert, place: Place, at: Instant, policy: CapPolicy = CAP_POLICY): Verdict[] {
  const channel = channelOf(cap)
  const told = { channel, hazard: hazardOf(cap.infos), level: null, class: null, intensity: null } as const
  if (channel === 'none') return [{ effect: 'none', ...told, reason: 'never-public' }]
  switch (cap.msgType) {
    case 'Ack':
    case 'Error':
      return [{ effect: 'none', ...told, reason: 'reply-only' }]
    case 'Cancel':
      return cancellations(cap, told)
    case 'Alert':
    case 'Update':
      return statements(cap, told, place, at, policy)
  }
}

/** The slot and the id of the alert that a message raises. */
export function capSlot({ sender, identifier, sent }: CapReference): Id {
  return `cap.${sha256Hex(JSON.stringify([sender, identifier, msOf(sent)]))}`
}

function channelOf(cap: CapAlert): VerdictChannel {
  if (cap.scope !== 'Public') return 'none'
  switch (cap.status) {
    case 'Actual':
      return 'live'
    case 'Exercise':
      return 'drill'
    case 'Test':
      return 'test'
    case 'System':
    case 'Draft':
      return 'none'
  }
}

type Silent = Omit<Told, 'reason'>

/** Nobody withdraws what another sender said, unless a person agrees. */
function cancellations(cap: CapAlert, told: Silent): Verdict[] {
  const own = ownReferences(cap)
  if (own.length < cap.references.length) {
    return [...own.map((each) => ended(cap, told, each, 'cancelled', true)), held(cap, told, null, 'other-sender')]
  }
  return own.map((each) => ended(cap, told, each, 'cancelled', true))
}

function statements(cap: CapAlert, told: Silent, place: Place, at: Instant, policy: CapPolicy): Verdict[] {
  const here = cap.infos.filter((info) => concernOf(info, place, policy) === 'here')
  const unclear = cap.infos.filter((info) => concernOf(info, place, policy) === 'unclear')
  const lasts = (info: CapInfo) => !isOver(info, cap, at, policy)
  const lasting = here.filter(lasts)
  if (lasting.length > 0 && lasting.every((info) => info.responseTypes.includes('AllClear'))) {
    return [cap, ...ownReferences(cap)].map((each) => ended(cap, told, each, 'cleared', true))
  }
  if (lasting.length > 0) {
    const alert = alertOf(cap, lasting, place, policy)
    return [raised(cap, told, alert), ...superseded(cap, told, false)]
  }
  if (unclear.some(lasts)) {
    return [held(cap, told, alertOf(cap, unclear.filter(lasts), place, policy), 'area-unclear')]
  }
  if (cap.infos.length === 0 && cap.msgType === 'Update') return [held(cap, told, null, 'says-nothing')]
  const reason = cap.infos.length === 0 ? 'says-nothing' : here.length + unclear.length > 0 ? 'expired' : 'not-in-area'
  const nothing: Nothing = { effect: 'none', ...told, reason }
  return [nothing, ...superseded(cap, told, true)]
}

/** An info holds from its effective time, or when it was sent, until it expires; a span of no length never holds. */
function isOver(info: CapInfo, cap: CapAlert, at: Instant, policy: CapPolicy): boolean {
  const endMs = msOf(endOf(info, cap, policy))
  return endMs <= msOf(at) || endMs <= msOf(info.effective ?? cap.sent)
}

function endOf(info: CapInfo, cap: CapAlert, policy: CapPolicy): Instant {
  return info.expires ?? instantAt(msOf(info.effective ?? cap.sent) + policy.defaultEndMs)
}

/** The gravest info leads; the others lend it their languages where they say the same. */
function alertOf(cap: CapAlert, infos: readonly CapInfo[], place: Place, policy: CapPolicy): Alert | null {
  const [lead, ...others] = infos.toSorted(byGravity)
  if (lead === undefined) return null
  const alike = [lead, ...others.filter((info) => isAlike(info, lead))]
  const gravity = { hazard: hazardOf(alike), level: levelOf(lead), class: classOf(lead), intensity: null }
  return {
    id: capSlot(cap),
    source: {
      kind: 'cap',
      name: senderNameOf(alike, cap.sender),
      reference: `${cap.sender} ${cap.identifier}`.slice(0, 300),
    },
    category: lead.categories[0] ?? 'Other',
    urgency: lead.urgency,
    severity: lead.severity,
    certainty: lead.certainty,
    ...gravity,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: presentationOf(gravity),
    words: wordsOf(alike, place, policy),
    sentAt: cap.sent,
    expiresAt: endOf(lead, cap, policy),
    effectiveAt: lead.effective !== null && msOf(lead.effective) > msOf(cap.sent) ? lead.effective : null,
  }
}

function raised(cap: CapAlert, told: Silent, alert: Alert | null): Raise | Hold {
  if (alert === null) return held(cap, told, null, 'says-nothing')
  const { hazard, level } = alert
  const word = wordOn(cap, cap, 'said')
  return {
    effect: 'raise',
    ...told,
    hazard,
    level,
    class: alert.class,
    alert,
    longestMs: null,
    ...word,
    reason: 'warning-in-force',
  }
}

function held(cap: CapAlert, told: Silent, alert: Alert | null, reason: Reason): Hold {
  const { hazard, level } = alert ?? told
  return {
    effect: 'hold',
    ...told,
    hazard,
    level,
    class: alert?.class ?? null,
    alert,
    ...wordOn(cap, cap, 'said'),
    reason,
  }
}

/** `notice`: does the glass say that it is over, or has something else taken its place? */
function superseded(cap: CapAlert, told: Silent, notice: boolean): Over[] {
  return cap.msgType === 'Update' ? ownReferences(cap).map((each) => ended(cap, told, each, 'superseded', notice)) : []
}

function ended(
  cap: CapAlert,
  told: Silent,
  about: CapReference,
  how: 'superseded' | 'cleared' | 'cancelled',
  notice: boolean,
): Over {
  const word = wordOn(cap, about, how)
  switch (how) {
    case 'superseded':
      return { effect: 'clear', ...told, ...word, notice, reason: 'superseded' }
    case 'cleared':
      return { effect: 'clear', ...told, ...word, notice, reason: 'released' }
    case 'cancelled':
      return { effect: 'cancel', ...told, ...word, notice, reason: 'message-cancelled' }
  }
}

function wordOn(cap: CapAlert, about: CapReference, how: keyof typeof RANK): Word {
  const sentMs = msOf(cap.sent)
  return {
    slot: capSlot(about),
    order: [RANK[how], sentMs],
    keepUntil: instantAt(sentMs + REMEMBERED_MS),
    sentAt: cap.sent,
  }
}

/** What the same sender said before; a message that names itself is no reason to withdraw it. */
function ownReferences(cap: CapAlert): CapReference[] {
  const own = capSlot(cap)
  return cap.references.filter((each) => each.sender === cap.sender && capSlot(each) !== own)
}
