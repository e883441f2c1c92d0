import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { samplePath } from '@akari/content-samples'
import { createLogger } from '@akari/node-kit'
import { AssetView, type FileRef, KioskArchive, RecordingTranscript, type Ruby } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { onEachDatabase, type OpenDatabases } from '../../db/testing.ts'
import { wireKioskArchive } from '../../wire-kiosk-archive.ts'
import { captionsStore } from '../captions/captions.store.ts'
import { captionReadings } from '../captions/readings/readings.ts'
import { readingsStore } from '../captions/readings/readings.store.ts'
import { StoredCaption } from '../captions/stored-caption.ts'
import { transcriptsStore } from '../captions/transcripts.store.ts'
import { recordingStore } from '../recordings/recordings.store.ts'
import { NOTHING_YET, type StoredRecording } from '../recordings/stored-recording.ts'
import { upload } from '../testing/upload.ts'
import { kioskArchiveService } from './kiosk-archive.service.ts'
import { kioskArchiveStore } from './kiosk-archive.store.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'

const OPENED = '2026-11-20T01:00:00.000Z'

function caption(segmentId: string, text: string, more: Partial<StoredCaption> = {}): StoredCaption {
  return StoredCaption.parse({
    segmentId,
    language: 'ja',
    number: 1,
    text,
    speaker: '市長',
    spokenAt: '2026-11-20T01:00:30.000Z',
    receivedAt: OPENED,
    delayMs: 0,
    state: 'final',
    isMachine: false,
    correctedAt: null,
    isWithdrawn: false,
    version: 1,
    ...more,
  })
}

/** A kiosk, a display that is none, and a recorded sitting with its transcript. */
async function council(open: OpenDatabases) {
  const rig = await startVenueRig(open)
  const db = rig.databases.main
  await rig.standing('kiosk', KIOSK)
  await rig.standing('lobby', null)
  await rig.publish((await rig.imported()).id)
  await upload(rig.url, await readFile(samplePath('media/council-recording.mp4')), { filename: 'sitting.mp4' })
  const assets = AssetView.array().parse((await rig.request('GET', '/api/assets')).body)
  const film = assets.find(({ kind }) => kind === 'video')
  if (film === undefined) throw new Error('no film')
  const [recordings, captions] = [recordingStore(db), captionsStore(db)]
  const transcript = { id: 'words', sittingId: null, title: '定例会', startsAt: OPENED, recordedFrom: null, version: 1 }
  await transcriptsStore(db).insert(transcript, OPENED, 1)
  await captions.keep([{ transcriptId: 'words', caption: caption('a', '予算の審議です。') }], 2)
  const said = { title: { ja: '定例会' }, chapters: [{ startMs: 0, number: '日程第1', title: { ja: '予算' } }] }
  const recording: StoredRecording = {
    id: 'recording',
    sittingId: null,
    captionsId: 'words',
    startedAt: OPENED,
    state: 'ready',
    said: { ...said, onKiosk: true, byHand: false },
    recorded: { ...NOTHING_YET, parts: [{ number: 1, startedAt: OPENED, durationMs: 60_000 }] },
    assetId: film.id,
    version: 1,
  }
  await recordings.insert(recording)
  const archive = wireKioskArchive({
    db,
    log: createLogger('test', { level: 'silent' }),
    media: rig.library.assets.media,
    write: rig.media.files.write,
    relay: rig.programmes.relayLayers,
  })
  const read = async (file: FileRef | undefined, display = 'kiosk') =>
    rig.request('GET', `/api/player/files/${file?.sha256}`, { as: { display } })
  const listed = async () => {
    const { archive: told } = await rig.programme('kiosk')
    return KioskArchive.parse(JSON.parse((await read(told?.list)).bytes.toString())).recordings[0]
  }
  const document = async () => {
    const { bytes } = await read((await listed())?.transcript ?? undefined)
    return RecordingTranscript.parse(JSON.parse(bytes.toString()))
  }
  const words = async () => (await document()).segments
  return { rig, film, recording, recordings, captions, archive, read, listed, document, words }
}

onEachDatabase((open) => {
  describe('recorded sittings on kiosks', () => {
    it('come to kiosks alone, with their film and what was said in them', async () => {
      const { rig, film, archive, read, listed, words } = await council(open)
      expect((await rig.programme('kiosk')).archive).toBeUndefined()
      await archive.refresh()
      const { archive: told, files } = await rig.programme('kiosk')
      expect(files).toContainEqual(told?.list)
      expect(await listed()).toMatchObject({
        title: { ja: '定例会' },
        durationMs: 60_000,
        chapters: [{ number: '日程第1' }],
        video: { sha256: film.sha256 },
      })
      expect(await words()).toMatchObject([{ startMs: 30_000, said: { ja: { text: '予算の審議です。' } } }])
      const still = await listed()
      // Taken of the film when it came into the library, where ffmpeg is installed.
      const library = (await rig.library.assets.media()).find(({ id }) => id === film.id)
      const thumbnail = library?.renditions.find(({ purpose }) => purpose === 'thumbnail')?.file ?? null
      expect(still?.poster).toEqual(thumbnail)
      if (thumbnail !== null) expect(told?.files).toContainEqual(thumbnail)
      expect((await rig.programme('lobby')).archive).toBeUndefined()
      for (const file of [told?.list, ...(told?.files ?? [])]) {
        expect((await read(file)).status).toBe(200)
        expect((await read(file, 'lobby')).status).toBe(404)
      }
      const kept = new Set((await archive.files()).map(({ sha256 }) => sha256))
      expect(kept).toContain(told?.list.sha256)
      expect([...(await rig.programmes.publishedFiles())]).toContain(film.sha256)
    })

    it('change with what is corrected, and are told once', async () => {
      const { rig, captions, archive, words } = await council(open)
      await archive.refresh()
      const { revision } = await rig.programme('kiosk')
      await archive.refresh()
      expect((await rig.programme('kiosk')).revision).toBe(revision)
      await captions.correct('words', caption('a', '決算の審議です。'), 1, 3)
      await archive.refresh()
      expect(await words()).toMatchObject([{ said: { ja: { text: '決算の審議です。' } } }])
      await captions.correct('words', caption('a', '決算の審議です。', { isWithdrawn: true }), 2, 4)
      await archive.refresh()
      const { archive: told } = await rig.programme('kiosk')
      expect(told?.files.map(({ mediaType }) => mediaType)).not.toContain('application/json')
    })

    it('are told anew when it is known how they are read', async () => {
      const { rig, recording, recordings, archive, document, words } = await council(open)
      await archive.refresh()
      expect((await document()).titles).toEqual([[[0, 2, 'よさん']]])
      const db = rig.databases.main
      const readings = captionReadings({ store: readingsStore(db), terms: async () => [], now: () => new Date() })
      onTestFinished(readings.close)
      await readings.run()
      await archive.refresh()
      const said = {
        ja: {
          ruby: [
            [0, 2, 'よさん'],
            [3, 2, 'しんぎ'],
          ],
        },
      }
      expect(await words()).toMatchObject([{ speakerRuby: [[0, 2, 'しちょう']], said }])
      const chapters = [{ startMs: 0, title: { ja: '決算' } }]
      await recordings.say('recording', { ...recording.said, chapters }, 1)
      await archive.refresh()
      expect((await document()).titles).toEqual([[[0, 2, 'けっさん']]])
    })

    it('are shown without readings of their titles while these cannot be had', async () => {
      const { main } = await open()
      const written: unknown[] = []
      const turns: (Ruby[] | null)[] = [null, [[[0, 2, 'よさん']]]]
      const file = (data: Uint8Array): FileRef => {
        const sha256 = createHash('sha256').update(data).digest('hex')
        return { sha256, bytes: data.length, mediaType: 'application/json' }
      }
      const archive = kioskArchiveService({
        store: kioskArchiveStore(main),
        offered: async () => [
          {
            id: 'recording',
            captionsId: 'words',
            title: { ja: '定例会' },
            startsAt: OPENED,
            durationMs: 60_000,
            chapters: [{ startMs: 0, title: { ja: '予算' } }],
            video: { ...file(Buffer.from('film')), mediaType: 'video/mp4' },
            poster: null,
            parts: [{ number: 1, startedAt: OPENED, durationMs: 60_000 }],
          },
        ],
        marks: async () => new Map([['words', '1 1']]),
        spoken: async () => [caption('a', 'はい。')],
        readTitles: async () => turns.shift() ?? null,
        write: async (data) => {
          const document = RecordingTranscript.safeParse(JSON.parse(Buffer.from(data).toString()))
          if (document.success) written.push(document.data.titles)
          return file(data)
        },
        relay: async () => {},
      })
      for (let time = 0; time < 3; time++) await archive.refresh()
      expect(written).toEqual([undefined, [[[0, 2, 'よさん']]]])
    })

    it('go when staff take them off, or their film is gone', async () => {
      const { rig, film, recording, recordings, archive } = await council(open)
      await archive.refresh()
      await recordings.say('recording', { ...recording.said, onKiosk: false }, 1)
      await archive.refresh()
      expect((await rig.programme('kiosk')).archive).toBeUndefined()
      expect(await archive.files()).toEqual([])
      await recordings.say('recording', recording.said, 2)
      await archive.refresh()
      expect((await rig.programme('kiosk')).archive?.files.map(({ sha256 }) => sha256)).toContain(film.sha256)
      await recordings.move('recording', 'ready', { state: 'failed' })
      await archive.refresh()
      expect((await rig.programme('kiosk')).archive).toBeUndefined()
    })
  })
})
