import { expect, test } from 'vitest'
import { en } from '../../../locales/en.ts'
import { ja } from '../../../locales/ja.ts'
import { newPlan } from '../../../parts/recurrence/plan.ts'
import { readSentence } from '../../../parts/recurrence/read-sentence.ts'
import { draftOf, type EntryDraft, inputOfDraft } from './draft.ts'

const TODAY = '2026-11-27'
const plan = newPlan(TODAY)
const draft: EntryDraft = {
  ...draftOf({ plan, targets: { displayIds: [], groups: ['本庁舎'] } }),
  name: '無料法律相談',
  playlistId: 'advice',
}

function typed(sentence: string): ReturnType<typeof readSentence> {
  const vocabularies = { own: ja.recurrence, other: en.recurrence }
  return readSentence(sentence, vocabularies, { dayparts: [], today: TODAY, base: plan })
}

test.each([
  ['毎月第6火曜 9:00〜12:00', 'impossible'],
  ['毎年2月30日', 'impossible'],
  ['9:00〜25:00', 'impossible'],
  ['来週の月曜の朝', 'unknown'],
  ['', 'empty'],
])('nothing is saved while «%s» stands in the field of the sentence', (sentence, problem) => {
  const found = typed(sentence)
  expect(found).toMatchObject({ unread: { sentence, why: { problem } } })
  const unread = 'unread' in found ? found.unread : null
  expect(inputOfDraft({ ...draft, unread }, undefined)).toBeNull()
  expect(inputOfDraft({ ...draft, unread: null }, undefined)).toMatchObject({ name: '無料法律相談' })
})

test('a sentence is read in either language', () => {
  const [japanese, english] = [typed('毎週火曜 9:00〜11:00'), typed('every week on Tue, 9:00–11:00')]
  expect(japanese).toMatchObject({ plan: { times: { kind: 'clock', from: '09:00', to: '11:00', over: 0 } } })
  expect(english).toEqual(japanese)
})
