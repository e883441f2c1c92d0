import type { KeyObject } from 'node:crypto'
import type { Server } from 'node:http'
import { guardedClient } from '@akari/node-kit'
import type { FeedSnapshot, Id, Instant } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { MainDatabase } from './db/database.ts'
import { addCaptionRoutes } from './features/captions/captions.routes.ts'
import { captionsStore } from './features/captions/captions.store.ts'
import { groupCommit } from './features/captions/group-commit.ts'
import { captionIntake } from './features/captions/intake.ts'
import { liveCaptions } from './features/captions/live-captions.ts'
import { pacer } from './features/captions/pacer.ts'
import { startPushSocket } from './features/captions/push-socket.ts'
import { captionReadings } from './features/captions/readings/readings.ts'
import { readingsStore } from './features/captions/readings/readings.store.ts'
import { listening } from './features/captions/recognise/listening.ts'
import { captionSettingsService } from './features/captions/settings.service.ts'
import type { StoredCaption } from './features/captions/stored-caption.ts'
import { termsService } from './features/captions/terms.service.ts'
import { termsStore } from './features/captions/terms.store.ts'
import { transcriptFiles } from './features/captions/transcript-files.ts'
import { transcriptsService } from './features/captions/transcripts.service.ts'
import { transcriptsStore } from './features/captions/transcripts.store.ts'
import { captionTranslating } from './features/captions/translate/translating.ts'
import { captionTroubles } from './features/captions/troubles.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { ActorOf } from './http/actor-of.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import { recordedFilmsWith } from './wire-recordings.ts'
import { sittingTitlesOf } from './wire-sittings.ts'

/** A transcript as its sitting calls and dates it. */
type OfSitting = { id: Id; sittingId: Id; title: string; startsAt: Instant }

type Deps = ServiceDeps & {
  db: MainDatabase
  log: Logger
  actorOf: ActorOf
  /** What keys of translators are sealed with. */
  identity: KeyObject
  /** Recognisers and translators that may have addresses inside the city's own network. */
  privateHosts: readonly string[]
  /** To the displays of this server. */
  tell: (snapshot: FeedSnapshot) => Promise<void>
  /** Captions were written to the database: to all servers. */
  changed: () => void
}

/** Consoles look again so often at most while somebody speaks. */
const ANNOUNCE_MS = 1_000
/** An interim caption that nobody made final for so long. */
const INTERIM_MS = 3600_000

export type Captions = ReturnType<typeof wireCaptions>

/** Wires what is spoken in sittings: taken in, shown, kept. */
export function wireCaptions({ db, log, actorOf, identity, privateHosts, tell, changed, ...common }: Deps) {
  const { now, announce } = common
  const transcriptRows = transcriptsStore(db)
  const captionRows = captionsStore(db)
  const live = liveCaptions({ captions: captionRows, transcripts: transcriptRows, tell, now, log })
  const termRows = termsStore(db)
  const readingRows = readingsStore(db)
  const readings = captionReadings({ store: readingRows, terms: termRows.list, now })
  const terms = termsService({ ...common, store: termRows, readAnew: readingRows.forget })
  const announced = pacer(ANNOUNCE_MS, () => announce('captions'))
  const writing = groupCommit<{ transcriptId: string; caption: StoredCaption }>(async (captions) => {
    await captionRows.keep(captions, now().getTime())
    changed()
    announced.call()
  })
  const exists = async (id: string) => (await transcriptRows.find(id)) !== null
  const client = guardedClient({ privateHosts: new Set(privateHosts) })
  const settings = captionSettingsService({ ...common, db, identity, client, privateHosts })
  const troubles = captionTroubles({ now, changed: announced.call })
  const translating = captionTranslating({
    translator: settings.translator,
    terms: terms.known,
    push: (...pushed) => intake.push(...pushed),
    troubles,
    now,
    log,
  })
  const intake = captionIntake({ exists, live, terms: terms.known, keep: writing.add, said: translating.said, now })
  const heard = listening({
    recogniser: settings.recogniser,
    hints: async () => ({ words: (await terms.known()).map(({ written }) => written.ja) }),
    intake,
    troubles,
    now,
    log,
  })
  const transcripts = transcriptsService({
    ...common,
    transcripts: transcriptRows,
    captions: captionRows,
    live,
    corrected: translating.said,
    troubles: troubles.list,
    changed,
  })
  const files = transcriptFiles({
    transcripts: transcriptRows,
    captions: captionRows,
    films: recordedFilmsWith(db, now),
    sittingTitle: sittingTitlesOf(db),
    timeZone: CITY.timeZone,
  })
  return {
    /** Of a sitting: written with it, called as it is; see Transcripts of the sittings. */
    ofSittings: {
      open: async (tx: MainDatabase, of: OfSitting): Promise<void> =>
        transcriptsStore(tx).insert({ ...of, recordedFrom: null, version: 1 }, now().toISOString(), now().getTime()),
      opened: transcripts.opened,
      follow: (tx: MainDatabase, before: OfSitting, after: OfSitting): Promise<void> =>
        transcriptsStore(tx).follow(before.id, before, after),
    },
    exists,
    remove: transcripts.remove,
    /** What the sample says. */
    sample: { transcripts, terms, push: intake.push, now },
    snapshot: live.snapshot,
    refresh: live.refresh,
    addRoutes: (api: Api): void => addCaptionRoutes(api, { transcripts, files, terms, intake, settings }),
    serve: (http: Server): { close: () => void } =>
      startPushSocket(http, { actorOf, intake, listening: heard, exists, log }),
    jobs: [
      {
        name: 'captions',
        cron: '*/30 * * * * *',
        run: async () => {
          live.sweep()
          await captionRows.sweep(new Date(now().getTime() - INTERIM_MS).toISOString())
        },
      },
      { name: 'caption readings', cron: '5 * * * * *', run: readings.run },
    ] satisfies readonly Job[],
    close: async (): Promise<void> => {
      heard.close()
      readings.close()
      await translating.close()
      announced.close()
      live.close()
      await writing.idle()
      client.close()
    },
  }
}
