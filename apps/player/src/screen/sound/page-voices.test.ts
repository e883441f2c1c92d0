import { expect, test, vi } from 'vitest'
import { pageVoices } from './page-voices.ts'
import type { SoundHost, SoundOutcome } from './sound-player.ts'

/** Everything that is to be heard, each until it is ended or cut off. */
function hall() {
  const heard: string[] = []
  const endings: (() => void)[] = []
  const sound = (name: string, signal: AbortSignal) => {
    heard.push(name)
    return new Promise<SoundOutcome>((resolve) => {
      endings.push(() => resolve({ ok: true }))
      signal.addEventListener('abort', () => {
        heard.push(`${name} cut`)
        resolve({ ok: true })
      })
    })
  }
  const host: SoundHost = {
    chime: (chime, signal) => sound(chime, signal),
    speak: (text, _language, signal) => sound(text, signal),
    recording: (url, signal) => sound(url, signal),
    pause: () => Promise.resolve(),
  }
  return { voices: pageVoices(host, vi.fn<(fault: string, detail: string) => void>()), heard, endings }
}

test('an alert cuts the kiosk off before it is heard itself, and the kiosk keeps silent until it is over', async () => {
  const { voices, heard, endings } = hall()
  const asked = voices.kiosk.say('どちらへ', 'ja', 2)
  voices.alerts.play([{ kind: 'speak', text: '身を守って', language: 'ja' }])
  expect(heard).toEqual(['どちらへ', 'どちらへ cut', '身を守って'])
  expect(await asked).toBe('cut')
  expect(await voices.kiosk.say('次', 'ja', 2)).toBe('cut')
  voices.kiosk.chime(2)
  voices.kiosk.hush()
  expect(heard).toHaveLength(3)
  endings.at(-1)?.()
  await vi.waitFor(() => expect(voices.alerts.isPlaying()).toBe(false))
  void voices.kiosk.say('次', 'ja', 2)
  expect(heard.at(-1)).toBe('次')
})

test('an alert that is taken off the glass leaves the kiosk its voice', () => {
  const { voices, heard } = hall()
  voices.alerts.play([{ kind: 'chime', chime: 'urgent' }])
  voices.alerts.stop()
  void voices.kiosk.say('次', 'ja', 2)
  expect(heard).toEqual(['urgent', 'urgent cut', '次'])
})
