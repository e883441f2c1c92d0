import { Language, type Texts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { languageBeside, wordsBeside } from './words-beside.ts'

const everywhere: Texts = { ja: '避難', ...Object.fromEntries(Language.options.map((language) => [language, '…'])) }
const inThree: Texts = { ja: '避難', en: 'Evacuate', vi: 'Sơ tán' }
const languagesOf = (texts: Texts) => Object.keys(texts).toSorted()

test('the glass speaks the languages that the phrase book speaks in the alert', () => {
  const words = { headline: inThree, instruction: inThree, area: inThree, fromBook: ['headline' as const] }
  expect(languagesOf(wordsBeside({ words }, 'exit'))).toEqual(['en', 'ja', 'ja-x-easy', 'vi'])
  expect(wordsBeside({ words }, 'moreShelters', { count: '3' }).vi).toBe('Còn 3 nơi khác')
})

test('beside words that a sender wrote it speaks only what needs nobody’s confirmation', () => {
  const words = { headline: everywhere, instruction: everywhere, area: everywhere }
  expect(languagesOf(wordsBeside({ words }, 'exit'))).toEqual(['en', 'ja', 'ja-x-easy'])
})

test('the lines around an alert are in the visitor’s language only where the phrase book speaks it in the alert', () => {
  const confirmed = { headline: everywhere, instruction: everywhere, area: everywhere, fromBook: ['headline' as const] }
  const waiting = { ...confirmed, headline: inThree }
  const written = { headline: everywhere, instruction: everywhere, area: everywhere }
  expect(languageBeside({ words: confirmed }, 'ko')).toBe('ko')
  expect(languageBeside({ words: waiting }, 'ko')).toBe('en')
  expect(languageBeside({ words: written }, 'zh-Hans')).toBe('en')
  expect(languageBeside({ words: written }, 'ja-x-easy')).toBe('ja-x-easy')
})
