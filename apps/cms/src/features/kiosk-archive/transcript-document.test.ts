import { RecordingTranscript, type Ruby } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SpokenCaption, transcriptDocument } from './transcript-document.ts'

const AT = Date.parse('2026-11-27T01:00:00Z')
const said = (segmentId: string, atMs: number, more: Partial<SpokenCaption> = {}): SpokenCaption => ({
  segmentId,
  language: 'ja',
  text: 'では、採決します。',
  speaker: '議長',
  spokenAt: new Date(AT + atMs).toISOString(),
  isMachine: false,
  ...more,
})
const placed = (atMs: number): number | null => (atMs < AT ? null : atMs - AT)

test('a segment has all its languages, where it was said first, with the name as the chamber has it', () => {
  const { segments } = transcriptDocument(
    [
      said('a', 1000),
      said('b', 2000),
      said('a', 4000, { language: 'en', text: 'We vote.', speaker: 'Chair', isMachine: true }),
    ],
    placed,
  )
  expect(segments).toMatchObject([
    {
      startMs: 1000,
      endMs: 2000,
      speaker: '議長',
      said: { en: { text: 'We vote.', speaker: 'Chair', machineTranslated: true } },
    },
    { startMs: 2000, speaker: '議長', said: { ja: { text: 'では、採決します。' } } },
  ])
  expect(segments[0]?.said.ja).toEqual({ text: 'では、採決します。' })
})

test('a name that is written alike in every language is kept once', () => {
  const { segments } = transcriptDocument([said('a', 0), said('a', 1000, { language: 'en', text: 'We vote.' })], placed)
  expect(segments).toEqual([
    expect.objectContaining({
      speaker: '議長',
      said: { ja: { text: 'では、採決します。' }, en: { text: 'We vote.' } },
    }),
  ])
})

test('how it is read comes along, with how the name is read as the chamber has it', () => {
  const ruby = { text: [[3, 2, 'さいけつ']] satisfies Ruby, speaker: [[0, 2, 'ぎちょう']] satisfies Ruby }
  const chair = said('a', 4000, { language: 'en', text: 'We vote.', speaker: 'Chair' })
  for (const captions of [
    [said('a', 0, { ruby }), chair],
    [chair, said('a', 0, { ruby })],
  ]) {
    expect(transcriptDocument(captions, placed).segments).toMatchObject([
      { speaker: '議長', speakerRuby: ruby.speaker, said: { ja: { ruby: ruby.text } } },
    ])
  }
  expect(transcriptDocument([chair], placed).segments[0]).not.toHaveProperty('speakerRuby')
})

test('what was said outside of the recording is not in it', () => {
  expect(transcriptDocument([said('a', -1), said('b', 0)], placed).segments.map(({ startMs }) => startMs)).toEqual([0])
})

test('whatever order captions come in, the document is one, in order, and nothing ends before it begins', () => {
  const caption = fc
    .record({
      id: fc.nat(5),
      atMs: fc.integer({ min: -2000, max: 90_000 }),
      language: fc.constantFrom<SpokenCaption['language']>('ja', 'en', 'ko'),
      text: fc.string({ minLength: 1, maxLength: 400 }),
    })
    .map(({ id, atMs, ...more }) => said(`s${id}`, atMs, more))
  fc.assert(
    fc.property(fc.array(caption, { maxLength: 20 }), (captions) => {
      const { segments } = RecordingTranscript.parse(transcriptDocument(captions, placed))
      for (const [at, { startMs, endMs }] of segments.entries()) {
        expect(endMs).toBeGreaterThanOrEqual(startMs)
        expect(segments[at + 1]?.startMs ?? Infinity).toBeGreaterThanOrEqual(startMs)
      }
    }),
  )
})
