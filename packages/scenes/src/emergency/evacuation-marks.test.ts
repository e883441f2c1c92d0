import type { VenueLevel } from '@akari/protocol'
import { expect, test } from 'vitest'
import { fitCamera, projectionOf } from '../map/camera.ts'
import { evacuationMarks } from './evacuation-marks.ts'

const square = [
  [0, 0],
  [60, 0],
  [60, 40],
  [0, 40],
] as [number, number][]
const level: VenueLevel = {
  id: 'ground',
  ordinal: 0,
  shortName: { ja: '1F' },
  outline: [[square]],
  units: [],
  openings: [
    {
      id: 'door',
      category: 'pedestrian.principal',
      line: [
        [29, 40],
        [31, 40],
      ],
    },
    {
      id: 'inner',
      category: 'pedestrian',
      line: [
        [10, 10],
        [11, 10],
      ],
    },
  ],
  amenities: [
    { id: 'out', category: 'emergencyexit', name: null, at: [0, 20] },
    { id: 'lift', category: 'elevator', name: null, at: [50, 10] },
    { id: 'toilet', category: 'restroom.male', name: null, at: [30, 5] },
  ],
  occupants: [{ id: 'tax', category: 'desk', name: { ja: '市民税課' }, at: [20, 20], unitId: null, counters: [3] }],
  kiosks: [{ id: 'kiosk', name: null, at: [30, 30] }],
}
const size = { w: 1200, h: 800, reach: 60, near: 30, touch: 60, tall: false }
const edges = { top: 0, right: 0, bottom: 0, left: 0 }

const marksWith = (closed: readonly string[]) =>
  evacuationMarks(level, {
    projection: projectionOf(fitCamera(square, 0, size, edges), size),
    size,
    language: 'ja',
    here: [30, 30],
    hereLabel: '現在地',
    keyed: false,
    closed: new Set(closed),
  })
const picturesOf = (marks: ReturnType<typeof evacuationMarks>) =>
  marks.flatMap((mark) => (mark.kind === 'pictogram' ? [`${mark.name} ${String(mark.crossed)}`] : [])).toSorted()

test('a plan in an emergency shows the ways out and where one stands, strikes out the elevators, and names nothing', () => {
  const marks = marksWith([])
  expect(picturesOf(marks)).toEqual(['exit false', 'exit false', 'lift true'])
  expect(marks.at(-1)).toMatchObject({ kind: 'here', text: '現在地' })
  expect(marks.filter(({ kind }) => kind === 'name')).toEqual([])
})

test('a way out that is closed is struck out', () => {
  expect(picturesOf(marksWith(['door']))).toEqual(['exit false', 'exit true', 'lift true'])
})
