import { type AlertWords, AlertTemplate, KIOSK_LANGUAGES } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { type AlertPhrase, alertWords, endingWords, intensityTexts } from './phrase-book.ts'
import ja from './phrases/ja.json' with { type: 'json' }
import { KOGANEI } from './place.ts'
import { ALERT_TEMPLATES } from './templates.ts'

const PHRASES = Object.keys(ja.alerts).filter(isAlertPhrase)
function isAlertPhrase(name: string): name is AlertPhrase {
  return name in ja.alerts
}
const ENDINGS = ['cleared', 'clearedByStaff', 'cancelled', 'eewCancelled', 'cancelledByStaff'] as const
const alerts: [string, AlertWords][] = PHRASES.map((each) => [
  each,
  alertWords(each, KOGANEI.city.name, intensityTexts('5-')),
])
const ended: [string, AlertWords][] = ENDINGS.map((each) => [
  each,
  endingWords(each, alertWords('heavyRain4', KOGANEI.city.name)),
])
const templates: [string, AlertWords][] = ALERT_TEMPLATES.map((each) => [each.id, each.words])
const all = [...alerts, ...ended, ...templates]

test('no phrase of the book is left out here', () => {
  expect(PHRASES.length).toBeGreaterThanOrEqual(60)
  expect(Object.keys(ja.endings)).toEqual([...ENDINGS])
  expect(Object.keys(ja.templates)).toHaveLength(ALERT_TEMPLATES.length)
})

describe.each(all)('%s', (_name, words) => {
  test('speaks every language of the kiosk, with nothing left to fill in', () => {
    for (const language of KIOSK_LANGUAGES) {
      for (const text of [words.headline[language], words.instruction[language], words.area[language]]) {
        expect(text).toMatch(/^[^{}]+$/)
      }
    }
  })

  test('has an instruction short enough to be set very large', () => {
    expect(words.instruction.ja.length).toBeLessThanOrEqual(14)
    expect(words.instruction.en?.length).toBeLessThanOrEqual(40)
  })

  test('is spaced in plain Japanese', () => {
    const easy = words.instruction['ja-x-easy']
    expect(easy === '落ち着いて ください' || easy?.includes(' ')).toBe(true)
  })
})

test('no telegram and no template orders an evacuation', () => {
  const ordering = all.filter(([, words]) => JSON.stringify(words).includes('避難指示')).map(([name]) => name)
  expect(ordering).toEqual([])
})

test('every template is one the desk can offer, under an id of its own', () => {
  expect(AlertTemplate.array().parse(ALERT_TEMPLATES)).toEqual(ALERT_TEMPLATES)
  expect(new Set(ALERT_TEMPLATES.map((each) => each.id)).size).toBe(ALERT_TEMPLATES.length)
})
