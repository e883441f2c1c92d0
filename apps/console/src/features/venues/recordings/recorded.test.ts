import type { FileRef } from '@akari/protocol'
import { NO_EDITS } from '@akari/wayfinding'
import { expect, test } from 'vitest'
import { countIn, recordingOf, withRecording } from './recorded.ts'

const file = (letter: string): FileRef => ({ sha256: letter.repeat(64), bytes: 9, mediaType: 'audio/mpeg' })

test('a sentence has one recording in each language, and edits without any stay as they were', () => {
  const first = withRecording(NO_EDITS, 'ja', 'welcome', file('a'))
  const both = withRecording(first, 'en', 'welcome', file('b'))
  const anew = withRecording(both, 'ja', 'welcome', file('c'))
  expect(recordingOf(anew, 'ja', 'welcome')).toEqual(file('c'))
  expect(recordingOf(anew, 'en', 'welcome')).toEqual(file('b'))
  expect(recordingOf(anew, 'ko', 'welcome')).toBe(null)
  expect(withRecording(first, 'ja', 'welcome', null)).toEqual(NO_EDITS)
})

test('only sentences that the kiosk says are counted', () => {
  const unknown = { phrase: 'formerly', language: 'ja' as const, file: file('d') }
  const edits = withRecording({ ...NO_EDITS, recordings: [unknown] }, 'ja', 'back', file('e'))
  expect(countIn(edits, 'ja')).toBe(1)
  expect(edits.recordings).toContainEqual(unknown)
})
