import { inTurn } from '@akari/node-kit'
import type { Id, RecordingProblem } from '@akari/protocol'
import type { Logger } from 'pino'
import { isToRecord, recordingBeginner, type RecordedSitting } from './begin.ts'
import type { Finisher } from './finish.ts'
import { type Recorder, startRecorder } from './recorder.ts'
import { type Heard, heardBeside } from './heard.ts'
import type { Follower } from './relay-door.ts'
import type { RecordingStore } from './recordings.store.ts'
import type { Recorded, StoredRecording } from './stored-recording.ts'

/** A server that has not said so for this long has stopped: another one goes on. */
const HOLD_MS = 15_000
/** A closing that the clerk takes back within so long is none. */
export const UNDO_MS = 60_000
/** So often what was recorded is written down. */
const NOTE_MS = 5_000

type Deps = {
  store: RecordingStore
  /** Of these days. */
  sittings: () => Promise<readonly RecordedSitting[]>
  /** What keeps this one from going on; makes room first where staff allow it. */
  lack: (recording: StoredRecording) => Promise<RecordingProblem | null>
  follow: (streamId: Id, heard: Heard) => Follower
  latencyMs: (streamId: Id) => number
  ffmpeg: string
  folderOf: (recordingId: Id) => string
  finisher: Finisher
  /** Tells staff that a recording came to an end before its time. */
  stopped: (recording: StoredRecording, problem: RecordingProblem) => Promise<void>
  changed: () => void
  holder: string
  now: () => Date
  log: Logger
}

type Running = { recorder: Recorder; streamId: Id; notedMs: number }
type EndedBy = NonNullable<Recorded['endedBy']>

/** Whether nobody let it rest since a server had it in hand: one that died has left it so. */
function isUnderWay({ recorded: { isRunning, problem } }: StoredRecording): boolean {
  return isRunning || problem === 'streamAway'
}

/**
 * Keeps recordings in line with their sittings, each on one server of them all: begun at 開会, at rest in a recess, put together a while
 * after 閉会.
 */
export function recordingKeeper(deps: Deps) {
  const { store, now } = deps
  const begin = recordingBeginner({ store, now })
  const running = new Map<Id, Running>()
  let isClosed = false

  async function stop(id: Id): Promise<Recorded | null> {
    const run = running.get(id)
    if (run === undefined) return null
    running.delete(id)
    await run.recorder.stop()
    return run.recorder.read()
  }

  /** Closes the part that is being recorded; gives all that there is. */
  async function rest({ id, recorded }: StoredRecording): Promise<Recorded> {
    const stopped = await stop(id)
    return stopped === null ? { ...recorded, isRunning: false } : { ...stopped, isRunning: false, problem: null }
  }

  /** Where it was ended or taken by another server meanwhile, the next look finds that. */
  async function note(recording: StoredRecording, recorded: Recorded): Promise<void> {
    if (await store.note(recording.id, { holder: deps.holder, state: 'recording' }, recorded)) deps.changed()
  }

  async function atRest(recording: StoredRecording, problem: RecordingProblem | null): Promise<void> {
    const recorded = { ...(await rest(recording)), problem }
    if (recording.recorded.isRunning || recording.recorded.problem !== problem) await note(recording, recorded)
  }

  async function end(recording: StoredRecording, endedBy: EndedBy, problem: RecordingProblem | null): Promise<void> {
    const recorded = { ...(await rest(recording)), percent: 0, problem, endedBy }
    if (!(await store.move(recording.id, 'recording', { state: 'finishing', recorded }))) return
    if (problem !== null) await deps.stopped(recording, problem)
    deps.changed()
  }

  async function record(recording: StoredRecording, streamId: Id): Promise<void> {
    const { id } = recording
    const run = running.get(id)
    const lack = await deps.lack(recording)
    if (lack !== null) return end(recording, 'lack', lack)
    if (run?.streamId !== streamId) {
      const before = await rest(recording)
      const { ffmpeg, log } = deps
      const folder = deps.folderOf(id)
      const stream = deps.follow(streamId, heardBeside(folder, streamId, isUnderWay(recording), log))
      const of = { ffmpeg, folder, stream, latencyMs: () => deps.latencyMs(streamId), log }
      running.set(id, { streamId, recorder: startRecorder(of, before), notedMs: now().getTime() })
      return
    }
    const recorded = run.recorder.read()
    if (recorded.problem === 'diskFull' || recorded.problem === 'noFfmpeg') {
      return end(recording, 'lack', recorded.problem)
    }
    const { isRunning, problem } = recording.recorded
    const isOther = recorded.isRunning !== isRunning || recorded.problem !== problem
    if (!isOther && now().getTime() - run.notedMs < NOTE_MS) return
    run.notedMs = now().getTime()
    await note(recording, recorded)
  }

  async function follow(recording: StoredRecording, sitting: RecordedSitting | undefined): Promise<void> {
    if (sitting?.plan.isRecorded !== true) return end(recording, 'closing', null)
    const { streamId } = sitting.plan
    const { phase, adjournedAt } = sitting.standing
    switch (phase) {
      case 'inSession':
        return streamId === null ? atRest(recording, 'noStream') : record(recording, streamId)
      case 'recess':
        return atRest(recording, null)
      case 'planned':
      case 'adjourned': {
        const closedMs = Date.parse(adjournedAt ?? recording.startedAt)
        return now().getTime() - closedMs < UNDO_MS ? atRest(recording, null) : end(recording, 'closing', null)
      }
    }
  }

  async function inHand({ id }: StoredRecording): Promise<boolean> {
    const nowMs = now().getTime()
    return store.hold(id, { holder: deps.holder, nowMs, untilMs: nowMs + HOLD_MS })
  }

  async function look(recording: StoredRecording, sittings: readonly RecordedSitting[]): Promise<void> {
    if (!(await inHand(recording))) {
      if (!running.has(recording.id)) return
      deps.log.warn({ recordingId: recording.id }, 'another server records this by now')
      return void (await rest(recording))
    }
    const { id: recordingId, state, sittingId, recorded } = recording
    if (state === 'finishing') {
      // Ended through another server, or while it was being begun: nothing writes any more while it is put together.
      const parts = running.has(recordingId) ? (await rest(recording)).parts : recorded.parts
      return deps.finisher.finish({ ...recording, recorded: { ...recorded, parts } })
    }
    await follow(
      recording,
      sittings.find(({ id }) => id === sittingId),
    )
  }

  async function lookAtAll(): Promise<void> {
    if (isClosed) return
    const sittings = await deps.sittings()
    for (const sitting of sittings) {
      if ((await begin.byItself(sitting)) !== null) deps.changed()
    }
    const open = await store.open()
    for (const id of running.keys()) {
      // Another server made the film of it, or somebody deleted it.
      if (!open.some((recording) => recording.id === id)) await stop(id)
    }
    for (const recording of open) {
      await look(recording, sittings).catch((err: unknown) => {
        deps.log.error({ err, recordingId: recording.id }, 'recording not looked after')
      })
    }
  }

  /** One after the other: what is ended while it is looked at would be begun once more. */
  const turn = inTurn()

  return {
    /** For a job every second. */
    tick: (): Promise<void> => turn(lookAtAll),
    /** Somebody has enough of it; another server that has it in hand hears of it by the state. */
    endByHand: ({ id }: StoredRecording): Promise<void> =>
      turn(async () => {
        const recording = await store.find(id)
        if (recording !== null) await end(recording, 'hand', null)
      }),
    /** Sittings of which a recording may begin at this moment. */
    toRecord: async (): Promise<ReadonlySet<Id>> =>
      new Set((await deps.sittings()).filter(isToRecord).map(({ id }) => id)),
    /** Goes on with another recording of a sitting; null where that is recorded already, or not in session. */
    beginByHand: (sittingId: Id): Promise<StoredRecording | null> =>
      turn(async () => {
        const sitting = (await deps.sittings()).find(({ id }) => id === sittingId)
        return sitting === undefined ? null : begin.byHand(sitting)
      }),
    close: async (): Promise<void> => {
      isClosed = true
      await turn(() => Promise.resolve())
      await Promise.all([...running.values()].map(({ recorder }) => recorder.stop()))
      await deps.finisher.close()
      await store.letGo(deps.holder)
    },
  }
}
export type RecordingKeeper = ReturnType<typeof recordingKeeper>
