import { faultText } from '@akari/node-kit'
import { type DisplayHealth, type FileRef, Programme, type Sha256 } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import type { StateAuthor } from '../state-author.ts'
import { downloadSet } from './download-set.ts'
import type { FileStore } from './file-store.ts'
import { type ContentSet, type SetFiles, sameProgramme } from './set-files.ts'

export type ContentKeeper = {
  /** Shows the last good set. Needs no network. */
  restore: () => Promise<void>
  /** Asks for the programme and does what is missing until it is the active one. */
  converge: (signal: AbortSignal) => Promise<void>
  /** Reads every byte of the active set; what is damaged is deleted and fetched again. */
  verify: (signal: AbortSignal) => Promise<void>
  health: () => DisplayHealth['content']
  mediaTypeOf: (sha256: Sha256) => string | null
}

export type ContentKeeperDeps = {
  session: CmsSession
  server: () => string
  displayId: () => string | null
  store: FileStore
  files: SetFiles
  author: StateAuthor
  faults: Faults
  healthChanged: () => void
}

/**
 * Moves from the active set to the one the CMS published. The glass changes only when every file of the new set is on the
 * disk with the right hash; the set before it stays on the disk. `goal` is the newest set that is known of.
 */
export function contentKeeper(deps: ContentKeeperDeps): ContentKeeper {
  const { store, author, faults } = deps
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
    const files = set.programme.files.map((ref) => ref.sha256).filter((sha256) => !absent.has(sha256))
    author.update({ programme: set.programme, files })
  }

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

  const ask = async (signal: AbortSignal) => {
    const headers: Record<string, string> = goal?.etag == null ? {} : { 'if-none-match': goal.etag }
    const answer = await deps.session.request('/api/player/programme', { headers, signal })
    if (answer.state !== 'answered' || answer.status !== 200) return
    const parsed = Programme.safeParse(answer.body)
    if (!parsed.success) return faults.report('programme-rejected', 'malformed')
    if (parsed.data.displayId !== deps.displayId()) return faults.report('programme-rejected', 'for another display')
    faults.clear('programme-rejected')
    goal = { programme: parsed.data, etag: answer.etag }
  }

  /** Deletes every file that neither the glass, nor the next set, nor a restart could need. */
  const collect = async () => {
    const kept = [active, goal, ...deps.files.onDisk()].flatMap((set) => set?.programme.files ?? [])
    await store.collect(new Set(kept.map((ref) => ref.sha256)))
  }

  const activate = async (set: ContentSet) => {
    await show(set)
    await deps.files.rotate(set)
    await collect()
  }

  const converge = async (signal: AbortSignal) => {
    await ask(signal)
    if (goal === null) return
    const set = goal
    const lacking = await store.missing(set.programme.files)
    if (lacking.length === 0 && active !== null && sameProgramme(active, set)) return setMissing([], false)
    setMissing(lacking, failing && lacking.length > 0)
    const result = await downloadSet({
      files: lacking,
      signal,
      progress: (done) =>
        setMissing(
          missing.filter((ref) => ref !== done),
          failing,
        ),
      request: async (ref) => {
        const login = await deps.session.token(signal)
        if (login.state !== 'ok') return null
        const url = new URL(`/api/player/files/${ref.sha256}`, deps.server()).href
        return { url, headers: { authorization: `Bearer ${login.token}` }, destination: store.pathOf(ref.sha256) }
      },
    })
    if (signal.aborted) return
    if (result.state === 'complete') {
      await activate(set)
      faults.clear('download-failing')
      faults.clear('content-incomplete')
      return setMissing([], false)
    }
    for (const { ref, result: failure } of result.failures) {
      if (failure.state === 'refused' && failure.status === 401) deps.session.forget()
      if (failure.state === 'disk') await collect()
      faults.report('download-failing', `${ref.sha256.slice(0, 12)} ${JSON.stringify(failure)}`)
    }
    setMissing(await store.missing(set.programme.files), true)
  }

  const verify = async (signal: AbortSignal) => {
    const set = active
    for (const ref of set?.programme.files ?? []) {
      if (signal.aborted || set !== active) return
      try {
        if ((await store.verify(ref, signal)) === 'damaged') faults.report('file-damaged', ref.sha256)
      } catch (error) {
        if (!signal.aborted) faults.report('file-unreadable', `${ref.sha256.slice(0, 12)} ${faultText(error)}`)
      }
    }
    if (set !== null && set === active && (await store.missing(set.programme.files)).length > 0) await show(set)
  }

  return {
    restore,
    converge,
    verify,
    health: () => ({
      state: missing.length === 0 ? 'complete' : failing ? 'failing' : 'downloading',
      filesMissing: missing.length,
      bytesMissing: missing.reduce((sum, ref) => sum + ref.bytes, 0),
    }),
    mediaTypeOf: (sha256) => {
      const refs = [active, goal, ...deps.files.onDisk()].flatMap((set) => set?.programme.files ?? [])
      return refs.find((ref) => ref.sha256 === sha256)?.mediaType ?? null
    },
  }
}
