import { type AlertWords, AlertTemplate, Language, rubyParts, withoutRuby } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { type AlertPhrase, alertWords, endingWords, intensityTexts } from './phrase-book.ts'
import { phraseEntries } from './phrase-review.ts'
import ja from './phrases/ja.json' with { type: 'json' }
import { KOGANEI } from './place.ts'
import { shippedTowns } from './desk/towns.ts'
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
  test('speaks every language, with nothing left to fill in', () => {
    for (const language of Language.options) {
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

const entries = phraseEntries()
const gapsIn = (text = '') => (text.match(/\{\w+\}/g) ?? []).toSorted()

test('a phrase has the same gaps in every language', () => {
  for (const { key, texts } of entries)
    for (const language of Language.options)
      expect([key, language, gapsIn(texts[language])]).toEqual([key, language, gapsIn(texts.ja)])
})

test('plain Japanese has a reading in kana on every kanji, the names of places included', () => {
  const easy = [...entries.map(({ texts }) => texts), ...shippedTowns('1321000').map(({ name }) => name)]
  const unread = easy
    .flatMap((texts) => rubyParts(texts['ja-x-easy'] ?? '漢'))
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('plain Japanese says one fact in a sentence of at most 24 letters', () => {
  const long = entries
    .flatMap(({ texts }) => withoutRuby(texts['ja-x-easy'] ?? '').split(/[。：]/))
    .map((sentence) => sentence.replace(/\{\w+\}|[\s〈〉「」]/g, ''))
    .filter((sentence) => [...sentence].length > 24)
  expect(long).toEqual([])
})

test('an instruction is short enough to be set large in any language', () => {
  const long = entries
    .filter(({ key }) => key.endsWith('.instruction'))
    .flatMap(({ texts }) => Object.values(texts).filter((text) => text !== undefined))
    .filter((text) => [...withoutRuby(text).replace(/\p{M}/gu, '')].length > 60)
  expect(long).toEqual([])
})

test('no language calls a warning of JMA an evacuation order', () => {
  const orders = entries.filter(({ key }) => /^evacuation\.orders\.\w+\.plain$/.test(key))
  expect(orders).toHaveLength(3)
  for (const { key, texts } of entries.filter((each) => each.key.startsWith('alerts.')))
    for (const language of Language.options)
      for (const order of orders)
        expect([key, language, texts[language]?.includes(order.texts[language] ?? '')]).toEqual([key, language, false])
})
