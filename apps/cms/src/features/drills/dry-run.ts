import { applyOperator, emptyBook, endAlert } from '@akari/alerts'
import type { Alert, AlertBook, AlertState, DrillDraft, DryRunFrame, Id, Instant } from '@akari/protocol'
import { textIn } from '@akari/protocol'

/** Later than any drill. */
const NEVER = '9999-12-31T00:00:00Z'

type Happening = DryRunFrame['what'][number]

type Deps = {
  /** The alert of a step, as it would be made at a moment; null for what does not exist. */
  alertOf: (step: number, at: Date) => Alert | null
  /** What displays would be told of this book at a moment: what is signed. */
  wouldShow: (book: AlertBook, at: Instant) => Alert[]
  /** Where the channel stands. */
  last: Pick<AlertState, 'epoch' | 'revision'>
}

/**
 * The states of the drill channel that a drill begun at `at` would sign, one for each moment at which something happens;
 * and the same state again where time alone changes the glass.
 */
export function framesOf(draft: DrillDraft, at: Date, { alertOf, wouldShow, last }: Deps): DryRunFrame[] {
  let book = emptyBook()
  const ids = new Map<number, Id>()
  const moments = momentsOf(draft)
  return moments.flatMap(({ afterSeconds, what }, index) => {
    const moment = new Date(at.getTime() + afterSeconds * 1000)
    const instant: Instant = moment.toISOString()
    for (const happening of what) {
      switch (happening.kind) {
        case 'begins': {
          const alert = alertOf(happening.step, moment)
          if (alert === null) break
          ids.set(happening.step, alert.id)
          book = applyOperator(book, 'drill', alert).book
          break
        }
        case 'ends':
          book = ended(book, ids.get(happening.step), instant)
          break
        case 'over':
          for (const id of ids.values()) book = ended(book, id, instant)
          break
        case 'goesOn':
          break
      }
    }
    const frameAt = (seconds: number, why: Happening[]): DryRunFrame => {
      const issuedAt = new Date(at.getTime() + seconds * 1000).toISOString()
      const alerts = wouldShow(book, issuedAt)
      const state = { channel: 'drill' as const, ...last, revision: last.revision + 1 + index, issuedAt, alerts }
      return { afterSeconds: seconds, what: why, state, sounds: alerts.flatMap((alert) => heardWith(alert, issuedAt)) }
    }
    const frame = frameAt(afterSeconds, what)
    const until = moments[index + 1]?.afterSeconds ?? afterSeconds
    const later = turnsOf(frame.state.alerts, at).filter((second) => second > afterSeconds && second < until)
    return [frame, ...later.map((second) => frameAt(second, [{ kind: 'goesOn' }]))]
  })
}

/** Seconds at which these alerts by themselves look otherwise: they begin, go to another stage, give way or end. */
function turnsOf(alerts: readonly Alert[], at: Date): number[] {
  const turns = alerts.flatMap(({ effectiveAt, expiresAt, handling }) => [
    effectiveAt ?? null,
    expiresAt,
    handling?.fullScreenUntil ?? null,
    ...(handling?.stages ?? []).map(({ from }) => from),
  ])
  const seconds = turns.flatMap((turn) => (turn === null ? [] : [Math.ceil((Date.parse(turn) - at.getTime()) / 1000)]))
  return [...new Set(seconds)].toSorted((a, b) => a - b)
}

function ended(book: AlertBook, id: Id | undefined, at: Instant): AlertBook {
  return id === undefined ? book : endAlert(book, 'drill', id, 'cleared', at).book
}

/** Chimes are left out: on the drill channel none ever sounds (see AlertSound). */
function heardWith({ id, words, phase, handling, effectiveAt, expiresAt }: Alert, at: Instant): DryRunFrame['sounds'] {
  const isNow = Date.parse(effectiveAt ?? at) <= Date.parse(at) && Date.parse(at) < Date.parse(expiresAt ?? NEVER)
  if (!isNow) return []
  if (phase !== 'inForce' || handling == null || !handling.sound.speak) return []
  const [headline, instruction] = [textIn(words.headline, 'ja').text, textIn(words.instruction, 'ja').text]
  return [{ alertId: id, headline, instruction, sound: { ...handling.sound, chime: 'none' } }]
}

/** When something happens, in order; what happens at the same second happens in one state, ends before beginnings. */
export function momentsOf({
  steps,
  autoEndMinutes,
}: Pick<DrillDraft, 'steps' | 'autoEndMinutes'>): { afterSeconds: number; what: Happening[] }[] {
  const overAfter = autoEndMinutes * 60
  const moments = new Map<number, Happening[]>()
  const add = (afterSeconds: number, happening: Happening) => {
    if (afterSeconds >= overAfter) return
    moments.set(afterSeconds, [...(moments.get(afterSeconds) ?? []), happening])
  }
  for (const [step, { afterSeconds, endAfterSeconds }] of steps.entries()) {
    if (endAfterSeconds !== null && afterSeconds < overAfter)
      add(afterSeconds + endAfterSeconds, { kind: 'ends', step })
  }
  for (const [step, { afterSeconds }] of steps.entries()) add(afterSeconds, { kind: 'begins', step })
  const sorted = [...moments].toSorted(([a], [b]) => a - b).map(([afterSeconds, what]) => ({ afterSeconds, what }))
  const last = sorted.at(-1)
  const allEnd = steps.every(
    ({ afterSeconds, endAfterSeconds }) => endAfterSeconds !== null && afterSeconds + endAfterSeconds < overAfter,
  )
  if (!allEnd || last === undefined) return [...sorted, { afterSeconds: overAfter, what: [{ kind: 'over' }] }]
  return [...sorted.slice(0, -1), { ...last, what: [...last.what, { kind: 'over' }] }]
}
