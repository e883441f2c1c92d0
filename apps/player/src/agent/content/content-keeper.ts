import { faultText, mediaGate } from '@akari/node-kit'
import type { DisplayHealth, FileRef, Sha256 } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import type { StateAuthor } from '../state-author.ts'
import type { ContentConfig } from './content-config.ts'
import { roomFor } from './disk-room.ts'
import { downloadSet, type SetResult } from './download-set.ts'
import type { FileStore } from './file-store.ts'
import { filesByNeed } from './need.ts'
import { fetchingNow } from './night-window.ts'
import { programmeInbox } from './programme-inbox.ts'
import { type ContentSet, type SetFiles, sameProgramme } from './set-files.ts'
import { type SkipList, undecodableFile } from './skip-list.ts'

export type ContentKeeper = {
  /** Shows the last good set. Needs no network. */
  restore: () => Promise<void>
  /** Asks for the programme and does what is missing until it is the active one. */
  converge: (signal: AbortSignal) => Promise<void>
  /** Reads every byte of the active set, slowly; what is damaged is deleted and fetched again. */
  verify: (signal: AbortSignal) => Promise<void>
  /** Deletes all that neither the glass nor the next set needs, also what only a restart could, and reads the rest. */
  clear: (signal: AbortSignal) => Promise<void>
  /** The screen met a fault; one of decoding counts against its file. */
  screenFault: (code: string, detail: string) => Promise<void>
  health: () => DisplayHealth['content']
  mediaTypeOf: (sha256: Sha256) => string | null
}

export type ContentKeeperDeps = {
  config: ContentConfig
  filesFolder: string
  session: CmsSession
  server: () => string
  displayId: () => string | null
  position: () => ContentSet['position'] | null
  store: FileStore
  files: SetFiles
  skips: SkipList
  author: StateAuthor
  faults: Faults
  /** Null while nobody knows the time. */
  nowMs: () => number | null
  monotonicMs: () => number
  healthChanged: () => void
  /** Something of the active set is gone: look again soon. */
  lost: () => void
}

/** Slow enough that a film on the glass never waits for the disk. */
const SWEEP_BYTES_PER_SECOND = 8_000_000

/**
 * Moves from the active set to the one the CMS published. The glass changes only when every file of the new set is on the
 * disk with the right hash; the set before it stays on the disk. `goal` is the newest set that is known of.
 */
export function contentKeeper(deps: ContentKeeperDeps): ContentKeeper {
  const { store, author, faults, skips, config, monotonicMs } = deps
  const ask = programmeInbox(deps)
  const { bytesPerSecond } = config
  const sweep = mediaGate({ bytesPerSecond: SWEEP_BYTES_PER_SECOND, monotonicMs })
  const line = mediaGate({ bytesPerSecond: bytesPerSecond ?? Number.POSITIVE_INFINITY, monotonicMs })
  let active: ContentSet | null = null
  let goal: ContentSet | null = null
  let missing: FileRef[] = []
  let failing = false

  const setMissing = (next: FileRef[], nowFailing: boolean) => {
    missing = next
    failing = nowFailing
    deps.healthChanged()
  }

  const show = async (set: ContentSet) => {
    active = set
    const absent = new Set((await store.missing(set.programme.files)).map((ref) => ref.sha256))
    const files = set.programme.files.map((ref) => ref.sha256).filter((name) => !absent.has(name) && !skips.has(name))
    author.update({ programme: set.programme, files })
    tellSkipped()
  }

  const skipped = () => active?.programme.files.filter(({ sha256 }) => skips.has(sha256)) ?? []
  const tellSkipped = () => {
    const names = skipped().map(({ sha256 }) => sha256.slice(0, 12))
    if (names.length === 0) faults.clear('file-undecodable')
    else faults.report('file-undecodable', names.join(' '))
  }

  store.onDamaged((sha256) => {
    faults.report('file-damaged', sha256)
    if (active !== null) show(active).then(deps.lost, (error: unknown) => faults.report('content', faultText(error)))
  })

  const restore = async () => {
    const sets = await deps.files.load()
    goal = sets.current ?? sets.previous
    const candidates = [sets.current, sets.previous].filter((set) => set !== null)
    for (const set of candidates) {
      if ((await store.missing(set.programme.files)).length === 0) return await show(set)
    }
    // Neither is whole. The newer one with what is left of it says more to people than the built-in fallback.
    const [newest] = candidates
    if (newest === undefined) return
    faults.report('content-incomplete', `revision ${newest.programme.revision}`)
    await show(newest)
  }

  const namesIn = (sets: readonly (ContentSet | null)[]) =>
    new Set(sets.flatMap((set) => set?.programme.files ?? []).map((ref) => ref.sha256))
  /** Deletes every file that neither the glass, nor the next set, nor a restart could need. */
  const collect = () => store.collect(namesIn([active, goal, ...deps.files.onDisk()]))

  const activate = async (set: ContentSet) => {
    await show(set)
    await deps.files.rotate(set)
    await collect()
  }

  /** Makes room by giving up the set before the active one, never more; false, and reported, when that is not enough. */
  const makeRoom = async (set: ContentSet, lacking: readonly FileRef[]): Promise<boolean> => {
    const keep = namesIn([active, set])
    const room = await roomFor({ folder: deps.filesFolder, store, budgetBytes: config.budgetBytes }, lacking, keep)
    if (room.state === 'afterEviction') await store.collect(keep)
    if (room.state !== 'lacking') {
      faults.clear('content-too-large')
      return true
    }
    const { revision } = set.programme
    faults.report('content-too-large', `revision ${revision}: ${Math.ceil(room.bytes / 1_000_000)} MB too much`)
    return false
  }

  const fetchAll = (set: ContentSet, lacking: readonly FileRef[], signal: AbortSignal): Promise<SetResult> => {
    const wanted = new Set(lacking.map((ref) => ref.sha256))
    return downloadSet({
      files: filesByNeed(set.programme, deps.nowMs() ?? Date.parse(set.programme.publishedAt)).filter((ref) =>
        wanted.has(ref.sha256),
      ),
      signal,
      pass: bytesPerSecond === null ? null : line.pass,
      progress: (done) =>
        setMissing(
          missing.filter((ref) => ref.sha256 !== done.sha256),
          failing,
        ),
      request: async (ref) => {
        const login = await deps.session.token(signal)
        if (login.state !== 'ok') return null
        const url = new URL(`/api/player/files/${ref.sha256}`, deps.server()).href
        return { url, headers: { authorization: `Bearer ${login.token}` }, destination: store.pathOf(ref.sha256) }
      },
    })
  }

  const tellFailures = async (result: SetResult & { state: 'incomplete' }) => {
    for (const { ref, result: failure } of result.failures) {
      if (failure.state === 'refused' && failure.status === 401) deps.session.forget()
      if (failure.state === 'disk') await collect()
      faults.report('download-failing', `${ref.sha256.slice(0, 12)} ${JSON.stringify(failure)}`)
    }
  }

  const converge = async (signal: AbortSignal) => {
    goal = (await ask(goal, signal)) ?? goal
    if (goal === null) return
    const set = goal
    tellSkipped()
    const lacking = await store.missing(set.programme.files)
    if (lacking.length === 0 && active !== null && sameProgramme(active, set)) return setMissing([], false)
    const fetching = fetchingNow(config.window, active, set, deps.nowMs())
    if (lacking.length > 0 && fetching.state === 'later') return setMissing(lacking, false)
    if (!(await makeRoom(set, lacking))) return setMissing(lacking, true)
    setMissing(lacking, failing && lacking.length > 0)
    const until = fetching.state === 'until' ? AbortSignal.any([signal, AbortSignal.timeout(fetching.ms)]) : signal
    const result = await fetchAll(set, lacking, until)
    if (signal.aborted) return
    if (result.state === 'complete') {
      await activate(set)
      faults.clear('download-failing')
      faults.clear('content-incomplete')
      return setMissing([], false)
    }
    if (!until.aborted) await tellFailures(result)
    setMissing(await store.missing(set.programme.files), !until.aborted)
  }

  const verify = async (signal: AbortSignal) => {
    const set = active
    for (const ref of set?.programme.files ?? []) {
      if (signal.aborted || set !== active) return
      try {
        if ((await store.verify(ref, signal, sweep.pass)) === 'damaged') faults.report('file-damaged', ref.sha256)
      } catch (error) {
        if (!signal.aborted) faults.report('file-unreadable', `${ref.sha256.slice(0, 12)} ${faultText(error)}`)
      }
    }
    if (set !== null && set === active && (await store.missing(set.programme.files)).length > 0) {
      await show(set)
      deps.lost()
    }
  }

  const screenFault = async (code: string, detail: string) => {
    const sha256 = undecodableFile(code, detail)
    const set = active
    const ref = set?.programme.files.find((file) => file.sha256 === sha256)
    if (set === null || ref === undefined || (await store.missing([ref])).length > 0) return
    // Wrong bytes are fetched again; only right ones that cannot be shown count against a file.
    if ((await store.verify(ref, AbortSignal.timeout(60_000), sweep.pass)) === 'damaged') {
      faults.report('file-damaged', ref.sha256)
      await show(set)
      return deps.lost()
    }
    if (!skips.failed(ref.sha256)) return
    await show(set)
    deps.healthChanged()
  }

  return {
    restore,
    converge,
    verify,
    clear: async (signal) => {
      await store.collect(namesIn([active, goal]))
      await verify(signal)
    },
    screenFault,
    health: () => ({
      state: missing.length === 0 ? 'complete' : failing ? 'failing' : 'downloading',
      filesMissing: missing.length,
      bytesMissing: missing.reduce((sum, ref) => sum + ref.bytes, 0),
      wanted: goal?.programme.revision ?? null,
      held: active?.programme.revision ?? null,
      skipped: skipped().length,
    }),
    mediaTypeOf: (sha256) => {
      const refs = [active, goal, ...deps.files.onDisk()].flatMap((set) => set?.programme.files ?? [])
      return refs.find((ref) => ref.sha256 === sha256)?.mediaType ?? null
    },
  }
}
