import { faultText } from '@akari/node-kit'
import type { DisplayHealth, FileRef, Sha256 } from '@akari/protocol'
import type { StateAuthor } from '../state-author.ts'
import { archiveKeeper, type ArchiveKeeper } from './archive-keeper.ts'
import { checking } from './checking.ts'
import { fetching, type FetchingDeps } from './fetching.ts'
import { fetchingNow } from './night-window.ts'
import { programmeInbox } from './programme-inbox.ts'
import { type ContentSet, type SetFiles, sameProgramme } from './set-files.ts'
import type { SkipList } from './skip-list.ts'

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
  archive: ArchiveKeeper
}

export type ContentKeeperDeps = FetchingDeps & {
  displayId: () => string | null
  position: () => ContentSet['position'] | null
  files: SetFiles
  skips: SkipList
  author: StateAuthor
  healthChanged: () => void
  /** Something of the active set is gone: look again soon. */
  lost: () => void
}

/**
 * Moves from the active set to the one the CMS published. The glass changes only when every file of the new set is on the
 * disk with the right hash; the set before it stays on the disk. `goal` is the newest set that is known of.
 */
export function contentKeeper(deps: ContentKeeperDeps): ContentKeeper {
  const { store, author, faults, skips, config } = deps
  const ask = programmeInbox(deps)
  const line = fetching(deps)
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
    archive.tell()
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
  const needed = () => namesIn([active, goal, ...deps.files.onDisk()])
  /** What is kept as far as there is room, the most wanted first. */
  const spare = () => [goal, active].flatMap((set) => set?.programme.archive?.files ?? []).map(({ sha256 }) => sha256)
  const archive = archiveKeeper({ ...deps, line, needed, programme: () => active?.programme ?? null })
  /** Deletes every file that neither the glass, nor the next set, nor a restart could need, nor the archive keeps. */
  const collect = () => store.collect(new Set([...needed(), ...spare()]))

  const activate = async (set: ContentSet) => {
    await show(set)
    await deps.files.rotate(set)
    await collect()
  }

  const converge = async (signal: AbortSignal) => {
    goal = (await ask(goal, signal)) ?? goal
    if (goal === null) return
    const set = goal
    tellSkipped()
    const lacking = await store.missing(set.programme.files)
    if (lacking.length === 0 && active !== null && sameProgramme(active, set)) return setMissing([], false)
    const when = fetchingNow(config.window, active, set, deps.nowMs())
    if (lacking.length > 0 && when.state === 'later') return setMissing(lacking, false)
    if (!(await line.makeRoom(set, lacking, namesIn([active, set]), spare()))) return setMissing(lacking, true)
    setMissing(lacking, failing && lacking.length > 0)
    const until = when.state === 'until' ? AbortSignal.any([signal, AbortSignal.timeout(when.ms)]) : signal
    const result = await line.fetch(set, lacking, until, ({ sha256 }) =>
      setMissing(
        missing.filter((ref) => ref.sha256 !== sha256),
        failing,
      ),
    )
    if (signal.aborted) return
    if (result.state === 'complete') {
      await activate(set)
      faults.clear('download-failing')
      faults.clear('content-incomplete')
      return setMissing([], false)
    }
    if (!until.aborted && line.tellFailures(result)) await collect()
    setMissing(await store.missing(set.programme.files), !until.aborted)
  }

  const check = checking({ ...deps, active: () => active, lessOf: show })

  return {
    restore,
    converge,
    verify: check.verify,
    clear: async (signal) => {
      await store.collect(new Set([...namesIn([active, goal]), ...spare()]))
      await check.verify(signal)
    },
    screenFault: async (code, detail) => {
      if (await check.screenFault(code, detail)) deps.healthChanged()
    },
    health: () => ({
      state: missing.length === 0 ? 'complete' : failing ? 'failing' : 'downloading',
      filesMissing: missing.length,
      bytesMissing: missing.reduce((sum, ref) => sum + ref.bytes, 0),
      wanted: goal?.programme.revision ?? null,
      held: active?.programme.revision ?? null,
      skipped: skipped().length,
    }),
    archive,
    mediaTypeOf: (sha256) => {
      const sets = [active, goal, ...deps.files.onDisk()].flatMap((set) => set?.programme ?? [])
      const refs = sets.flatMap(({ files, archive: recorded }) => [...files, ...(recorded?.files ?? [])])
      return refs.find((ref) => ref.sha256 === sha256)?.mediaType ?? null
    },
  }
}
