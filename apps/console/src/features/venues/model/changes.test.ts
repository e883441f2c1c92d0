import type { NetworkLink, VenueEdits } from '@akari/protocol'
import { editVenue, NO_EDITS } from '@akari/wayfinding'
import { expect, test } from 'vitest'
import { historyOf } from '../../../parts/history.ts'
import { changes, moved } from './changes.ts'
import { differentLists, edited, type Edit } from './editor.ts'
import { smallVenue } from '../testing/small-venue.ts'
import { drawnWay } from './ways.ts'

const model = smallVenue()
let made = 0
const newId = () => `new-${(made += 1)}`
const drawn = () =>
  drawnWay(
    NO_EDITS,
    model,
    [
      { levelId: 'first', at: [10, 5] },
      { levelId: 'second', at: [10, 5] },
    ],
    newId,
  )
const isEdited = (edits: VenueEdits) => editVenue(model, edits).model

test('a way between two floors is stairs, with steps, and leads where there was none', () => {
  const { edits, linkId } = drawn()
  expect(edits.nodes).toHaveLength(2)
  expect(edits.links).toMatchObject([{ id: linkId, kind: 'stairs', stepFree: false }])
})

test('the next stretch begins where the last one ended', () => {
  const { edits, toId } = drawn()
  const further = drawnWay(edits, isEdited(edits), [{ nodeId: toId }, { levelId: 'second', at: [2, 2] }], newId)
  expect(further.edits.nodes).toHaveLength(3)
  expect(further.edits.links[1]).toMatchObject({ from: toId, kind: 'walk', stepFree: true })
})

test('what is said of a door adds up, and can be as the file says again', () => {
  const narrow = changes.openingWidth(changes.opening(NO_EDITS, { id: 'door', passage: 'staff' }), 'door', 0.7)
  const inwards = changes.openingDirection(narrow, 'door', { into: 'room' })
  expect(inwards.openings).toEqual([{ id: 'door', passage: 'staff', widthM: 0.7, oneWay: { into: 'room' } }])
  const both = changes.openingDirection(changes.openingWidth(inwards, 'door', null), 'door', null)
  expect(both.openings).toEqual([{ id: 'door', passage: 'staff' }])
  expect(changes.openingAsImported(both, 'door').openings).toEqual([])
})

test('a way that staff drew goes with its ends, but not with those that another way needs', () => {
  const { edits, linkId, toId } = drawn()
  expect(changes.noLink(edits, model, linkId)).toEqual(NO_EDITS)
  const longer = drawnWay(edits, isEdited(edits), [{ nodeId: toId }, { levelId: 'second', at: [2, 2] }], newId).edits
  expect(changes.noLink(longer, model, linkId).nodes.map(({ id }) => id)).toContain(toId)
})

test('a way of the plan as imported is closed for good instead', () => {
  const { edits } = drawn()
  const imported = isEdited(edits)
  const link: NetworkLink | undefined = imported.network?.links[0]
  expect(changes.noLink(NO_EDITS, imported, link?.id ?? '').links).toEqual([{ ...link, passage: 'none' }])
})

test('a point goes with all its ways', () => {
  const { edits, toId } = drawn()
  expect(changes.noNode(edits, isEdited(NO_EDITS), toId)).toEqual(NO_EDITS)
})

test('what was imported is remembered as taken away, until somebody puts it back', () => {
  const without = changes.noKiosk(NO_EDITS, model, 'k1')
  expect(without.removedKioskIds).toEqual(['k1'])
  const kiosk = { id: 'k1', levelId: 'second', name: null, at: [1, 1] as [number, number], facingDeg: null }
  const back = changes.kiosk(without, kiosk)
  expect(back).toMatchObject({ removedKioskIds: [], kiosks: [kiosk] })
  expect(changes.noOccupant(NO_EDITS, model, 'of-staff').removedOccupantIds).toEqual([])
})

test('what is said of a room adds to what was said before', () => {
  const staff = changes.unit(NO_EDITS, { id: 'desk', passage: 'staff' })
  expect(changes.unit(staff, { id: 'desk', direction: 'up' }).units).toEqual([
    { id: 'desk', passage: 'staff', direction: 'up' },
  ])
})

test('a list keeps everything when one is moved', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
})

test('one drag is one step of undo, and undoing it leaves nothing unsaved', () => {
  const to = (x: number): Edit => ({
    type: 'changed',
    change: (edits) => changes.kiosk(edits, { id: 'k1', levelId: 'first', name: null, at: [x, 1], facingDeg: null }),
    about: 'drag 1',
  })
  const dragged = [to(1), to(2), to(3)].reduce(edited, historyOf(NO_EDITS))
  expect(dragged.past).toHaveLength(1)
  expect(edited(dragged, { type: 'undone' }).present).toBe(NO_EDITS)
  expect(differentLists(dragged.present, NO_EDITS)).toEqual(['kiosks'])
})
