import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['ja-x-easy', 'ja-x-easy'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN_gb', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-Hans-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-mo', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['ko-KR', 'ko'],
  ['tl', 'fil'],
  ['pt-BR', 'pt'],
  ['es-419', 'es'],
  ['de-DE', null],
  ['sr-Latn', null],
  ['', null],
])('«%s» is %s', (tag, language) => expect(languageOf(tag)).toBe(language))
