import { expect, test } from 'vitest'
import { nearestName, nearNames } from './near-names.ts'

const NAMES = Array.from({ length: 40 }, (_, n) => `窓口${n + 1}番`)

test('names all there are while they are few', () => {
  expect(nearNames('受付', ['ロビー', '玄関'])).toEqual(['ロビー', '玄関'])
})

test('of many, names the most alike first, whatever the width and the case of letters', () => {
  const near = nearNames('１Ｆ ロビ', ['2F ロビー', '1f ロビー', ...NAMES])
  expect(near.slice(0, 2)).toEqual(['1f ロビー', '2F ロビー'])
  expect(near).toHaveLength(8)
})

test('finds the name that is meant, and none where hardly a letter is the same', () => {
  const fields = ['segmentId', 'language', 'text', 'speaker', 'spokenAt', 'state', 'machineTranslated']
  expect(
    ['speeker', 'segment_id', 'Text', 'stat', 'machineTranslation'].map((key) => nearestName(key, fields)),
  ).toEqual(['speaker', 'segmentId', 'text', 'state', 'machineTranslated'])
  expect(nearestName('colour', fields)).toBeNull()
  expect(nearestName('text', [])).toBeNull()
})
