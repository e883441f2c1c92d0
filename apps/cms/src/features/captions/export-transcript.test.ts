import { expect, test } from 'vitest'
import { exported } from './export-transcript.ts'

const line = (spokenAt: string, text: string, speaker: string | null = null) => ({
  text,
  speaker,
  spokenAt,
  isMachine: false,
})
const HELD = {
  title: '令和8年第4回定例会',
  timeZone: 'Asia/Tokyo',
  recordedAt: () => null,
  machineNote: '',
  leftOutNote: () => '',
}

test('a text says from where on it is another day, and who speaks then', async () => {
  const lines = [
    line('2026-11-30T14:59:58Z', '続けます。', '議長'),
    line('2026-11-30T14:59:59Z', 'どうぞ。', '議長'),
    line('2026-11-30T15:00:00Z', '開会します。', '議長'),
  ]
  expect(await exported('txt', lines, { ...HELD, language: 'ja' })).toBe(
    '令和8年第4回定例会\n2026年11月30日月曜日\n\n\n【議長】\n23:59:58  続けます。\n23:59:59  どうぞ。\n' +
      '\n2026年12月1日火曜日\n\n【議長】\n00:00:00  開会します。\n',
  )
})

test('the day stands in the language of the text', async () => {
  const lines = [line('2026-11-30T01:00:00Z', 'We begin.')]
  expect(await exported('txt', lines, { ...HELD, title: 'Fourth session', language: 'en' })).toBe(
    'Fourth session\nMonday, November 30, 2026\n\n10:00:00  We begin.\n',
  )
})
