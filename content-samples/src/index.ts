import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { movedTelegram, sinceSamplesMs } from './moved-telegram.ts'
import { type SampleRecording, sampleRecordingOf } from './sample-recording.ts'
import {
  Sample,
  SampleBoards,
  type SampleCaptions,
  SampleErrands,
  SampleFaqs,
  type SampleGuide,
  SampleLines,
  SamplePosters,
  SampleReadings,
  SampleSitting,
  SampleSynonyms,
  SampleTexts,
  TelegramIndex,
} from './sample.ts'

export * from './sample.ts'
export { movedTelegram } from './moved-telegram.ts'
export { sampleRealtime, type SampleRealtime, sampleTimetable, sampleTimetableFiles } from './sample-buses.ts'
export { type SampleStreets, sampleStreets } from './sample-streets.ts'
export { inRecording, type SampleRecording } from './sample-recording.ts'
export { sampleTownMap } from './sample-town.ts'
export { sampleTimetableZip } from './timetable-zip.ts'
export { livePlaylist } from '../council-stream/live-playlist.ts'
export { startCouncilStream } from '../council-stream/server.ts'
export type { CouncilStream } from '../council-stream/server.ts'
export { startTownFeeds, TOWN_FEED_PATHS, type TownFeeds } from '../town-feeds/server.ts'

/** Absolute path of a file of the sample, given relative to its folder (`media/…`, `venue`). */
export function samplePath(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url))
}

/** The whole sample city hall: assets, streams, playlists, displays, schedule. Throws a ZodError when damaged. */
export function loadSample(): Sample {
  return Sample.parse(readJson('sample.json'))
}

/** The notices that playlists name, in every language. */
export function loadSampleTexts(): SampleTexts {
  return SampleTexts.parse(readJson('texts/notices.json'))
}

/** The posters that playlists name, in every language. */
export function loadSamplePosters(): SamplePosters {
  return SamplePosters.parse(readJson('texts/posters.json'))
}

/** The boards that playlists name, in every language. */
export function loadSampleBoards(): SampleBoards {
  return SampleBoards.parse(readJson('texts/boards.json'))
}

/** The sitting of the sample's council. */
export function loadSampleSitting(): SampleSitting {
  return SampleSitting.parse(readJson('council-sitting/sitting.json'))
}

/** What was recorded of that sitting; `authoring/council-recording.ts` makes the film. */
export function sampleRecording(): SampleRecording {
  return sampleRecordingOf(loadSampleSitting())
}

/** What is said in the sitting of the sample's council, and by whom, in three languages. Throws where one of its speakers has no name in one. */
export function loadSampleCaptions(): SampleCaptions {
  const { speakers } = loadSampleSitting()
  return SampleLines.parse(readJson('council-sitting/captions.json')).map((line) => {
    const named = speakers.find(({ id }) => id === line.speaker)?.name
    if (named?.en === undefined || named['zh-Hans'] === undefined)
      throw new Error(`council-sitting/sitting.json: no English or Chinese name for ${line.speaker}`)
    return { ...line, speaker: { ja: named.ja, en: named.en, 'zh-Hans': named['zh-Hans'] } }
  })
}

/** How the Japanese of the captions and of the recording's chapters is read, in their order, as a server reads it. */
export function loadSampleReadings(): SampleReadings {
  return SampleReadings.parse(readJson('council-sitting/readings.json'))
}

/** Errands, questions and synonyms of the venue. */
export function loadSampleGuide(): SampleGuide {
  return {
    errands: SampleErrands.parse(readJson('guide/errands.json')),
    faqs: SampleFaqs.parse(readJson('guide/faqs.json')),
    synonyms: SampleSynonyms.parse(readJson('guide/synonyms.json')),
  }
}

/** What each telegram of the sample means. */
export function sampleTelegrams(): TelegramIndex {
  return TelegramIndex.parse(readJson('telegrams/index.json'))
}

/** The bytes of one telegram, as they would arrive; `name` is its file name. */
export function sampleTelegram(name: string): Buffer {
  return readFileSync(samplePath(`telegrams/${name}`))
}

/** The same as if it had been sent in the days before `now`: for servers that go by the real time. */
export function recentTelegram(name: string, now: Date = new Date()): Buffer {
  return Buffer.from(movedTelegram(sampleTelegram(name).toString('utf8'), sinceSamplesMs(now)))
}

function readJson(relative: string): unknown {
  return JSON.parse(readFileSync(samplePath(relative), 'utf8'))
}
