import { expect, test } from 'vitest'
import { everShownBeside, languagesBeside, type SecondTurn, shownBeside, turnAfter } from './second-language.ts'

const TITLE = { ja: '本会議', 'ja-x-easy': '会議《かいぎ》', ko: '본회의', en: 'Plenary' }
const ITEM = { ja: '補正予算', vi: 'Ngân sách bổ sung' }

test('what takes turns is what is written, but for Japanese', () => {
  expect(languagesBeside([TITLE, ITEM], null)).toEqual(['en', 'ko', 'vi'])
  expect(languagesBeside([{ ja: '本会議' }], null)).toEqual([])
})

test('a display that is to speak some languages takes those of them that are written, in its order', () => {
  expect(languagesBeside([TITLE, ITEM], ['vi', 'zh-Hans', 'en'])).toEqual(['vi', 'en'])
  expect(languagesBeside([TITLE, ITEM], [])).toEqual([])
})

test('room is kept for what may come to stand there, and for nothing else', () => {
  expect(everShownBeside(TITLE, null)).toEqual(['en', 'ko'])
  expect(everShownBeside(TITLE, ['ko'])).toEqual(['ko'])
  expect(everShownBeside(TITLE, ['vi', 'en'])).toEqual(['en'])
  expect(everShownBeside(TITLE, [])).toEqual([])
  expect(everShownBeside(ITEM, ['ko'])).toEqual([])
})

test('every language has its turn after one of Japanese', () => {
  const seen = ['en', 'ko', 'vi'] as const
  const turns: SecondTurn[] = [{ language: 'en', isItsTurn: false }]
  for (let step = 0; step < 6; step++) turns.push(turnAfter(turns[step] as SecondTurn, seen, false))
  expect(turns.map(({ language, isItsTurn }) => `${language} ${isItsTurn ? 'itself' : 'ja'}`)).toEqual([
    'en ja',
    'en itself',
    'ko ja',
    'ko itself',
    'vi ja',
    'vi itself',
    'en ja',
  ])
})

test('one that is alone, or led by the captions, keeps its place', () => {
  expect(turnAfter({ language: 'en', isItsTurn: true }, ['en'], false)).toEqual({ language: 'en', isItsTurn: false })
  expect(turnAfter({ language: 'en', isItsTurn: true }, ['en', 'ko'], true)).toEqual({
    language: 'en',
    isItsTurn: false,
  })
  // What the captions were in, and nobody wrote.
  expect(turnAfter({ language: 'zh-Hans', isItsTurn: true }, ['en', 'ko'], false).language).toBe('en')
})

test('a text that lacks the language stands in English, or in Japanese alone', () => {
  expect(shownBeside(TITLE, 'ko')).toBe('ko')
  expect(shownBeside(TITLE, 'vi')).toBe('en')
  expect(shownBeside(ITEM, 'ko')).toBeNull()
})
