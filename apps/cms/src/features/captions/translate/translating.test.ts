import { createLogger } from '@akari/node-kit'
import { expect, it } from 'vitest'
import { someCaption } from '../testing/some-caption.ts'
import { captionTroubles } from '../troubles.ts'
import { captionTranslating } from './translating.ts'

/** A translator that answers when the test lets it. */
function slow() {
  const state = { now: new Date('2026-11-30T01:00:00Z'), translated: new Array<string>() }
  const waiting: (() => void)[] = []
  const troubles = captionTroubles({ now: () => state.now, changed: () => undefined })
  const translating = captionTranslating({
    translator: () =>
      Promise.resolve({
        languages: ['en'],
        translate: (text) => new Promise((resolve) => waiting.push(() => resolve(text))),
      }),
    terms: () => Promise.resolve([]),
    push: (_id, captions) => {
      state.translated.push(...captions.map(({ segmentId }) => segmentId))
      return Promise.resolve({ taken: 1, ignored: 0, reasons: [], receivedAt: state.now.toISOString() })
    },
    troubles,
    now: () => state.now,
    log: createLogger('test', { level: 'silent' }),
  })
  const say = (from: number, count: number) =>
    translating.said(
      'sitting',
      Array.from({ length: count }, (_, i) => someCaption({ segmentId: String(from + i), text: `${from + i}` })),
    )
  /** Lets everything through until this many are translated. */
  const letThrough = async (count: number): Promise<void> => {
    await expect
      .poll(
        () => {
          waiting.shift()?.()
          return state.translated.length
        },
        { interval: 1 },
      )
      .toBe(count)
  }
  return { state, troubles, say, letThrough }
}

it('leaves out what waits behind twenty, counts it, and says so until an hour after the last', async () => {
  const { state, troubles, say, letThrough } = slow()
  say(1, 25)
  expect(troubles.list()).toMatchObject([{ of: 'untranslated', message: '5' }])
  say(26, 3)
  expect(troubles.list()).toMatchObject([{ of: 'untranslated', message: '7' }])
  await letThrough(21)
  expect(state.translated).not.toContain('5')
  expect(state.translated.slice(-3)).toEqual(['26', '27', '28'])
  expect(troubles.list()).toMatchObject([{ of: 'untranslated', message: '7' }])
  state.now = new Date(state.now.getTime() + 3_600_001)
  say(29, 1)
  expect(troubles.list()).toEqual([])
})

it('names who speaks as the glossary does in the other language', async () => {
  const pushed: unknown[] = []
  const now = () => new Date('2026-11-30T01:00:00Z')
  const written = { ja: '見本議員', en: 'Mr Mihon' }
  const translating = captionTranslating({
    translator: () => Promise.resolve({ languages: ['en'], translate: () => Promise.resolve('Opening.') }),
    terms: () => Promise.resolve([{ id: 't', written, reading: null, heard: [], version: 1 }]),
    push: (_id, captions) => {
      pushed.push(...captions)
      return Promise.resolve({ taken: 1, ignored: 0, reasons: [], receivedAt: now().toISOString() })
    },
    troubles: captionTroubles({ now, changed: () => undefined }),
    now,
    log: createLogger('test', { level: 'silent' }),
  })
  translating.said('sitting', [someCaption({ segmentId: '1', speaker: '見本議員' })])
  await expect.poll(() => pushed).toMatchObject([{ language: 'en', text: 'Opening.', speaker: 'Mr Mihon' }])
  translating.said('sitting', [someCaption({ segmentId: '2', speaker: '議長' })])
  await expect.poll(() => pushed).toMatchObject([{}, { speaker: '議長' }])
})
