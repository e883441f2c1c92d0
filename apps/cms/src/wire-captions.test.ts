import { type CaptionInput, ExportSummary, type RecordedPart, TranscriptView } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabases } from './db/database.ts'
import { recordingStore } from './features/recordings/recordings.store.ts'
import { NOTHING_YET } from './features/recordings/stored-recording.ts'
import { type RunningCms, startCms } from './testing/running-cms.ts'

/** An hour ago: captions of yesterday are taken from nobody. */
const TEN_MS = Date.now() - 3_600_000
const at = (seconds: number): string => new Date(TEN_MS + seconds * 1000).toISOString()

const [morning, afternoon] = [
  { number: 1, startedAt: at(60), durationMs: 60_000 },
  { number: 2, startedAt: at(420), durationMs: 60_000 },
]

/** A transcript of a sitting of which two parts were recorded, with a recess of five minutes between them. */
async function recorded(
  cms: RunningCms,
  saidAt: Record<string, number>,
  films: Record<string, readonly RecordedPart[]> = { recorded: [morning, afternoon] },
): Promise<string> {
  const body = { title: '第4回定例会', startsAt: at(0), version: 0 }
  const made = await cms.call('POST', '/api/transcripts', { body, as: cms.local })
  const { id } = TranscriptView.parse(made.body)
  const { main, close } = await openDatabases({ dataDir: cms.dataDir, databaseUrl: null })
  onTestFinished(close)
  for (const [recordingId, parts] of Object.entries(films)) {
    await recordingStore(main).insert({
      id: recordingId,
      sittingId: null,
      captionsId: id,
      startedAt: parts[0]?.startedAt ?? at(0),
      state: 'ready',
      said: { title: { ja: '第4回定例会' }, chapters: [], onKiosk: false, byHand: false },
      recorded: { ...NOTHING_YET, parts: [...parts] },
      assetId: null,
      version: 1,
    })
  }
  const captions = Object.entries(saidAt).map(([text, seconds], n): CaptionInput => {
    return { segmentId: String(n), language: 'ja', text, speaker: null, spokenAt: at(seconds), state: 'final' }
  })
  await cms.call('POST', `/api/transcripts/${id}/captions`, { body: { captions }, as: cms.local })
  return id
}

describe('the transcript of a recorded sitting', () => {
  it('is exported by the clock of the recording, and says how much was said outside of it', async () => {
    const cms = await startCms()
    const id = await recorded(cms, { 開会前: 10, 開会します: 70, 休憩中: 200, 再開します: 430, 閉会後: 600 })
    const ask = async (path: string) =>
      (await cms.call('GET', `/api/transcripts/${id}/${path}`, { as: cms.local })).body
    expect(ExportSummary.parse(await ask('export/summary?language=ja'))).toEqual({
      captions: 5,
      leftOut: 3,
      timedBy: 'recording',
      recordings: [{ id: 'recorded', startedAt: at(60) }],
      recordingId: 'recorded',
    })
    expect(await ask('export?format=vtt&language=ja')).toBe(
      'WEBVTT - 第4回定例会\nLanguage: ja\n\nNOTE 録画の外で話された字幕3件は入っていません\n\n' +
        '00:00:10.000 --> 00:00:11.500\n開会します\n\n00:01:10.000 --> 00:01:11.500\n再開します\n\n',
    )
    expect(await ask('export?format=srt&language=ja')).toBe(
      '1\n00:00:10,000 --> 00:00:11,500\n開会します\n\n2\n00:01:10,000 --> 00:01:11,500\n再開します\n',
    )
    expect(await ask('export?format=txt&language=ja')).toContain('閉会後')
  })

  it('has no note where all of it was said in the recording', async () => {
    const cms = await startCms()
    const id = await recorded(cms, { 開会します: 70, 再開します: 430 })
    const ask = async (path: string) =>
      (await cms.call('GET', `/api/transcripts/${id}/${path}`, { as: cms.local })).body
    expect(await ask('export/summary?language=ja')).toMatchObject({ captions: 2, leftOut: 0 })
    expect(await ask('export/summary?language=en')).toMatchObject({ captions: 0, leftOut: 0 })
    expect(await ask('export?format=vtt&language=ja')).not.toContain('NOTE')
  })

  it('goes by the last of several recordings, or by the one that is asked for', async () => {
    const cms = await startCms()
    const said = { 開会します: 70, 再開します: 430 }
    const id = await recorded(cms, said, { first: [morning], second: [{ ...afternoon, number: 1 }] })
    const ask = (path: string) => cms.call('GET', `/api/transcripts/${id}/${path}`, { as: cms.local })
    expect((await ask('export/summary?language=ja')).body).toMatchObject({
      leftOut: 1,
      recordings: [{ id: 'first' }, { id: 'second' }],
      recordingId: 'second',
    })
    expect((await ask('export?format=srt&language=ja')).body).toBe('1\n00:00:10,000 --> 00:00:11,500\n再開します\n')
    expect((await ask('export?format=srt&language=ja&recordingId=first')).body).toBe(
      '1\n00:00:10,000 --> 00:00:11,500\n開会します\n',
    )
    expect((await ask('export?format=srt&language=ja&recordingId=other')).status).toBe(404)
    expect((await ask('export/summary?language=ja&recordingId=other')).status).toBe(404)
  })
})
