import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { speak } from './speech.ts'

class Utterance extends EventTarget {
  text: string
  voice: unknown = null
  constructor(text: string) {
    super()
    this.text = text
  }
}

/** A browser with a Japanese voice; `said`: every text it was given, with what happens to it still to come. */
function browser() {
  const said: Utterance[] = []
  const cancel = vi.fn<() => void>()
  const speechSynthesis = { getVoices: () => [{ lang: 'ja-JP' }], speak: (one: Utterance) => said.push(one), cancel }
  const page = { speechSynthesis, SpeechSynthesisUtterance: Utterance } as unknown as Parameters<typeof speak>[0]
  return { page, said, cancel }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is over is not ended again by whoever ends something else later', async () => {
  const { page, said, cancel } = browser()
  const ending = new AbortController()
  const told = speak(page, '一', 'ja', ending.signal, 1)
  said[0]?.dispatchEvent(new Event('end'))
  expect(await told).toEqual({ ok: true })
  ending.abort()
  expect(cancel).not.toHaveBeenCalled()
})

test('what nobody wants to hear any more is not begun, and what is being said is ended', async () => {
  const { page, said, cancel } = browser()
  expect(await speak(page, '一', 'ja', AbortSignal.abort(), 1)).toEqual({ ok: true })
  expect(said).toEqual([])
  const ending = new AbortController()
  const told = speak(page, '二', 'ja', ending.signal, 1)
  ending.abort()
  expect(await told).toEqual({ ok: true })
  expect(cancel).toHaveBeenCalledOnce()
})

test('a long answer is heard to its end, and a synthesiser that fell silent is given up', async () => {
  const { page, said, cancel } = browser()
  const told = speak(page, 'あ'.repeat(200), 'ja', new AbortController().signal, 1)
  said[0]?.dispatchEvent(new Event('start'))
  await vi.advanceTimersByTimeAsync(80_000)
  expect(cancel).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await told).toEqual({ ok: false, fault: 'speech-stuck' })
})

test('there is no voice where the browser has none for the language, or does not begin', async () => {
  const { page } = browser()
  const { signal } = new AbortController()
  expect(await speak(page, 'a', 'ko', signal, 1)).toEqual({ ok: false, fault: 'no-voice' })
  const told = speak(page, '一', 'ja', signal, 1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await told).toEqual({ ok: false, fault: 'no-voice' })
})
