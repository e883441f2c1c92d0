import { expect, test } from 'vitest'
import { recordedParts } from './recorded-parts.ts'
import { recordedText, type RecordedPhrase } from './recorded-phrases.ts'

const file = (name: string) => ({ sha256: name.padEnd(64, '0'), bytes: 1, mediaType: 'audio/wav' })
const recordings = (['errands', 'errandsMore', 'inviteUnknown', 'turnLeft', 'toilet', 'welcome'] as const).flatMap(
  (phrase) =>
    (['ja', 'en', 'ja-x-easy'] as const).map((language) => ({ phrase, language, file: file(`${phrase}${language}`) })),
)
const heard = (text: string, gist: string | null = null, language: 'ja' | 'en' | 'ja-x-easy' | 'ko' = 'ja') => {
  const { files, isWhole } = recordedParts(text, gist, language, recordings)
  return { files: files.map(({ sha256 }) => sha256.replace(/0+$/, '')), isWhole }
}

test('a text of standard sentences is heard whole, in its order', () => {
  expect(heard('用件から探す, 住民票・届け出・相談')).toEqual({ files: ['errandsja', 'errandsMoreja'], isWhole: true })
})

test('a sentence with commas of its own is one', () => {
  const text = `${recordedText('en', 'errands')}, Certificates, registrations, advice`
  expect(heard(text, null, 'en')).toEqual({ files: ['errandsen', 'errandsMoreen'], isWhole: true })
})

test('a sentence is known by how it is read as well as by how it is written', () => {
  const known = { files: ['welcomeja-x-easy'], isWhole: true }
  expect(heard('どこへ いきますか', null, 'ja-x-easy')).toEqual(known)
  expect(heard('どこへ 行きますか', null, 'ja-x-easy')).toEqual(known)
})

test('what is a name or a figure is left out, and it is told that something was', () => {
  expect(heard('トイレ, 1F 約 20 m')).toEqual({ files: ['toiletja'], isWhole: false })
})

test('where nothing of it is recorded, its gist is heard, or nothing', () => {
  const gist: RecordedPhrase = 'turnLeft'
  expect(heard('左に曲がり、20 m進みます, 2 / 5', gist)).toEqual({ files: ['turnLeftja'], isWhole: false })
  expect(heard('左に曲がり、20 m進みます, 2 / 5', gist, 'ko')).toEqual({ files: [], isWhole: false })
  expect(heard('市民課')).toEqual({ files: [], isWhole: false })
})
