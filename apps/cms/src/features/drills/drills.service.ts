import {
  type AlertBook,
  type Alert,
  type AlertState,
  CheckDrill,
  type DrillBoard,
  type DrillDraft,
  type DrillInput,
  type DrillPlan,
  type DrillRun,
  type DrillRunHead,
  type DrillState,
  type DrillTelegram,
  type DryRun,
  type Id,
  type Instant,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import { alertOfStep, alertTarget, meantBy, stepAlertId } from './drill-matter.ts'
import { type Answer, stepResults } from './drill-results.ts'
import { drillRunner, type RunnerDeps } from './drill-runner.ts'
import { neverRuns } from './drill-times.ts'
import type { StoredPlan, StoredRun } from './drills.store.ts'
import { framesOf } from './dry-run.ts'
import texts from './texts.json' with { type: 'json' }

const RUNS_SHOWN = 60

type Deps = RunnerDeps & {
  telegrams: readonly DrillTelegram[]
  wouldShow: (book: AlertBook, at: Instant) => Alert[]
  channel: () => Pick<AlertState, 'epoch' | 'revision'>
  answers: (epoch: number, first: number, last: number) => Promise<readonly Answer[]>
}

export type DrillsService = ReturnType<typeof drillsService>

/** Plans of drills: written, tried dry, checked by a second person, run, and what became of them. */
export function drillsService(deps: Deps) {
  const { store, now, newId, audit, announce, desk } = deps
  const runner = drillRunner(deps)
  const isoNow = () => now().toISOString()

  async function existing(id: Id): Promise<StoredPlan> {
    const plan = await store.plan(id)
    if (plan === null) throw new AppError('not-found')
    return plan
  }

  async function existingRun(id: Id): Promise<StoredRun> {
    const run = await store.run(id)
    if (run === null) throw new AppError('not-found')
    return run
  }

  /** Throws AppError for what would never run, or would show nothing. */
  async function mustMakeSense(actor: Actor, draft: DrillDraft): Promise<void> {
    const calendar = { timeZone: deps.timeZone, holidays: await deps.holidays() }
    if (neverRuns(draft.when, calendar, isoNow())) throw new AppError('rule-refused')
    for (const [step, { afterSeconds }] of draft.steps.entries()) {
      const values = { step: String(step + 1) }
      if (afterSeconds >= draft.autoEndMinutes * 60) throw refused('lateStep', values)
      if (alertNow(actor, draft, step, now(), 'all') === null) throw refused('unknownMatter', values)
    }
  }

  function alertNow(actor: Actor, draft: DrillDraft, step: number, at: Date, meant: 'all' | Id[]): Alert | null {
    const target =
      meant === 'all'
        ? { kind: 'all' as const }
        : alertTarget(
            draft.target,
            meant.map((displayId) => ({ displayId })),
          )
    const endsAt = new Date(at.getTime() + draft.autoEndMinutes * 60_000)
    return alertOfStep(desk, actor, { draft, step, alertId: stepAlertId('dry-run', step), target, endsAt }, at)
  }

  async function view(plan: StoredPlan, runs: readonly StoredRun[]): Promise<DrillPlan> {
    const last = runs.find((run) => run.planId === plan.id) ?? null
    const { id, version, draft, changed, checked, nextAt } = plan
    const state = stateOf(plan, last)
    return { ...draft, id, version, state, changed, checked, nextAt, lastRun: last === null ? null : headOf(last) }
  }

  async function viewOf(id: Id): Promise<DrillPlan> {
    return view(await existing(id), await store.runs(RUNS_SHOWN))
  }

  async function resultOf(run: StoredRun): Promise<DrillRun> {
    return { ...headOf(run), meant: run.meant, steps: await stepResults(run, deps.answers) }
  }

  function mustBeQuiet(): void {
    const live = deps.liveAlert()
    if (live !== null) throw refused('liveAlert', { headline: live.words.headline.ja })
  }

  return {
    tick: runner.tick,
    board: async (): Promise<DrillBoard> => {
      const [plans, runs, live] = [await store.plans(), await store.runs(RUNS_SHOWN), deps.liveAlert()]
      return {
        plans: await Promise.all(plans.map((plan) => view(plan, runs))),
        runs: runs.map(headOf),
        telegrams: [...deps.telegrams],
        blockedBy: live === null ? null : { alertId: live.id, headline: live.words.headline.ja },
      }
    },
    plan: viewOf,
    /** Writes a plan down, or changes it; a change voids the check. */
    save: async (actor: Actor, id: Id | null, { version, ...draft }: DrillInput): Promise<DrillPlan> => {
      await mustMakeSense(actor, draft)
      const changed = { name: nameOf(actor), at: isoNow() }
      const planId = id ?? newId()
      if (id === null) await store.insertPlan({ id: planId, version: 1, draft, changed, checked: null, nextAt: null })
      else {
        await existing(planId)
        const done = await store.changePlan({ id: planId, version, draft, changed, checked: null, nextAt: null })
        if (!done) throw new AppError('conflict')
      }
      await audit(actor, id === null ? 'drill.created' : 'drill.changed', planId, { name: draft.name })
      announce()
      return viewOf(planId)
    },
    remove: async (actor: Actor, id: Id): Promise<void> => {
      const plan = await existing(id)
      if ((await store.running()).some((run) => run.planId === id)) throw refused('running')
      await store.removePlan(id)
      await audit(actor, 'drill.removed', id, { name: plan.draft.name })
      announce()
    },
    /** A second person, by name, confirms the version whose dry run they saw; from then on it runs by its schedule. */
    check: async (actor: Actor, id: Id, { version }: ReturnType<typeof CheckDrill.parse>): Promise<DrillPlan> => {
      const plan = await existing(id)
      if (actor.kind !== 'user') throw refused('namedPerson')
      if (plan.changed.name === nameOf(actor)) throw refused('samePerson')
      if (!plan.changed.name.startsWith('user:')) throw refused('namedAuthor')
      const at = isoNow()
      const nextAt = await runner.nextAfter(plan, at)
      if (!(await store.checkPlan(id, version, { name: nameOf(actor), at }, nextAt))) throw new AppError('conflict')
      await audit(actor, 'drill.checked', id, { name: plan.draft.name, version })
      announce()
      return viewOf(id)
    },
    /** «今回はやめる»: leaves out this one occurrence. */
    skip: async (actor: Actor, id: Id, at: Instant): Promise<DrillPlan> => {
      const plan = await existing(id)
      if (plan.nextAt === null || Date.parse(plan.nextAt) !== Date.parse(at)) throw new AppError('conflict')
      await store.skip(id, plan.nextAt, nameOf(actor), isoNow())
      if (!(await store.moveOn(plan, await runner.nextAfter(plan, plan.nextAt)))) throw new AppError('conflict')
      await audit(actor, 'drill.skipped', id, { name: plan.draft.name, at: plan.nextAt })
      announce()
      return viewOf(id)
    },
    run: async (actor: Actor, id: Id): Promise<DrillRun> => {
      const plan = await existing(id)
      if (plan.checked === null) throw refused('unchecked')
      mustBeQuiet()
      if ((await store.running()).some((run) => run.planId === id)) throw refused('running')
      const started = await runner.startByHand(actor, plan)
      if ('run' in started) return resultOf(started.run)
      throw started.refused === 'nobody' ? refused('nobody') : new AppError('conflict')
    },
    stop: async (actor: Actor, runId: Id): Promise<DrillRun> => {
      if (!(await runner.stop(actor, runId))) await existingRun(runId)
      return resultOf(await existingRun(runId))
    },
    result: async (runId: Id): Promise<DrillRun> => resultOf(await existingRun(runId)),
    /** The very states that would be signed, and which displays they are for. Nothing is sent or stored. */
    dryRun: async (actor: Actor, draft: DrillDraft, at: Instant | null): Promise<DryRun> => {
      await mustMakeSense(actor, { ...draft, when: { kind: 'byHand' } })
      const displayIds = meantBy(draft.target, await deps.displays()).map(({ id }) => id)
      const start = at === null || Date.parse(at) < now().getTime() ? now() : new Date(at)
      const frames =
        displayIds.length === 0
          ? []
          : framesOf(draft, start, {
              alertOf: (step, moment) => alertNow(actor, draft, step, moment, displayIds),
              wouldShow: deps.wouldShow,
              last: deps.channel(),
            })
      return { at: start.toISOString(), displayIds, frames }
    },
  }
}

function refused(key: keyof typeof texts, values: Readonly<Record<string, string>> = {}): AppError {
  return new AppError('drill-refused', sentence(texts[key], values))
}

function stateOf(plan: StoredPlan, last: StoredRun | null): DrillState {
  if (last?.state === 'running') return 'running'
  if (plan.checked === null) return 'draft'
  if (plan.nextAt !== null) return 'scheduled'
  return last !== null && Date.parse(last.startedAt) >= Date.parse(plan.checked.at) ? last.state : 'checked'
}

function headOf(run: StoredRun): DrillRunHead {
  const { id, planId, draft, occurrence, startedBy, state, startedAt, endsAt, endedAt, end, meant } = run
  const cause = occurrence === id ? ('byHand' as const) : ('schedule' as const)
  const displays = meant.length
  return { id, planId, name: draft.name, cause, by: startedBy, state, startedAt, endsAt, endedAt, end, displays }
}
