import type { Alert, DisplayView, DrillEnd, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { type Actor, nameOf } from '../../http/actor.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { alertTarget, beginStep, type DrillDesk, meantBy, stepAlertId } from './drill-matter.ts'
import { isOpen, nextStart } from './drill-times.ts'
import type { DrillsStore, NewRun, StepLog, StoredPlan, StoredRun } from './drills.store.ts'

/** A server that leads a run and says nothing for so long has lost it to another. */
const LEAD_MS = 10_000
/** A start that was missed by more than this is not made up for. */
const LATE_MS = 2 * 60_000

export type RunnerDeps = Omit<ServiceDeps, 'announce'> & {
  store: DrillsStore
  desk: DrillDesk
  displays: () => Promise<readonly DisplayView[]>
  holidays: () => Promise<Parameters<typeof isOpen>[1]['holidays']>
  timeZone: string
  /** The live alert that has the whole glass now, if any: drills give way. */
  liveAlert: () => Alert | null
  /** This server, among several. */
  node: string
  announce: () => void
  log: Logger
}
export type Starting = { run: StoredRun } | { refused: 'nobody' | 'conflict' }

/** Starts what is due, leads what runs, and ends it: when it is over, or at once when it becomes earnest. */
export function drillRunner(deps: RunnerDeps) {
  const { store, desk, now, newId, log, node, audit, announce } = deps

  async function calendar() {
    return { timeZone: deps.timeZone, holidays: await deps.holidays() }
  }

  async function nextAfter(plan: StoredPlan, after: string): Promise<string | null> {
    return nextStart(plan.draft.when, await calendar(), after, await store.skipped(plan.id))
  }

  function newRun(plan: StoredPlan, startedBy: string, occurrence: string | null, meant: StoredRun['meant']): NewRun {
    const [id, at] = [newId(), now()]
    return {
      id,
      planId: plan.id,
      draft: plan.draft,
      occurrence: occurrence ?? id,
      startedBy,
      state: 'running',
      startedAt: at.toISOString(),
      endsAt: new Date(at.getTime() + plan.draft.autoEndMinutes * 60_000).toISOString(),
      endedAt: null,
      end: null,
      meant,
      node,
      heldUntilMs: at.getTime() + LEAD_MS,
    }
  }

  async function meantNow(plan: StoredPlan): Promise<StoredRun['meant']> {
    return meantBy(plan.draft.target, await deps.displays()).map(({ id, profile }) => ({
      displayId: id,
      name: profile.name,
    }))
  }

  async function startDue(plan: StoredPlan): Promise<void> {
    const at = plan.nextAt
    if (at === null) return
    const to = { nextAt: await nextAfter(plan, at) }
    // A holiday may have been put into the calendar since the time was worked out.
    if (!isOpen(plan.draft.when, await calendar(), at)) return void (await store.moveOn(plan, to.nextAt))
    const run = newRun(plan, nameOf(SCHEDULE), at, await meantNow(plan))
    const end = whyNot(at, run.meant)
    const first = end === null ? run : { ...run, state: 'aborted' as const, endedAt: run.startedAt, end }
    if (!(await store.start(plan, first, to))) return
    if (end === null) return told(run, SCHEDULE)
    log.warn({ planId: plan.id, runId: run.id, end }, 'drill not started')
    await audit(SCHEDULE, 'drill.aborted', plan.id, { name: plan.draft.name, run: run.id, because: end.because })
    announce()
  }

  function whyNot(at: string, meant: StoredRun['meant']): DrillEnd | null {
    const live = deps.liveAlert()
    if (live !== null) return becauseOf(live)
    if (now().getTime() - Date.parse(at) > LATE_MS) return { because: 'missed' }
    return meant.length === 0 ? { because: 'nobody-to-show' } : null
  }

  async function told(run: NewRun, actor: Actor): Promise<void> {
    const { id: runId, planId, draft, meant } = run
    log.info({ planId, runId, displays: meant.length }, 'drill started')
    await audit(actor, 'drill.started', planId, { name: draft.name, run: runId, displays: meant.length })
    announce()
    await advance({ ...run, steps: [] })
  }

  /** Does what is due of a run that this server leads. */
  async function advance(run: StoredRun): Promise<void> {
    const live = deps.liveAlert()
    if (live !== null) return void (await finish(run, 'aborted', becauseOf(live), 'cancelled', SCHEDULE))
    const at = now()
    if (at.getTime() >= Date.parse(run.endsAt)) return void (await over(run))
    let { steps } = run
    for (const [step, { afterSeconds, endAfterSeconds }] of run.draft.steps.entries()) {
      const beginsMs = Date.parse(run.startedAt) + afterSeconds * 1000
      const known = steps.find((each) => each.step === step)
      if (known === undefined) {
        if (at.getTime() < beginsMs) continue
        steps = [...steps, await begun(run, step, at)]
        if (!(await store.saveSteps(run.id, node, steps))) return void (await endAll(run, steps, 'cancelled'))
        announce()
      } else if (known.endedAt === null && endAfterSeconds !== null) {
        if (at.getTime() < beginsMs + endAfterSeconds * 1000) continue
        const done = await endedStep(run, known, 'cleared')
        steps = steps.map((each) => (each === known ? done : each))
        await store.saveSteps(run.id, node, steps)
        announce()
      }
    }
    const allOver = steps.length === run.draft.steps.length && steps.every(({ endedAt }) => endedAt !== null)
    if (allOver) await over({ ...run, steps })
  }

  async function begun(run: StoredRun, step: number, at: Date): Promise<StepLog> {
    const alertId = stepAlertId(run.id, step)
    const target = alertTarget(run.draft.target, run.meant)
    const of = { draft: run.draft, step, alertId, target, endsAt: new Date(run.endsAt) }
    const made = await beginStep(desk, actorOf(run), of, at)
    if (made === null) {
      log.error({ runId: run.id, step }, 'step of a drill shows nothing that exists')
      const nothing = { epoch: 1, revision: 0, sentAt: at.toISOString(), endedAt: at.toISOString(), endRevision: 0 }
      return { step, alertId, headline: '', ...nothing }
    }
    const { epoch, revision, issuedAt } = made.sent
    const headline = made.alert.words.headline.ja
    return { step, alertId, headline, epoch, revision, sentAt: issuedAt, endedAt: null, endRevision: null }
  }

  async function endedStep(run: StoredRun, step: StepLog, as: 'cleared' | 'cancelled'): Promise<StepLog> {
    if (step.endedAt !== null) return step
    const sent = await desk.end(actorOf(run), step.alertId, as)
    return { ...step, endedAt: sent?.issuedAt ?? now().toISOString(), endRevision: sent?.revision ?? null }
  }

  async function endAll(run: StoredRun, steps: readonly StepLog[], as: 'cleared' | 'cancelled'): Promise<StepLog[]> {
    const ended: StepLog[] = []
    for (const step of steps) ended.push(await endedStep(run, step, as))
    return ended
  }

  function over(run: StoredRun): Promise<boolean> {
    return finish(run, 'done', { because: 'over' }, 'cleared', SCHEDULE)
  }

  /** The glass first, then the record. */
  async function finish(
    run: StoredRun,
    state: 'done' | 'aborted',
    end: DrillEnd,
    as: 'cleared' | 'cancelled',
    actor: Actor,
  ): Promise<boolean> {
    const steps = await endAll(run, run.steps, as)
    if (!(await store.finish(run.id, state, now().toISOString(), end, steps))) return false
    const what = { planId: run.planId, runId: run.id, end }
    if (state === 'done') log.info(what, 'drill over')
    else log.warn(what, 'drill aborted')
    await audit(actor, `drill.${state}`, run.planId, { name: run.draft.name, run: run.id, because: end.because })
    announce()
    return true
  }

  return {
    nextAfter,
    /** A person starts a plan that is checked in this version. */
    startByHand: async (actor: Actor, plan: StoredPlan): Promise<Starting> => {
      const meant = await meantNow(plan)
      if (meant.length === 0) return { refused: 'nobody' }
      const run = newRun(plan, nameOf(actor), null, meant)
      if (!(await store.start(plan, run, null))) return { refused: 'conflict' }
      await told(run, actor)
      return { run: (await store.run(run.id)) ?? { ...run, steps: [] } }
    },
    /** A person ends a run before its time. False when it was over already. */
    stop: async (actor: Actor, runId: Id): Promise<boolean> => {
      const run = await store.run(runId)
      if (run === null || run.state !== 'running') return false
      return finish(run, 'aborted', { because: 'stopped', by: nameOf(actor) }, 'cleared', actor)
    },
    /** Called every second, on every server. */
    tick: async (): Promise<void> => {
      for (const plan of await store.due(now().toISOString())) await startDue(plan)
      for (const { id } of await store.running()) {
        const nowMs = now().getTime()
        if (!(await store.hold(id, node, nowMs, nowMs + LEAD_MS))) continue
        // Read again: the leader before may have gone on.
        const run = await store.run(id)
        if (run !== null && run.state === 'running') await advance(run)
      }
    },
  }
}

const SCHEDULE: Actor = { kind: 'source', id: 'schedule', ip: 'localhost' }

function actorOf({ id }: StoredRun): Actor {
  return { kind: 'source', id: `drill-${id}`, ip: 'localhost' }
}

function becauseOf(live: Alert): DrillEnd {
  return { because: 'live-alert', alertId: live.id, headline: live.words.headline.ja }
}
