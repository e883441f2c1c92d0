import { expect, test } from 'vitest'
import { type Drawing, inputOf, missingOf, zonesOn } from './drawing.ts'
import { historyOf } from '../../parts/history.ts'
import { type Edit, edited, type Editor } from './editor.ts'

const drawing: Drawing = {
  name: '受付',
  landscape: [
    { id: 'a', area: { x: 0, y: 0, w: 8, h: 12 }, playlistId: 'posters' },
    { id: 'b', area: { x: 8, y: 0, w: 4, h: 12 }, playlistId: '' },
  ],
}
const start = historyOf(drawing)
const after = (editor: Editor, ...edits: Edit[]): Editor => edits.reduce(edited, editor)
const placed = (x: number, about: string | null): Edit => ({
  type: 'placed',
  shape: 'wide',
  id: 'b',
  area: { x, y: 0, w: 2, h: 12 },
  about,
})

test('one drag is one step of undo, the next one another', () => {
  const dragged = after(start, placed(9, 'drag 1'), placed(10, 'drag 1'), placed(9, 'drag 2'))
  expect(dragged.past).toHaveLength(2)
  expect(after(dragged, { type: 'undone' }, { type: 'undone' }).present).toEqual(drawing)
  expect(after(dragged, { type: 'undone' }, { type: 'redone' }).present).toEqual(dragged.present)
})

test('a shape that nobody drew follows the other until it is drawn by hand', () => {
  expect(zonesOn(drawing, 'tall')).toMatchObject({ drawn: false, zones: [{ area: { h: 8 } }, { area: { h: 4 } }] })
  const drawn = after(start, { type: 'drawn', shape: 'tall' })
  expect(zonesOn(drawn.present, 'tall')).toMatchObject({ drawn: true, zones: [{ id: 'a' }, { id: 'b' }] })
  expect(after(drawn, { type: 'followed', shape: 'tall' }).present).toEqual(drawing)
})

test('the only drawing cannot be given up', () => {
  expect(after(start, { type: 'followed', shape: 'wide' })).toBe(start)
})

test('a playlist is chosen for a zone in both shapes', () => {
  const both = after(start, { type: 'drawn', shape: 'tall' }, { type: 'assigned', id: 'b', playlistId: 'news' })
  expect(both.present.landscape?.[1]?.playlistId).toBe('news')
  expect(both.present.portrait?.[1]?.playlistId).toBe('news')
})

test('says what is missing before it can be saved', () => {
  expect(missingOf(drawing)).toBe('playlists')
  const whole = after(start, { type: 'assigned', id: 'b', playlistId: 'news' }).present
  expect(missingOf({ ...whole, name: ' ' })).toBe('name')
  expect(missingOf({ ...whole, landscape: [] })).toBe('zones')
  expect(inputOf(whole, 3)).toMatchObject({ name: '受付', version: 3, landscape: [{ id: 'a' }, { id: 'b' }] })
  expect(inputOf(drawing, 3)).toBeNull()
})
