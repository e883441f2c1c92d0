import { readFileSync } from 'node:fs'
import {
  inRecording,
  loadSampleCaptions,
  loadSampleReadings,
  loadSampleSitting,
  sampleRecording,
  samplePath,
} from '@akari/content-samples'
import { type FileRef, KioskArchive, type ProgrammeArchive, type RecordedSegment } from '@akari/protocol'

type Keep = (bytes: Buffer, mediaType: string) => FileRef

/** The sample's sitting as a kiosk offers it, its part of the morning, and another, of which the film is not there. */
export function madeUpArchive(
  keep: Keep,
  spoken: readonly RecordedSegment[] | null,
): { archive: ProgrammeArchive; here: FileRef } {
  const { file, durationMs, chapters, parts } = sampleRecording()
  const { title } = loadSampleSitting()
  const video = keep(readFileSync(samplePath(file)), 'video/mp4')
  const readings = loadSampleReadings()
  const lines = loadSampleCaptions().flatMap(({ at, speaker, texts }, n): RecordedSegment[] => {
    const startMs = inRecording(parts, at * 1000)
    if (startMs === null) return []
    const translated = { text: texts['zh-Hans'], speaker: speaker['zh-Hans'], machineTranslated: true as const }
    const said = {
      ja: { text: texts.ja, ruby: readings.captions[n]?.text },
      en: { text: texts.en, speaker: speaker.en },
      'zh-Hans': translated,
    }
    return [{ startMs, endMs: startMs + 6_000, speaker: speaker.ja, speakerRuby: readings.captions[n]?.speaker, said }]
  })
  const transcript = keep(
    Buffer.from(JSON.stringify({ format: 1, segments: spoken ?? lines, titles: readings.titles })),
    'application/json',
  )
  const poster = keep(readFileSync(samplePath('media/council-recording.webp')), 'image/webp')
  const recording = { title, durationMs, chapters, poster }
  const away = { sha256: 'f'.repeat(64), bytes: 1_000, mediaType: 'video/mp4' }
  const list = KioskArchive.parse({
    format: 1,
    recordings: [
      { ...recording, id: 'now', startsAt: '2026-11-27T10:00:00+09:00', video, transcript },
      { ...recording, id: 'morning', startsAt: '2026-11-27T08:30:00+09:00', video, transcript },
      {
        ...recording,
        id: 'away',
        startsAt: '2026-09-04T10:00:00+09:00',
        durationMs: 21_600_000,
        video: away,
        transcript: null,
      },
    ],
  })
  const listed = keep(Buffer.from(JSON.stringify(list)), 'application/json')
  const files = [transcript, poster, video, away]
  return { archive: { list: listed, files }, here: video }
}
