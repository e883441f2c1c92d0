import type { Alert, Id, Instant, SourceHealth, SourceNotice, SourcesDesk } from '@akari/protocol'
import type { Logger } from 'pino'
import { AppError } from '../../http/app-error.ts'
import { type Carries, isGrave } from './carries.ts'
import { isForAPerson, nextNotices, sameNotices, type Trouble } from './notices.ts'
import type { SourceMonitor } from './source-monitor.ts'
import type { SourcesStore } from './sources.store.ts'

/** Another server's word on a line counts as long as it is so new. */
const OTHERS_WORD_MS = 30_000
const MOST_CARRIED = 200

/** A source, and which alerts would be taken back by it; null where nobody could say. */
export type WatchedSource = { monitor: SourceMonitor; carries: Carries | null }

type Heard = WatchedSource & { completeAt: Date | null; silent: boolean }

type Deps = {
  store: SourcesStore
  sources: readonly WatchedSource[]
  /** On both channels. */
  alerts: () => readonly Alert[]
  /** Says on exactly these alerts since when nobody can vouch for them. */
  markStale: (since: ReadonlyMap<Id, Instant>) => Promise<void>
  now: () => Date
  announce: () => void
  log: Logger
}

export type SourcesService = Awaited<ReturnType<typeof openSources>>

/** Watches the sources: tells the desk how they are, and tells the glass when the news of a grave alert has stopped. */
export async function openSources({ store, sources, alerts, markStale, now, announce, log }: Deps) {
  let notices: SourceNotice[] = await store.notices()
  let statesBefore = ''
  const gaps: SourceNotice[] = []
  /** Messages that a person must look at, not stored yet; a further one of the same id takes the place of the one before. */
  const forPeople = new Map<string, Trouble>()

  /** What any server knows. Without the database it is what this one knows, and times from the future are a wrong clock's. */
  async function sharedMoment(monitor: SourceMonitor): Promise<Date | null> {
    const own = monitor.completeAt()
    try {
      if (own !== null) await store.sawComplete(monitor.id, own)
      const shared = await store.completeAt(monitor.id)
      return shared === null || shared > now() ? own : shared
    } catch (err) {
      log.warn({ err, source: monitor.id }, 'what other servers heard is not known')
      return own
    }
  }

  async function hear(source: WatchedSource): Promise<Heard> {
    const { monitor } = source
    const completeAt = await sharedMoment(monitor)
    const quietMs = now().getTime() - (completeAt ?? monitor.startedAt).getTime()
    return { ...source, completeAt, silent: monitor.silentMs !== null && quietMs > monitor.silentMs }
  }

  function troublesOf({ monitor, completeAt, silent }: Heard): Trouble[] {
    const about = { sourceId: monitor.id, alertIds: [] }
    const since = (completeAt ?? monitor.startedAt).toISOString()
    const anotherHears = completeAt !== null && now().getTime() - completeAt.getTime() < OTHERS_WORD_MS
    const own = monitor
      .alarms()
      .filter(({ kind, since: from }) => !(kind === 'link-lost' && anotherHears && completeAt > from))
      .map(({ kind, since: from }) => ({ ...about, id: `${kind}:${monitor.id}`, kind, since: from.toISOString() }))
    return silent ? [...own, { ...about, id: `silent:${monitor.id}`, kind: 'silent', since }] : own
  }

  /** Alerts that every source they could be taken back by has fallen silent on, with the last moment one was heard whole. */
  function staleAlerts(heard: readonly Heard[]): { alert: Alert; since: Date; sourceId: Id }[] {
    return alerts()
      .filter(isGrave)
      .flatMap((alert) => {
        const carriers = heard.filter(({ carries }) => carries?.(alert) ?? false)
        const last = carriers.toSorted((a, b) => momentOf(b) - momentOf(a))[0]
        if (last === undefined || carriers.some(({ silent }) => !silent)) return []
        return [{ alert, since: new Date(momentOf(last)), sourceId: last.monitor.id }]
      })
  }

  function staleTrouble(stale: ReturnType<typeof staleAlerts>): Trouble[] {
    const [first] = stale
    if (first === undefined) return []
    const since = new Date(Math.min(...stale.map((each) => each.since.getTime()))).toISOString()
    const alertIds = stale.map(({ alert }) => alert.id)
    return [{ id: 'alert-stale', kind: 'alert-stale', sourceId: first.sourceId, since, alertIds }]
  }

  async function remember(wrong: readonly Trouble[]): Promise<void> {
    const known = await store.notices()
    const added = [...gaps]
    const told = [...forPeople.values()]
    const next = nextNotices([...known, ...added], [...wrong, ...told], now())
    for (const { id, kind, sourceId, since } of next) {
      if (!known.some((each) => each.id === id && each.until === null)) {
        log.warn({ notice: kind, source: sourceId, since }, 'notice of a source')
      }
    }
    if (!sameNotices(next, known)) await store.saveNotices(next)
    gaps.splice(0, added.length)
    for (const trouble of told) if (forPeople.get(trouble.id) === trouble) forPeople.delete(trouble.id)
    notices = next
  }

  return {
    /** Looks at everything; called every few seconds. The glass comes first: a notice that cannot be stored must not keep it. */
    tick: async (): Promise<void> => {
      const heard = await Promise.all(sources.map(hear))
      const stale = staleAlerts(heard)
      await markStale(new Map(stale.map(({ alert, since }) => [alert.id, since.toISOString()])))
      const before = notices
      await remember([...heard.flatMap(troublesOf), ...staleTrouble(stale)])
      const states = JSON.stringify(sources.map(({ monitor }) => statesOf(monitor.view())))
      if (states !== statesBefore || !sameNotices(before, notices)) announce()
      statesBefore = states
    },
    desk: (): SourcesDesk => ({ sources: sources.map(({ monitor }) => monitor.view()), notices }),
    /** A time of which nothing can be got any more. */
    lostForGood: (sourceId: Id, from: Date, to: Date): void => {
      const [since, until] = [from.toISOString(), to.toISOString()]
      gaps.push({ id: `eew-gap:${sourceId}:${since}`, kind: 'eew-gap', sourceId, since, until, alertIds: [] })
    },
    /** A message that was held or refused: it stands on the desk until a person says that they know. */
    report: (kind: 'telegram-held' | 'telegram-refused', from: string, about: string, detail: string): void => {
      const id = `${kind}:${from}:${about}`.slice(0, 300)
      const since = now().toISOString()
      const sourceId = from.slice(0, 120)
      forPeople.set(id, { id, kind, sourceId, since, alertIds: [], detail: detail.slice(0, 400) })
    },
    /** A person has read it. Throws AppError `not-found` where there is nothing to acknowledge. */
    acknowledge: async (id: string): Promise<SourcesDesk> => {
      const known = await store.notices()
      const at = now().toISOString()
      const isMeant = (notice: SourceNotice) => notice.id === id && notice.until === null && isForAPerson(notice)
      if (!known.some(isMeant)) throw new AppError('not-found')
      const next = known.map((notice) => (isMeant(notice) ? { ...notice, until: at } : notice))
      await store.saveNotices(next)
      notices = next
      announce()
      return { sources: sources.map(({ monitor }) => monitor.view()), notices }
    },
    /** These alerts came from that source. */
    carried: async (sourceId: Id, alertIds: readonly Id[]): Promise<void> => {
      if (alertIds.length === 0) return
      const before = await store.carried(sourceId)
      const kept = before.filter((id) => !alertIds.includes(id))
      await store.saveCarried(sourceId, [...kept, ...alertIds].slice(-MOST_CARRIED))
    },
  }
}

function momentOf({ completeAt, monitor }: Heard): number {
  return (completeAt ?? monitor.startedAt).getTime()
}

function statesOf({ id, state, links }: SourceHealth): unknown {
  return [id, state, links.map(({ up }) => up)]
}
