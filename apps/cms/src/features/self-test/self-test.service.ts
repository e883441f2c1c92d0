import type { DisplayView, RaiseAlert, SelfTestBoard, SelfTestFailure, SelfTestRun } from '@akari/protocol'
import { SelfTestSettings } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { sentence } from '../../sentence.ts'
import { alarmOf } from './self-test-alarm.ts'
import type { SelfTestStore } from './self-test.store.ts'
import texts from './texts.json' with { type: 'json' }

const TEMPLATE = 'test-message'
const POLL_MS = 100
/** Nothing shown after this long is a failure. */
export const PATIENCE_MS = 10_000
/** Once it is shown, a display that can look at its own pixels gets this long to say so. */
const LOOKING_MS = 1_500
const DAY_MS = 86_400_000
/** A year and a bit, so that the same month of last year can be looked at. */
const KEPT_DAYS = 400
const MOST_RUNS = 2000

type Sent = { epoch: number; revision: number; issuedAt: string }
type Answer = { displayId: string; receivedAt: string | null; shownAt: string | null; seenAt: string | null }

type Deps = Omit<ServiceDeps, 'announce'> & {
  store: SelfTestStore
  raise: (actor: Actor, input: RaiseAlert) => Promise<Sent>
  end: (actor: Actor, alertId: string, as: 'cancelled') => Promise<unknown>
  /** When this server handed a state to its sockets; null when it has not. */
  broadcastAt: (sent: Sent) => Date | null
  answers: (epoch: number, first: number, last: number) => Promise<readonly Answer[]>
  displays: () => Promise<readonly DisplayView[]>
  liveAlert: () => unknown
  /** The city's wall clock: `YYYY-MM-DD` and `HH:mm`. */
  wallClock: () => { date: string; time: string }
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  announce: () => void
  measured: (run: SelfTestRun) => void
  log: Logger
}

export type SelfTestService = ReturnType<typeof selfTestService>

/** Sends a drill's test message to the hidden canary alone and measures how long it takes to its glass. */
export function selfTestService(deps: Deps) {
  const { store, now, newId, log, announce } = deps
  const closing = new AbortController()

  async function canary(): Promise<DisplayView | null> {
    return (await deps.displays()).find((each) => each.canary === true && each.status !== 'unpaired') ?? null
  }

  async function perform(display: DisplayView, cause: SelfTestRun['cause'], slot: string): Promise<SelfTestRun | null> {
    const id = newId()
    const begun = { id, cause, displayId: display.id, acceptedAt: now().toISOString(), outcome: 'underWay' as const }
    if (!(await store.begin(slot, begun))) return null
    announce()
    const { run, at } = await measure({ ...begun, ...NOT_MEASURED })
    await store.finish(run, at)
    deps.measured(run)
    if (run.outcome === 'failed')
      log.error({ runId: id, displayId: display.id, reason: run.reason }, 'self-test failed')
    else log.info({ runId: id, displayId: display.id, shownMs: run.shownMs }, 'self-test passed')
    announce()
    return run
  }

  async function measure(begun: SelfTestRun): Promise<{ run: SelfTestRun; at: Sent | null }> {
    const requestId = `self-test-${begun.id}`
    const target = { kind: 'displays' as const, displayIds: [begun.displayId] }
    const since = (at: string | Date | null) =>
      at === null ? null : Math.max(0, new Date(at).getTime() - Date.parse(begun.acceptedAt))
    let at: Sent
    try {
      at = await deps.raise(SELF, { channel: 'drill', templateId: TEMPLATE, target, minutes: 1, requestId })
    } catch (err) {
      log.error({ err }, 'self-test not sent')
      return { run: { ...begun, outcome: 'failed', reason: 'not-sent' }, at: null }
    }
    const answer = await answered(at, begun.displayId)
    await deps.end(SELF, `operator:${requestId}`, 'cancelled').catch((err: unknown) => {
      log.warn({ err }, 'message of the self-test not ended; it ends by itself in a minute')
    })
    const [receivedMs, shownMs] = [since(answer.receivedAt), since(answer.shownAt)]
    const run = {
      ...begun,
      broadcastMs: since(deps.broadcastAt(at) ?? at.issuedAt),
      receivedMs,
      shownMs,
      seenMs: since(answer.seenAt),
    }
    if (shownMs !== null) return { run: { ...run, outcome: 'passed' }, at }
    return { run: { ...run, outcome: 'failed', reason: await whyNot(receivedMs) }, at }
  }

  async function whyNot(receivedMs: number | null): Promise<SelfTestFailure> {
    if (closing.signal.aborted) return 'interrupted'
    if (receivedMs !== null) return 'not-shown'
    return (await canary())?.status === 'offline' ? 'out-of-reach' : 'not-received'
  }

  /** Waits for the canary to say that it shows the message. Its answers may have come to another server. */
  async function answered({ epoch, revision }: Sent, displayId: string): Promise<Omit<Answer, 'displayId'>> {
    let [untilMs, shown] = [PATIENCE_MS, false]
    for (let waitedMs = 0; ; waitedMs += POLL_MS) {
      const own = (await deps.answers(epoch, revision, Number.MAX_SAFE_INTEGER)).filter(
        (answer) => answer.displayId === displayId,
      )
      const first = (of: 'receivedAt' | 'shownAt' | 'seenAt') =>
        own.map((answer) => answer[of]).find((at) => at !== null) ?? null
      const answer = { receivedAt: first('receivedAt'), shownAt: first('shownAt'), seenAt: first('seenAt') }
      if (answer.shownAt !== null && !shown) {
        shown = true
        untilMs = waitedMs + LOOKING_MS
      }
      if (answer.seenAt !== null || waitedMs >= untilMs || closing.signal.aborted) return answer
      await deps.pause(POLL_MS, closing.signal)
    }
  }

  return {
    board: async (days: number): Promise<SelfTestBoard> => {
      const display = await canary()
      const nowMs = now().getTime()
      const runs = await store.since(new Date(nowMs - Math.max(days, 30) * DAY_MS).toISOString(), MOST_RUNS)
      const from = nowMs - days * DAY_MS
      return {
        canary: display === null ? null : { displayId: display.id, name: display.profile.name, status: display.status },
        settings: await store.settings(),
        alarm: display === null ? null : alarmOf(runs, now().toISOString()),
        runs: runs.filter(({ acceptedAt }) => Date.parse(acceptedAt) >= from),
      }
    },
    saveSettings: async (actor: Actor, settings: SelfTestSettings): Promise<SelfTestSettings> => {
      await store.saveSettings(settings)
      await deps.audit(actor, 'self-test.settings', 'self-test', { ...settings })
      announce()
      return settings
    },
    /** «今すぐ試す». Resolves when the test is over. */
    run: async (actor: Actor): Promise<SelfTestRun> => {
      const display = await canary()
      if (display === null) throw new AppError('drill-refused', sentence(texts.noCanary))
      if (deps.liveAlert() !== null) throw new AppError('drill-refused', sentence(texts.liveAlert))
      await deps.audit(actor, 'self-test.started', display.id)
      const run = await perform(display, 'byHand', newId())
      if (run === null) throw new AppError('drill-refused', sentence(texts.underWay))
      return run
    },
    /** Called several times a minute on every server; each minute has one slot at most. Nothing happens in a real emergency: the canary shows that. */
    tick: async (): Promise<void> => {
      await store.giveUp(new Date(now().getTime() - 6 * PATIENCE_MS).toISOString())
      const { nightlyAt, everyFiveMinutes } = await store.settings()
      const { date, time } = deps.wallClock()
      const nightly = time === nightlyAt
      if (nightly) await store.forget(new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString())
      if (!nightly && !(everyFiveMinutes && Number(time.slice(3)) % 5 === 0)) return
      const display = await canary()
      if (display === null) return
      if (deps.liveAlert() !== null) return log.warn('self-test left out during a real emergency')
      await perform(display, nightly ? 'nightly' : 'interval', `${date} ${time}`)
    },
    close: (): void => closing.abort(),
  }
}

const NOT_MEASURED = { broadcastMs: null, receivedMs: null, shownMs: null, seenMs: null, reason: null }
const SELF: Actor = { kind: 'source', id: 'self-test', ip: 'localhost' }
