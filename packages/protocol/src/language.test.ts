import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallbackChain, Language, textIn, Texts } from './language.ts'

const line = fc.string({ minLength: 1, maxLength: 40 })
const texts = fc
  .tuple(line, fc.dictionary(fc.constantFrom(...Language.options), line))
  .map(([ja, others]): Texts => ({ ...others, ja }))

test('every language ends at Japanese, by way of English; plain Japanese goes straight there', () => {
  for (const language of Language.options) expect(fallbackChain(language).at(-1)).toBe('ja')
  expect(fallbackChain('th')).toEqual(['th', 'en', 'ja'])
  expect(fallbackChain('zh-Hant')).toEqual(['zh-Hant', 'en', 'ja'])
  expect(fallbackChain('en')).toEqual(['en', 'ja'])
  expect(fallbackChain('ja-x-easy')).toEqual(['ja-x-easy', 'ja'])
})

test('nobody’s text is ever blank, and it is said which language it is in', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...Language.options), (written, language) => {
      const shown = textIn(written, language)
      expect(shown.text).not.toBe('')
      expect(shown.text).toBe(written[shown.language])
      if (written[language] !== undefined) expect(shown.language).toBe(language)
      else if (language !== 'ja-x-easy' && written.en !== undefined) expect(shown.language).toBe('en')
      else expect(shown.language).toBe('ja')
    }),
  )
})
