import { expect, test, vi } from 'vitest'
import type { SoundHost, SoundOutcome } from '../sound/sound-player.ts'
import { kioskVoice } from './kiosk-voice.ts'

function host(outcome: SoundOutcome) {
  const spoken: { text: string; volume: number | undefined }[] = []
  const chime = vi.fn<SoundHost['chime']>(() => Promise.resolve({ ok: true }))
  const made: SoundHost = {
    chime,
    speak: (text, _language, signal, volume) => {
      spoken.push({ text, volume })
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(outcome))
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve({ ok: true })
        })
      })
    },
    recording: (url, signal, volume) => made.speak(url, 'ja', signal, volume),
    pause: () => Promise.resolve(),
  }
  return { made, spoken, chime }
}

test('what is said is said at the visitor’s loudness, and a newer text cuts the older off', async () => {
  const { made, spoken } = host({ ok: true })
  const voice = kioskVoice(made, () => false)
  const first = voice.say('一', 'ja', 3)
  const second = voice.say('二', 'ja', 1)
  expect(await Promise.all([first, second])).toEqual(['cut', 'said'])
  expect(spoken).toEqual([
    { text: '一', volume: 1 },
    { text: '二', volume: 0.35 },
  ])
})

test('a display without a voice says so, and hushed it says nothing more', async () => {
  const { made } = host({ ok: false, fault: 'no-voice' })
  const voice = kioskVoice(made, () => false)
  expect(await voice.say('一', 'ko', 2)).toBe('silent')
  const cut = voice.say('二', 'ko', 2)
  voice.hush()
  expect(await cut).toBe('cut')
})

test('recordings are played one after the other at the visitor’s loudness, and a newer text cuts them off', async () => {
  const files = ['a', 'b'].map((name) => ({ sha256: name.repeat(64), bytes: 1, mediaType: 'audio/wav' }))
  const { made, spoken } = host({ ok: true })
  const voice = kioskVoice(made, () => false)
  expect(await voice.play(files, 3)).toBe('said')
  expect(spoken).toEqual(files.map(({ sha256 }) => ({ text: `files/${sha256}`, volume: 1 })))
  const cut = voice.play(files, 3)
  void voice.say('次', 'ja', 3)
  expect(await cut).toBe('cut')
  expect(spoken.slice(2).map(({ text }) => text)).toEqual([`files/${'a'.repeat(64)}`, '次'])
})

test('a recording that is not there is silence, and none is begun while an alert is heard', async () => {
  const files = [{ sha256: 'a'.repeat(64), bytes: 1, mediaType: 'audio/wav' }]
  const { made, spoken } = host({ ok: false, fault: 'no-recording' })
  expect(await kioskVoice(made, () => false).play(files, 3)).toBe('silent')
  expect(await kioskVoice(made, () => true).play(files, 3)).toBe('cut')
  expect(spoken).toHaveLength(1)
})

test('a text that broke off is not taken for a display without a voice', async () => {
  const { made } = host({ ok: false, fault: 'speech-stuck' })
  expect(await kioskVoice(made, () => false).say('一', 'ja', 2)).toBe('cut')
})

test('a kiosk that is turned off makes no sound', () => {
  const { made, chime } = host({ ok: true })
  kioskVoice(made, () => false).chime(0)
  expect(chime).not.toHaveBeenCalled()
  kioskVoice(made, () => false).chime(2)
  expect(chime).toHaveBeenCalledWith('soft', expect.anything(), 0.65)
})
