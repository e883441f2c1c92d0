import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FileRef, Id, Ruby } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import { type Cursor, captionsStore } from './features/captions/captions.store.ts'
import { readTitles } from './features/captions/readings/readings.ts'
import type { StoredCaption } from './features/captions/stored-caption.ts'
import { termsStore } from './features/captions/terms.store.ts'
import { transcriptsStore } from './features/captions/transcripts.store.ts'
import { kioskArchiveService, type OfferedRecording } from './features/kiosk-archive/kiosk-archive.service.ts'
import { kioskArchiveStore } from './features/kiosk-archive/kiosk-archive.store.ts'
import type { MediaAsset } from './features/programme/content.ts'
import { recordingStore } from './features/recordings/recordings.store.ts'
import { durationOf } from './features/recordings/stored-recording.ts'
import type { Job } from './jobs.ts'

type Deps = {
  db: MainDatabase
  log: Logger
  media: () => Promise<readonly MediaAsset[]>
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  relay: () => Promise<void>
}

/** Captions that are read before others have their turn. */
const AT_ONCE = 500

/** What programmes say of recorded sittings now, for whatever compiles them. */
export function kioskArchiveOf(db: MainDatabase) {
  return kioskArchiveStore(db).read
}

/** Wires what kiosks get of recorded sittings. */
export function wireKioskArchive({ db, log, media, write, relay }: Deps) {
  const [recordings, captions, transcripts] = [recordingStore(db), captionsStore(db), transcriptsStore(db)]

  async function offered(): Promise<OfferedRecording[]> {
    const films = new Map((await media()).map((asset) => [asset.id, asset]))
    return (await recordings.list()).flatMap(({ id, captionsId, state, said, recorded, startedAt, assetId }) => {
      const film = assetId === null ? undefined : films.get(assetId)
      const video = film === undefined ? null : playableFile(film)
      const durationMs = Math.round(durationOf(recorded))
      if (state !== 'ready' || !said.onKiosk || video === null || durationMs <= 0) return []
      const { title, chapters } = said
      const poster = film?.renditions.find(({ purpose }) => purpose === 'thumbnail')?.file ?? null
      const shown = { title, chapters, startsAt: startedAt, durationMs, video, poster }
      return [{ id, captionsId, ...shown, parts: recorded.parts }]
    })
  }

  async function spoken(captionsId: Id): Promise<StoredCaption[]> {
    const pages: StoredCaption[][] = []
    let before: Cursor | undefined
    for (;;) {
      const page: StoredCaption[] = await captions.page(captionsId, { before, limit: AT_ONCE })
      pages.unshift(page)
      if (page.length < AT_ONCE) return pages.flat()
      before = page[0]
      await nextTurn()
    }
  }

  /** A recording is shown all the same while its titles cannot be read. */
  async function titlesRead(titles: readonly string[]): Promise<Ruby[] | null> {
    try {
      return await readTitles(titles, await termsStore(db).list())
    } catch (err) {
      log.warn({ err }, 'titles of a recording not read')
      return null
    }
  }

  const archive = kioskArchiveService({
    store: kioskArchiveStore(db),
    offered,
    marks: transcripts.marks,
    spoken,
    readTitles: titlesRead,
    write,
    relay,
  })
  return {
    ...archive,
    jobs: [{ name: 'kiosk archive', cron: '*/20 * * * * *', run: archive.refresh }] satisfies readonly Job[],
  }
}

/** What a display can play of a film: its file, or what was made of it; null while nothing is. */
function playableFile({ file, playable, renditions }: MediaAsset): FileRef | null {
  return playable ? file : (renditions.find(({ purpose }) => purpose === 'film')?.file ?? null)
}
