import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gravestOf, judged } from '../assess/line.ts'
import { alertsOf } from '../book/read-book.ts'
import { emptyBook } from '../book/slots.ts'
import { KOGANEI } from '../place.ts'
import { applyCap } from './apply-cap.ts'
import { assessCap } from './assess-cap.ts'
import type { CapAlert } from './cap-alert.ts'
import { readCap } from './read-cap.ts'

const corpus = process.env['AKARI_CORPUS']
const folder = corpus === undefined ? null : join(corpus, 'alerts')
if (folder === null) process.stdout.write('skipped: AKARI_CORPUS is not set, so the CAP corpus is not read\n')
else if (!existsSync(folder)) throw new Error(`AKARI_CORPUS has no alerts folder: ${folder}`)

const AT = '2026-09-20T19:10:00+09:00'
const readFile = (name: string) => readCap(readFileSync(join(folder ?? '', name)))

function corpusCap(name: string): CapAlert {
  const result = readFile(name)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.cap
}

/** The verdict that speaks for a message, at its own time. */
const lineOf = (cap: CapAlert) =>
  gravestOf(assessCap(cap, KOGANEI, cap.sent).map((verdict) => judged(verdict, cap.sent)))

const koganei = (name: string) => corpusCap(`cap-koganei-synthetic/${name}`)
const C01 = 'C01_alert_multilang.xml'
const C02 = 'C02_update_to_L5.xml'
const C03 = 'C03_cancel.xml'

describe.skipIf(folder === null)('the CAP corpus', () => {
  test.each([
    [C01, { channel: 'live', effect: 'raise', hazard: 'evacuation', level: 4, class: 'danger' }],
    [C02, { channel: 'live', effect: 'raise', hazard: 'evacuation', level: 4, class: 'danger' }],
    [C03, { channel: 'live', effect: 'cancel' }],
    ['C05_exercise.xml', { channel: 'drill', effect: 'raise', level: 4 }],
    ['C11_expired_on_arrival.xml', { channel: 'live', effect: 'none', reason: 'expired' }],
    ['C14_in_area_circle.xml', { channel: 'live', effect: 'raise', level: 4 }],
  ])('%s means what the manifest says', (name, meaning) => expect(lineOf(koganei(name))).toMatchObject(meaning))

  test('an alert in four languages is one with four texts, updated in place, and withdrawn for good', () => {
    const at = [C01, C02, C03].map((_, i) => [C01, C02, C03].slice(0, i + 1))
    const shown = at.map((names) => {
      const book = names.reduce((before, name) => applyCap(before, koganei(name), KOGANEI, AT).book, emptyBook())
      return alertsOf(book, 'live', AT)
    })
    expect(shown.map((alerts) => alerts.map(({ phase, severity }) => [phase, severity]))).toEqual([
      [['inForce', 'Severe']],
      [['inForce', 'Extreme']],
      [['cancelled', 'Minor']],
    ])
    expect(Object.keys(shown[0]?.[0]?.words.headline ?? {}).toSorted()).toEqual(['en', 'ja', 'ko', 'zh-Hans'])
  })

  test('of the public files the senseless are refused by name', () => {
    const refused = readdirSync(join(folder ?? '', 'cap')).flatMap((name) => {
      const result = readFile(`cap/${name}`)
      return result.ok ? [] : [[name, result.error.code]]
    })
    expect(refused).toEqual([
      ['canada_errors.cap', 'missing-part'],
      ['invalid.cap', 'missing-part'],
      ['noaa_errors.cap', 'missing-part'],
      ['xee.cap', 'doctype'],
    ])
  })

  test('of the public files none raises anything here, and only one that says «worldwide» asks a person', () => {
    const effects = readdirSync(join(folder ?? '', 'cap')).flatMap((name) => {
      const result = readFile(`cap/${name}`)
      const effect = result.ok ? lineOf(result.cap)?.effect : 'none'
      return effect === 'none' ? [] : [[name, effect]]
    })
    expect(effects).toEqual([['43b080713727.cap', 'hold']])
  })
})
