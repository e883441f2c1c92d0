import type { FeedSnapshot, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import type { CaptionsStore } from './captions.store.ts'
import texts from './captions.texts.json' with { type: 'json' }
import { captionsLive, LIVE_MS, newestOf } from './newest-captions.ts'
import { pacer } from './pacer.ts'
import { continued, keyOf, type StoredCaption, takesPlace } from './stored-caption.ts'
import type { TranscriptsStore } from './transcripts.store.ts'

/** Displays are told so often at most; what comes in between goes out with the next. */
const TELL_EVERY_MS = 50
/** Whoever wrote to the database a moment before may be read a moment after. */
const OVERLAP_MS = 5_000
/** A display that was away for less hears that nothing is said any more; after that nobody shows it. */
const FORGOTTEN_MS = 24 * 3600_000

type Live = {
  captions: Map<string, StoredCaption>
  snapshot: FeedSnapshot
  tell: ReturnType<typeof pacer>
}
type Deps = {
  captions: Pick<CaptionsStore, 'since'>
  transcripts: Pick<TranscriptsStore, 'changedSince'>
  /** To the displays of this server whose programmes show it. */
  tell: (snapshot: FeedSnapshot) => Promise<void>
  now: () => Date
  log: Logger
}
export type LiveCaptions = ReturnType<typeof liveCaptions>

/**
 * What is being said now, in memory: displays are told before anything is on a disk. Captions that other servers took in are read
 * from the database, and whichever of two stands (`takesPlace`) is the same everywhere.
 */
export function liveCaptions({ captions: store, transcripts, now, ...deps }: Deps) {
  const live = new Map<Id, Live>()
  let readUntil = 0
  let closed = false

  function of(id: Id): Live {
    const known = live.get(id)
    if (known !== undefined) return known
    const made: Live = {
      captions: new Map(),
      snapshot: snapshotOf(id, [], now()),
      tell: pacer(TELL_EVERY_MS, () => void tell(id)),
    }
    live.set(id, made)
    return made
  }
  /** What the clerk took away or corrected is remembered: it is said again by a machine that did not hear of it. */
  function handled(captions: Iterable<StoredCaption>): StoredCaption[] {
    const since = new Date(now().getTime() - LIVE_MS).toISOString()
    return [...captions].filter(({ correctedAt, spokenAt }) => correctedAt !== null && spokenAt >= since)
  }
  async function tell(id: Id): Promise<void> {
    const one = of(id)
    const newest = newestOf(one.captions.values(), now())
    one.captions = new Map([...handled(one.captions.values()), ...newest].map((caption) => [keyOf(caption), caption]))
    one.snapshot = { ...snapshotOf(id, newest, now()), revision: Math.max(one.snapshot.revision + 1, now().getTime()) }
    await deps
      .tell(one.snapshot)
      .catch((err: unknown) => deps.log.error({ err, captionsId: id }, 'captions not told to displays'))
  }
  /** True where anything is other than it was. */
  function put(
    id: Id,
    captions: readonly StoredCaption[],
    stands: (now: StoredCaption, before: StoredCaption | undefined) => boolean,
  ) {
    const one = of(id)
    const taken = captions.filter((caption) => {
      if (!stands(caption, one.captions.get(keyOf(caption)))) return false
      one.captions.set(keyOf(caption), caption)
      return true
    })
    if (taken.length > 0 && !closed) one.tell.call()
    return taken
  }

  return {
    /** Takes in what was just said; gives what stands of it. */
    said: (id: Id, captions: readonly StoredCaption[]): StoredCaption[] =>
      captions.flatMap((caption) => put(id, [continued(caption, of(id).captions.get(keyOf(caption)))], takesPlace)),
    /** What the clerk made of one. */
    corrected: (id: Id, caption: StoredCaption): void => {
      put(id, [caption], isNewer)
    },
    now: (id: Id): StoredCaption[] => newestOf(live.get(id)?.captions.values() ?? [], now()),
    /** For displays that ask; null where nothing was said in it for long. */
    snapshot: (id: Id): FeedSnapshot | null => live.get(id)?.snapshot ?? null,
    forget: (id: Id): void => {
      const one = live.get(id)
      one?.captions.clear()
      one?.tell.call()
    },
    /** Reads what others wrote, and what was said before this server started. */
    refresh: async (): Promise<void> => {
      const longAgo = now().getTime() - LIVE_MS
      const changed = await transcripts.changedSince(Math.max(readUntil - OVERLAP_MS, longAgo))
      for (const [id, at] of changed) {
        readUntil = Math.max(readUntil, at)
        const captions = await store.since(id, new Date(longAgo).toISOString())
        put(id, captions, isNewer)
      }
    },
    /** What is not live any more leaves the displays; where nothing was said for a day, nothing is held. */
    sweep: (): void => {
      for (const [id, { snapshot, captions, tell: telling }] of live) {
        const shown = snapshot.data?.kind === 'captions' ? snapshot.data.captions.length : 0
        const left = newestOf(captions.values(), now()).length
        if (left < shown) telling.call()
        else if (left === 0 && now().getTime() - snapshot.revision > FORGOTTEN_MS) {
          telling.close()
          live.delete(id)
        }
      }
    },
    close: (): void => {
      closed = true
      for (const { tell: telling } of live.values()) telling.close()
    },
  }
}

/** What the database has is newer than what is in memory: the clerk's last word, or else what came later. */
function isNewer(stored: StoredCaption, before: StoredCaption | undefined): boolean {
  if (before === undefined) return true
  if (stored.correctedAt !== null) return stored.correctedAt > (before.correctedAt ?? '')
  return takesPlace(stored, before) && stored.receivedAt > before.receivedAt
}

function snapshotOf(id: Id, newest: readonly StoredCaption[], now: Date): FeedSnapshot {
  const last = newest.at(-1)
  return {
    feedId: id,
    revision: now.getTime(),
    checkedAt: last?.receivedAt ?? null,
    state: last === undefined ? 'empty' : 'ok',
    attribution: { text: texts.attribution },
    data: captionsLive(newest),
  }
}
