import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { alertsOf, applyTelegram, assess, emptyBook, KOGANEI, readTelegram, type Telegram } from './index.ts'
import { corpusFolder } from './testing/corpus.ts'

const folder = corpusFolder()

function corpusTelegram(name: string): Telegram {
  const result = readTelegram(readFileSync(join(folder ?? '', 'koganei-synthetic', name)))
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.telegram
}

const E01 = 'E01_VXSE43_s1_not_koganei.xml'
const E02 = 'E02_VXSE43_s2_koganei_added.xml'
const E03 = 'E03_VXSE43_cancel_same_serial.xml'
const E04 = 'E04_VXSE43_DRILL_koganei.xml'
const W01 = 'W01_VPWW55_koganei_L2.xml'
const W02 = 'W02_VPWW55_koganei_L3.xml'
const W04 = 'W04_VPWW55_koganei_L5.xml'
const W06 = 'W06_VPWW55_koganei_release.xml'
const W07 = 'W07_VPWW55_koganei_none_pref_L5.xml'
const W09 = 'W09_VPWW55_koganei_L5_DRILL.xml'

describe.skipIf(folder === null)('the corpus', () => {
  test.each([
    [E01, { effect: 'none', reason: 'not-in-area' }],
    [E02, { effect: 'raise', channel: 'live', alert: { presentation: { field: 'eew' } } }],
    [E03, { effect: 'cancel', channel: 'live', slot: 'jma.VXSE43.20260823020050' }],
    [E04, { effect: 'raise', channel: 'drill', alert: { presentation: { field: 'eew' } } }],
    [W01, { effect: 'raise', channel: 'live', alert: { level: 2, presentation: { mode: 'banner' } } }],
    [W02, { effect: 'raise', channel: 'live', alert: { level: 3, presentation: { mode: 'fullScreen' } } }],
    [W04, { effect: 'raise', channel: 'live', alert: { level: 5, presentation: { mode: 'fullScreen' } } }],
    [W06, { effect: 'clear', channel: 'live', reason: 'released' }],
    [W07, { effect: 'clear', channel: 'live', reason: 'none-in-force' }],
    [W09, { effect: 'raise', channel: 'drill', alert: { level: 5 } }],
  ])('%s means what the manifest says', (name, meaning) => {
    expect(assess(corpusTelegram(name), KOGANEI)).toMatchObject([meaning])
  })

  test('the earthquake of its telegrams is raised, cancelled and told so', () => {
    const at = '2026-08-23T02:01:41+09:00'
    const played = [E01, E02, E03].reduce(
      (before, name) => {
        const { book, change } = applyTelegram(before.book, corpusTelegram(name), KOGANEI, at)
        return { book, outcomes: [...before.outcomes, change.outcome] }
      },
      { book: emptyBook(), outcomes: [] as string[] },
    )
    expect(played.outcomes).toEqual(['not-concerned', 'raised', 'cancelled'])
    expect(alertsOf(played.book, 'live', at)).toMatchObject([{ phase: 'cancelled' }])
  })

  test('its evening of rain rises to level 5, falls silent, and is not raised again by what comes late', () => {
    const at = '2026-09-21T05:00:00+09:00'
    const names = [W01, W02, W04, W07, W06, W04]
    let book = emptyBook()
    const outcomes = names.map((name) => {
      const applied = applyTelegram(book, corpusTelegram(name), KOGANEI, at)
      book = applied.book
      return applied.change.outcome
    })
    expect(outcomes).toEqual(['raised', 'replaced', 'replaced', 'cleared', 'unchanged', 'unchanged'])
  })

  test('every file of it is read or refused by name', () => {
    const files = globSync('**/*.{xml,cap,json}', { cwd: folder ?? '' })
    expect(files.length).toBeGreaterThan(500)
    for (const file of files) {
      const result = readTelegram(readFileSync(join(folder ?? '', file)))
      expect(result.ok ? assess(result.telegram, KOGANEI).length : result.error.message.length).toBeGreaterThan(0)
    }
  })
})
