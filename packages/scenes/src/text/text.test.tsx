import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Line } from './text.tsx'

const drawn = (text: string): string => renderToStaticMarkup(<Line text={text} language="ja-x-easy" />)

test('a word stays whole after its reading, and the line may end at the space behind it', () => {
  expect(drawn('早《はや》く して')).toContain(
    '<span class="ak-whole"><ruby>早<rt>はや</rt></ruby>く</span> <wbr/>して',
  )
})

test('a word with readings that is too long for a narrow line may be torn', () => {
  expect(drawn('小金井《こがねい》市役所《しやくしょ》の')).toContain(
    '</rt></ruby></span><wbr/><span class="ak-whole"><ruby>',
  )
})

test('readings that easy Japanese has in brackets stand above, and Japanese keeps its brackets', () => {
  expect(drawn('市議会（しぎかい）の 会議')).toContain('<ruby>市議会<rt>しぎかい</rt></ruby>の')
  expect(renderToStaticMarkup(<Line text="見本（みほん）" language="ja" />)).toContain('（みほん）')
})

test('a long word is not torn between a kanji and its own kana', () => {
  expect(drawn('見《み》てくださいました')).toContain(
    '<span class="ak-whole"><ruby>見<rt>み</rt></ruby>てく</span>ださいました',
  )
  expect(drawn('小金井《こがねい》市役所《しやくしょ》の')).toContain('<ruby>市役所<rt>しやくしょ</rt></ruby>の</span>')
})
