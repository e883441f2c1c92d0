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
  expect(drawn('小金井《こがねい》市役所《しやくしょ》の')).not.toContain('ak-whole')
})
