import { expect, test } from 'vitest'
import { percentOf, titleFromFilename, totalPercentOf, type UploadEntry, uploadList } from './upload-list.ts'

const file = { id: 'a', name: '秋まつり.png', bytes: 200 }

test('an added file waits for its turn', () => {
  expect(uploadList([], { type: 'added', entries: [file] })).toEqual([{ ...file, progress: { state: 'waiting' } }])
})

test('progress of one file leaves the others alone', () => {
  const list = uploadList([], { type: 'added', entries: [file, { ...file, id: 'b' }] })
  const after = uploadList(list, { type: 'progressed', id: 'b', progress: { state: 'sending', sentBytes: 50 } })
  expect(after.map(percentOf)).toEqual([0, 25])
})

test('tidying keeps what was refused, so that its reason can be read', () => {
  const refused: UploadEntry = { ...file, progress: { state: 'failed', error: null, sentBytes: 200 } }
  const done: UploadEntry = { ...file, id: 'b', progress: { state: 'done', outcome: null } }
  expect(uploadList([refused, done], { type: 'tidied' })).toEqual([refused])
})

test('a file that only waits for the check is not called done', () => {
  expect(percentOf({ ...file, progress: { state: 'checking' } })).toBe(100)
  expect(percentOf({ ...file, bytes: 0, progress: { state: 'sending', sentBytes: 0 } })).toBe(0)
})

test('the whole counts bytes, and what was refused no longer', () => {
  const half: UploadEntry = { ...file, progress: { state: 'sending', sentBytes: 100 } }
  const refused: UploadEntry = { ...file, id: 'b', progress: { state: 'failed', error: null, sentBytes: 200 } }
  const large: UploadEntry = { ...file, id: 'c', bytes: 600, progress: { state: 'waiting' } }
  expect(totalPercentOf([half, refused, large])).toBe(12)
  expect(totalPercentOf([])).toBe(0)
})

test('a title comes from the file name without its ending', () => {
  expect(titleFromFilename('autumn_festival.2026.png')).toBe('autumn festival.2026')
  expect(titleFromFilename('.png')).toBe('.png')
})
