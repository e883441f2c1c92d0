import type { Alert, AlertTimeline, Channel, TimelineEvent } from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import type { Answer, LoggedState, TimelineStore } from './timeline.store.ts'

type Display = { id: string; name: string; pairedAt: string | null }
type Deps = { store: TimelineStore; displays: () => Promise<readonly Display[]> }

/** From the state in which something became of the alert to the last one that says the same of it. */
type Chapter = { kind: TimelineEvent['kind']; alert: Alert; states: LoggedState[] }

export type TimelineService = ReturnType<typeof timelineService>

/** What became of an alert, and which displays showed it: from the log and the stored answers alone. */
export function timelineService({ store, displays }: Deps) {
  async function eventOf(channel: Channel, chapter: Chapter, all: readonly Display[]): Promise<TimelineEvent | null> {
    const [first, last] = [chapter.states[0], chapter.states.at(-1)]
    if (first === undefined || last === undefined) return null
    const answers = (await Promise.all(rangesOf(chapter.states).map((r) => store.answers(channel, ...r)))).flat()
    const meant = all.filter((display) => isMeant(chapter.alert, display, last.issuedAt))
    const ids = new Set(meant.map(({ id }) => id))
    const own = answers.filter(({ displayId }) => ids.has(displayId))
    // What was seen was shown, even where the page's own word got lost.
    const shownAt = firstOf(own, (answer) => answer.shownAt ?? answer.seenAt)
    const seenAt = firstOf(own, (answer) => answer.seenAt)
    const { kind, alert } = chapter
    const { epoch, revision, issuedAt, actor, cause } = first
    return {
      kind,
      epoch,
      revision,
      at: issuedAt,
      actor,
      cause,
      words: alert.words,
      approval: alert.approval ?? null,
      displays: meant.length,
      firstReceivedAt: inOrder(own.map((answer) => answer.receivedAt))[0] ?? null,
      shown: shownAt.size,
      firstShownAt: inOrder([...shownAt.values()])[0] ?? null,
      lastShownAt: inOrder([...shownAt.values()]).at(-1) ?? null,
      seen: seenAt.size,
      lastSeenAt: inOrder([...seenAt.values()]).at(-1) ?? null,
      never: meant.filter(({ id }) => !shownAt.has(id)).map(({ id, name }) => ({ displayId: id, name })),
    }
  }

  return {
    /** Throws AppError `not-found` for an alert that was never on this channel. */
    of: async (channel: Channel, alertId: string): Promise<AlertTimeline> => {
      const told = chapters(alertId, await store.states(channel, alertId))
      const all = await displays()
      const events = await Promise.all(told.map((chapter) => eventOf(channel, chapter, all)))
      const known = events.filter((event) => event !== null)
      if (known.length === 0) throw new AppError('not-found')
      return { alertId, channel, events: known }
    },
  }
}

/** Splits the log where something became of the alert. */
export function chapters(alertId: string, states: readonly LoggedState[]): Chapter[] {
  const told: Chapter[] = []
  let before: Alert | null = null
  for (const logged of states) {
    const alert = logged.state?.alerts.find(({ id }) => id === alertId) ?? null
    const kind = kindOf(before, alert)
    const about = alert ?? before
    if (kind !== null && about !== null) told.push({ kind, alert: about, states: [logged] })
    else if (alert !== null) told.at(-1)?.states.push(logged)
    before = alert
  }
  return told
}

function kindOf(before: Alert | null, after: Alert | null): TimelineEvent['kind'] | null {
  if (after === null) return before === null ? null : 'gone'
  if (before !== null && JSON.stringify(before) === JSON.stringify(after)) return null
  if (after.phase !== 'inForce') return after.phase
  return before === null ? 'raised' : 'replaced'
}

/** Epoch, first and last revision of each stretch within one epoch. */
function rangesOf(states: readonly LoggedState[]): [epoch: number, first: number, last: number][] {
  const epochs = Map.groupBy(states, ({ epoch }) => epoch)
  return [...epochs].map(([epoch, within]) => {
    const revisions = within.map(({ revision }) => revision)
    return [epoch, Math.min(...revisions), Math.max(...revisions)]
  })
}

function isMeant({ target }: Alert, display: Display, lastIssuedAt: string): boolean {
  if (display.pairedAt === null || Date.parse(display.pairedAt) > Date.parse(lastIssuedAt)) return false
  return target.kind === 'all' || target.displayIds.includes(display.id)
}

/** The first moment that `momentOf` names for each display. */
function firstOf(answers: readonly Answer[], momentOf: (answer: Answer) => string | null): Map<string, string> {
  const first = new Map<string, string>()
  for (const answer of answers) {
    const at = momentOf(answer)
    if (at === null) continue
    const before = first.get(answer.displayId)
    if (before === undefined || Date.parse(at) < Date.parse(before)) first.set(answer.displayId, at)
  }
  return first
}

function inOrder(instants: readonly (string | null)[]): string[] {
  return instants.filter((at) => at !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))
}
