import { expect, test, vi } from 'vitest'
import { heardSounds } from './heard.ts'
import { type SoundHost, soundPlayer } from './sound-player.ts'

/** A host whose sounds take until they are told to end, or are cut off. */
function slowHost() {
  const made: string[] = []
  const endings: (() => void)[] = []
  const make = (name: string, signal: AbortSignal) => {
    made.push(name)
    return new Promise<{ ok: true }>((resolve) => {
      endings.push(() => resolve({ ok: true }))
      signal.addEventListener('abort', () => resolve({ ok: true }))
    })
  }
  const host: SoundHost = {
    chime: (chime, signal) => make(chime, signal),
    speak: (text, _language, signal) => make(text, signal),
    recording: (url, signal) => make(url, signal),
    pause: () => Promise.resolve(),
  }
  return { host, made, endOne: () => endings.shift()?.() }
}
type Report = (fault: string, detail: string) => void
const settle = () => new Promise((resolve) => setTimeout(resolve))

test('one step after the other', async () => {
  const { host, made, endOne } = slowHost()
  soundPlayer(host, vi.fn<Report>()).play([
    { kind: 'chime', chime: 'warning' },
    { kind: 'pause', ms: 10 },
    { kind: 'speak', text: '身を守って', language: 'ja' },
  ])
  expect(made).toEqual(['warning'])
  endOne()
  await settle()
  expect(made).toEqual(['warning', '身を守って'])
})

test('a newer message cuts the older off, and nothing of the older follows', async () => {
  const { host, made } = slowHost()
  const player = soundPlayer(host, vi.fn<Report>())
  player.play([
    { kind: 'chime', chime: 'notice' },
    { kind: 'speak', text: 'old', language: 'en' },
  ])
  player.play([{ kind: 'chime', chime: 'urgent' }])
  await settle()
  expect(made).toEqual(['notice', 'urgent'])
})

test('what cannot be heard is reported once a message, and the rest goes on', async () => {
  const report = vi.fn<Report>()
  const host: SoundHost = {
    chime: () => Promise.resolve({ ok: false, fault: 'sound-blocked' }),
    speak: () => Promise.resolve({ ok: false, fault: 'no-voice' }),
    recording: () => Promise.resolve({ ok: false, fault: 'no-recording' }),
    pause: () => Promise.resolve(),
  }
  soundPlayer(host, report).play([
    { kind: 'chime', chime: 'urgent' },
    { kind: 'speak', text: 'a', language: 'ja' },
    { kind: 'chime', chime: 'urgent' },
    { kind: 'speak', text: 'b', language: 'en' },
  ])
  await settle()
  expect(report.mock.calls).toEqual([
    ['sound-blocked', 'chime'],
    ['no-voice', 'ja'],
  ])
})

test('a page that starts again remembers what was heard, and a torn memory is no memory', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  heardSounds(storage).add('one')
  expect(heardSounds(storage).has('one')).toBe(true)
  for (let i = 0; i < 60; i += 1) heardSounds(storage).add(`more ${i}`)
  expect(heardSounds(storage).has('one')).toBe(false)
  storage.setItem('akari.heard', '[torn')
  expect(heardSounds(storage).has('more 59')).toBe(false)
})
