import { loadSampleCaptions } from '@akari/content-samples'
import type { CaptionInput } from '@akari/protocol'
import { expect, it } from 'vitest'
import { sampleSpeech } from './sample-speech.ts'

const OPENED = Date.parse('2026-11-28T10:01:00+09:00')

function speech() {
  const said: CaptionInput[] = []
  const state: { seconds: number; isSitting: boolean } = { seconds: 0, isSitting: true }
  const { tick } = sampleSpeech({
    sitting: () =>
      Promise.resolve(state.isSitting ? { captionsId: 'spoken', startsAt: new Date(OPENED).toISOString() } : null),
    push: (_id, captions) => {
      said.push(...captions)
      return Promise.resolve({ taken: captions.length, ignored: 0, reasons: [], receivedAt: new Date().toISOString() })
    },
    now: () => new Date(OPENED + state.seconds * 1000),
  })
  return {
    said,
    state,
    at: (seconds: number) => {
      state.seconds = seconds
      return tick()
    },
  }
}

it('says each line of the sitting once, half of it first and then all of it in every language', async () => {
  const { said, at } = speech()
  for (let seconds = 0; seconds <= 300; seconds++) await at(seconds)
  const lines = loadSampleCaptions()
  const finals = said.filter(({ state }) => state === 'final')
  expect(finals).toHaveLength(lines.length * 3)
  expect(said.filter(({ state }) => state === 'interim')).toHaveLength(lines.length)
  const [line] = lines
  expect(said.slice(0, 2)).toMatchObject([
    { state: 'interim', text: line?.texts.ja.slice(0, 7) },
    { state: 'final', text: line?.texts.ja },
  ])
  expect(finals.slice(0, 3).map(({ language, speaker }) => [language, speaker])).toEqual([
    ['ja', '議長 けやき 正子'],
    ['en', 'Masako Keyaki, chair'],
    ['zh-Hans', '议长 榉正子'],
  ])
})

it('is silent in a recess, and does not say at once what a server that was away has missed', async () => {
  const { said, state, at } = speech()
  state.isSitting = false
  await at(48)
  expect(said).toEqual([])
  state.isSitting = true
  await at(100)
  expect(new Set(said.map(({ segmentId }) => segmentId))).toEqual(new Set(['line.95']))
})
