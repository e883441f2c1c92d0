import { type Alert, type AlertWords, Language, textIn } from '@akari/protocol'
import { expect, test } from 'vitest'
import { alertWords, correctedWords, endingWords } from './phrase-book.ts'
import { ALWAYS_CONFIRMED, bookFingerprint, inLanguages, phraseEntries, reviewState } from './phrase-review.ts'
import { KOGANEI } from './place.ts'

const OURS = alertWords('heavyRain4', KOGANEI.city.name)
const THEIRS: AlertWords = {
  headline: { ja: '断水', vi: 'Mất nước' },
  instruction: { ja: '水をためて', vi: 'Hãy trữ nước' },
  area: { ja: '本町', vi: 'Honcho' },
}
const NAME = { ja: '気象庁', en: 'JMA', vi: 'Cơ quan Khí tượng' }

function alert(words: AlertWords, kind: Alert['source']['kind'] = 'jma'): Alert {
  return {
    id: 'a',
    source: { kind, name: NAME, reference: '' },
    category: 'Met',
    urgency: 'Immediate',
    severity: 'Extreme',
    certainty: 'Observed',
    hazard: 'heavy-rain',
    level: 4,
    class: 'danger',
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: 'level4', symbol: 'rain' },
    words,
    sentAt: '2026-07-01T00:00:00Z',
    expiresAt: null,
  }
}

test('every phrase is listed once, in all fifteen languages', () => {
  const entries = phraseEntries()
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
  for (const { key, texts } of entries) expect([key, Object.keys(texts).length]).toEqual([key, 15])
  expect(entries.find(({ key }) => key === 'alerts.heavyRain4.headline')).toMatchObject({
    group: 'alerts',
    texts: { ja: 'レベル４大雨危険警報（警戒レベル４相当）' },
  })
  expect(new Set(entries.map(({ group }) => group))).toEqual(new Set(['alerts', 'endings', 'templates', 'glass']))
})

test('each language has a fingerprint of its own, and a confirmation holds for that one alone', () => {
  expect(new Set(Language.options.map(bookFingerprint)).size).toBe(15)
  expect(reviewState('vi', bookFingerprint('vi'))).toBe('confirmed')
  expect(reviewState('vi', bookFingerprint('th'))).toBe('waiting')
  expect(reviewState('vi', null)).toBe('waiting')
  for (const language of ALWAYS_CONFIRMED) expect(reviewState(language, null)).toBe('confirmed')
})

test('what the book says is left out in languages that wait, and nobody’s line is blank', () => {
  const live = inLanguages(alert(OURS), new Set(['vi']))
  expect(Object.keys(live.words.headline)).toEqual(['ja', 'ja-x-easy', 'en', 'vi'])
  expect(Object.keys(live.source.name)).toEqual(['ja', 'en', 'vi'])
  expect(Object.keys(inLanguages(alert(OURS), new Set()).words.area)).toEqual(['ja', 'ja-x-easy', 'en'])
  for (const language of Language.options) expect(textIn(live.words.instruction, language).text).not.toBe('')
  expect(textIn(live.words.headline, 'th').language).toBe('en')
})

test('what its sender wrote keeps every language', () => {
  expect(inLanguages(alert(THEIRS, 'cap'), new Set())).toEqual(alert(THEIRS, 'cap'))
  expect(inLanguages(alert(THEIRS, 'operator'), new Set()).words).toEqual(THEIRS)
})

test('that it is over is said by the book, whoever wrote what is over', () => {
  const ended = inLanguages(alert(endingWords('cleared', THEIRS), 'cap'), new Set()).words
  expect(ended.headline).toEqual({ ja: '解除：断水', en: 'Lifted: 断水' })
  expect(ended.area).toEqual(THEIRS.area)
  expect(inLanguages(alert(correctedWords(THEIRS)), new Set()).words.headline.vi).toBeUndefined()
  expect(correctedWords(THEIRS).headline.vi).toBe('Đính chính: Mất nước')
})
