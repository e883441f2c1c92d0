import type {
  EntryTargets,
  Id,
  Instant,
  SavedSitting,
  SittingInput,
  SittingStepInput,
  SittingView,
} from '@akari/protocol'
import { isAimless, type Reachable } from '@akari/programme'
import { isDeepStrictEqual } from 'node:util'
import type { MainDatabase } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { BY_RULE } from './other-first.ts'
import { savedSitting } from './saved-sitting.ts'
import { sittingFaults } from './sitting-faults.ts'
import { followsStream, isInSession, isOver, stepByRule, type StreamNow } from './sitting-rules.ts'
import type { SittingScreens } from './sitting-screens.ts'
import type { SittingSteps } from './sitting-steps.ts'
import { plannedOf, sittingView } from './sitting-view.ts'
import type { SittingPlan, SittingStore, StoredSitting } from './sittings.store.ts'
import { NOT_YET_OPEN } from './standing.ts'
import texts from './sittings.texts.json' with { type: 'json' }

/** Rules look at sittings that begin so soon or began so lately. */
const DAY_MS = 86_400_000
const LONGEST_TITLE = 120

/** What is spoken in a sitting, as it is looked up; `id` is that of its captions' feed. */
export type SpokenIn = { id: Id; sittingId: Id; title: string; startsAt: Instant }

/** Where that is kept; `tx` is the transaction that writes the sitting. */
export type Transcripts = {
  open: (tx: MainDatabase, transcript: SpokenIn) => Promise<void>
  /** Says that it is there now. */
  opened: (transcript: SpokenIn, actor: Actor) => Promise<void>
  /** Calls and dates it as the sitting is from now on, in so far as nobody called it otherwise than the sitting was. */
  follow: (tx: MainDatabase, before: SpokenIn, after: SpokenIn) => Promise<void>
  /** Takes it away where it is still there. */
  drop: (id: Id, actor: Actor) => Promise<void>
}

type Deps = ServiceDeps & {
  store: SittingStore
  steps: SittingSteps
  screens: SittingScreens
  streams: () => Promise<readonly { id: Id }[]>
  /** How a stream is; whoever asks has it looked at again. */
  streamNow: (streamId: Id) => StreamNow
  transcripts: Transcripts
  /** Names of what shows a sitting besides its own takeover. */
  usesOf: (sittingId: Id) => Promise<readonly string[]>
  displays: () => Promise<readonly Reachable[]>
  /** How many displays are reached; throws `not-yours` unless the actor answers for every one. */
  reachedBy: (actor: Actor, targets: EntryTargets) => Promise<number>
  /** What displays are told is in the database: to all servers. */
  changed: () => void
}

/**
 * 会議: the council's sittings as planned and as they go. Writes throw `malformed` with the field that cannot be, `not-yours` for displays
 * that somebody else answers for, `conflict`, `in-use` for one that is in session or in a playlist, `forbidden` for an editor who changes more than
 * its texts, `not-found`.
 */
export function sittingsService(deps: Deps) {
  const { store, steps, screens, now, audit, announce } = deps

  async function found(id: Id): Promise<StoredSitting> {
    const sitting = await store.find(id)
    if (sitting === null) throw new AppError('not-found')
    return sitting
  }
  const view = async (sitting: StoredSitting): Promise<SittingView> =>
    sittingView(sitting, await screens.byHand(sitting), now().getTime())
  const saved = async (sitting: StoredSitting): Promise<SavedSitting> =>
    savedSitting(await view(sitting), await store.list(), await deps.displays(), now().getTime())
  async function checked({ version: _version, ...plan }: SittingInput, sitting: StoredSitting | null, actor: Actor) {
    // A stream may be gone when all that is left to write is where the recording is.
    const streams = new Set([...(await deps.streams()).map(({ id }) => id), sitting?.plan.streamId ?? ''])
    const faults = sittingFaults(plan, { streams, standing: sitting?.standing ?? NOT_YET_OPEN })
    if (faults.length > 0) throw new AppError('malformed', undefined, faults)
    const reachesNone = (await deps.reachedBy(actor, plan.targets)) === 0
    if (reachesNone && !isAimless(plan.targets)) {
      throw new AppError('malformed', undefined, [{ path: 'targets', message: sentence(texts.noDisplay) }])
    }
    return plan
  }
  async function settled(sitting: StoredSitting, actor: Actor, anew: boolean): Promise<void> {
    deps.changed()
    announce('sittings')
    await screens.follow(sitting, actor, anew)
  }
  async function takenBy(id: Id, input: SittingStepInput, actor: Actor): Promise<StoredSitting> {
    const { sitting, isNew } = await steps.take(id, input, actor)
    if (isNew) await settled(sitting, actor, input.step.kind !== 'item' && input.step.kind !== 'speaker')
    return sitting
  }
  async function byRule(sitting: StoredSitting): Promise<void> {
    const { streamId, opening, closing } = sitting.plan
    const [planned, nowMs] = [plannedOf(sitting), now().getTime()]
    const stream = streamId !== null && followsStream(planned, nowMs) ? deps.streamNow(streamId) : null
    const kind = stepByRule(planned, stream, nowMs)
    if (kind === null) return screens.follow(sitting, BY_RULE.time, false)
    const rule = kind === 'open' ? opening : closing
    const actor = rule === 'stream' ? BY_RULE.stream : BY_RULE.time
    try {
      await takenBy(sitting.id, { step: { kind }, version: sitting.liveVersion }, actor)
    } catch (err) {
      // Somebody was first: a clerk, or another server.
      if (!(err instanceof AppError)) throw err
    }
  }

  return {
    list: async (): Promise<SittingView[]> => Promise.all((await store.list()).map(view)),
    view: async (id: Id): Promise<SittingView> => view(await found(id)),
    create: async (input: SittingInput, actor: Actor): Promise<SavedSitting> => {
      const plan = await checked(input, null, actor)
      const sitting: StoredSitting = {
        id: deps.newId(),
        captionsId: deps.newId(),
        plan,
        version: 1,
        updatedAt: now().toISOString(),
        standing: NOT_YET_OPEN,
        last: null,
        liveVersion: 0,
        revision: now().getTime(),
      }
      const spoken = spokenIn(sitting)
      await store.insert(sitting, (tx) => deps.transcripts.open(tx, spoken))
      await audit(actor, 'sitting.create', sitting.id, { title: plan.title.ja, startsAt: plan.startsAt })
      await deps.transcripts.opened(spoken, actor)
      await settled(sitting, actor, true)
      return saved(sitting)
    },
    replace: async (id: Id, input: SittingInput, actor: Actor): Promise<SavedSitting> => {
      const before = await found(id)
      await deps.reachedBy(actor, before.plan.targets)
      const plan = await checked(input, before, actor)
      refuseAnotherDay(before, plan)
      const mayPlan = !isEditor(actor)
      if (!mayPlan) refuseMoreThanTexts(before.plan, plan)
      const sitting: StoredSitting = {
        ...before,
        plan,
        version: input.version + 1,
        updatedAt: now().toISOString(),
        revision: Math.max(before.revision + 1, now().getTime()),
      }
      const follow = (tx: MainDatabase) => deps.transcripts.follow(tx, spokenIn(before), spokenIn(sitting))
      if (!(await store.replace(sitting, input.version, follow))) throw new AppError('conflict')
      await audit(actor, 'sitting.change', id, { title: plan.title.ja, startsAt: plan.startsAt })
      announce('captions')
      await settled(sitting, actor, mayPlan)
      return saved(sitting)
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const sitting = await found(id)
      await deps.reachedBy(actor, sitting.plan.targets)
      if (isInSession(sitting)) throw new AppError('in-use', sentence(texts.runsNow))
      const uses = [...new Set(await deps.usesOf(id))]
      if (uses.length > 0) throw new AppError('in-use', sentence(texts.usedIn, { names: uses.join('、') }))
      if (!(await store.remove(id))) throw new AppError('not-found')
      await audit(actor, 'sitting.delete', id, { title: sitting.plan.title.ja })
      await screens.release(id, actor)
      // Nothing was spoken in it.
      if (sitting.standing.phase === 'planned') await deps.transcripts.drop(sitting.captionsId, actor)
      deps.changed()
      announce('sittings')
    },
    /** What the clerk does; see SittingSteps.take. */
    step: async (id: Id, input: SittingStepInput, actor: Actor): Promise<SittingView> => {
      await deps.reachedBy(actor, (await found(id)).plan.targets)
      return view(await takenBy(id, input, actor))
    },
    /** Shows it again where somebody took it off its displays before its time, or another one that is in session covers it. */
    showAgain: async (id: Id, actor: Actor): Promise<SittingView> => {
      const sitting = await found(id)
      await deps.reachedBy(actor, sitting.plan.targets)
      await screens.follow(sitting, actor, true)
      if (isInSession(sitting)) await screens.bringForward(id, actor)
      announce('sittings')
      return view(sitting)
    },
    /** Opens and closes what is to be opened and closed by itself, and keeps displays in line with all of it. For a job every second. */
    tick: async (): Promise<void> => {
      const nowMs = now().getTime()
      const [from, until] = [nowMs - 2 * DAY_MS, nowMs + 2 * DAY_MS].map((at) => new Date(at).toISOString())
      for (const sitting of await store.around(from ?? '', until ?? '')) await byRule(sitting)
    },
    /** Its recording is shown at kiosks, or not any more: displays are told. */
    retell: async (id: Id): Promise<void> => {
      await store.retell(id, now().getTime())
      deps.changed()
    },
    /** Those that are yet to come or go on, for whoever looks after their streams. */
    coming: async () => {
      const nowMs = now().getTime()
      return (await store.list())
        .filter((sitting) => !isOver(plannedOf(sitting), nowMs))
        .map(({ id, plan: { title, startsAt, streamId } }) => ({ id, title, startsAt, streamId }))
    },
  }
}
export type SittingsService = ReturnType<typeof sittingsService>

function spokenIn({ id: sittingId, captionsId: id, plan }: StoredSitting): SpokenIn {
  return { id, sittingId, title: plan.title.ja.slice(0, LONGEST_TITLE), startsAt: plan.startsAt }
}

function isEditor(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'editor'
}

/** An editor writes title, agenda and speakers; displays and times are for those who may take displays over. */
function refuseMoreThanTexts(before: SittingPlan, after: SittingPlan): void {
  const planned = ({ title: _title, agenda: _agenda, speakers: _speakers, ...rest }: SittingPlan) => rest
  if (!isDeepStrictEqual(planned(before), planned(after))) throw new AppError('forbidden', sentence(texts.textsOnly))
}

/** What is over is looked up as it was; its next one is a sitting of its own. */
function refuseAnotherDay({ plan: before, standing }: StoredSitting, after: SittingPlan): void {
  if (standing.phase !== 'adjourned') return
  const [path] = (['startsAt', 'endsAt'] as const).filter((each) => before[each] !== after[each])
  if (path !== undefined) throw new AppError('malformed', undefined, [{ path, message: sentence(texts.isOver) }])
}
