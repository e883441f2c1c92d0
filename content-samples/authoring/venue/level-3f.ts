import { core, counterDesks } from './core.ts'
import { counter } from './counter.ts'
import type { FixturePlan, LevelPlan } from './plan.ts'
import { doorAlongX } from './plan.ts'
import { arc, rect } from './shapes.ts'

const shared = core('wc-multi')
const counters = [
  counter('pr', { x: [15, 26], front: 15, back: 10.5, wall: 6 }),
  counter('secretariat', { x: [55, 62], front: 21, back: 25, wall: 30 }),
]

/** Members sit in three curved rows before the speaker, as the chamber's front widens towards the city. */
const chamberSeats: FixturePlan[] = [
  { category: 'stage', outline: arc([36, -1.6], 2.2, 4, 58, 122) },
  ...[5.4, 7.4, 9.4].flatMap((radius) =>
    [
      [36, 66],
      [70, 110],
      [114, 144],
    ].map(([from = 0, to = 0]) => ({
      category: 'desk' as const,
      outline: arc([36, 0.6], radius, radius + 0.9, from, to),
    })),
  ),
]

/** 3階: the council chamber in the middle with its lobby, the mayor in the west, committees in the east. */
export const thirdFloor: LevelPlan = {
  key: '3f',
  ordinal: 2,
  shortName: '3F',
  units: [
    {
      key: 'chamber',
      name: 'chamber',
      category: 'auditorium',
      outline: [
        [26, 6],
        [32, 0],
        [40, 0],
        [46, 6],
        [46, 12],
        [43.5, 12],
        [28.5, 12],
        [26, 12],
      ],
    },
    { key: 'public-gallery', name: 'public-gallery', category: 'auditorium', outline: rect(28.5, 12, 43.5, 15) },
    {
      key: 'council-lobby',
      name: 'council-lobby',
      category: 'walkway',
      label: [36, 23],
      outline: [
        [26, 12],
        [28.5, 12],
        [28.5, 15],
        [43.5, 15],
        [43.5, 12],
        [46, 12],
        [46, 30],
        [26, 30],
      ],
    },
    {
      key: 'council-library',
      name: 'council-library',
      category: 'library',
      outline: [
        [26, 30],
        [46, 30],
        [40, 36],
        [32, 36],
      ],
    },
    { key: 'mayor', name: 'mayor', category: 'office', outline: rect(0, 6, 8, 15), restriction: 'restricted' },
    {
      key: 'cabinet',
      name: 'cabinet',
      category: 'conferenceroom',
      outline: rect(8, 6, 15, 15),
      restriction: 'restricted',
    },
    { key: 'press', name: 'press', category: 'room', outline: rect(5, 21, 11, 30) },
    { key: 'meeting-301', name: 'meeting-301', category: 'conferenceroom', outline: rect(11, 21, 17, 30) },
    { key: 'committee-1', name: 'committee-1', category: 'conferenceroom', outline: rect(46, 6, 59, 15) },
    { key: 'committee-2', name: 'committee-2', category: 'conferenceroom', outline: rect(59, 6, 72, 15) },
    {
      key: 'members',
      name: 'members',
      category: 'nonpublic',
      outline: rect(62, 21, 67, 30),
      restriction: 'employeesonly',
    },
    ...counters.flatMap((c) => c.units),
    ...shared.units,
  ],
  openings: [
    doorAlongX([27.25, 12], 1.8),
    doorAlongX([44.75, 12], 1.8),
    doorAlongX([32.5, 15], 1.8),
    doorAlongX([39.5, 15], 1.8),
    doorAlongX([36, 30], 2),
    doorAlongX([4, 15], 1.8),
    doorAlongX([11.5, 15], 1.8),
    doorAlongX([8, 21], 1.2),
    doorAlongX([14, 21], 1.2),
    doorAlongX([52.5, 15], 1.8),
    doorAlongX([65.5, 15], 1.8),
    doorAlongX([64.5, 21], 1.2),
    ...counters.flatMap((c) => c.openings),
    ...shared.openings,
  ],
  amenities: [
    ...shared.amenities,
    { key: 'aed', name: 'aed', category: 'defibrillator', at: [45.2, 20], unit: 'council-lobby' },
    {
      key: 'water',
      name: 'water',
      category: 'drinkingfountain',
      at: [26.8, 20],
      unit: 'council-lobby',
      accessible: true,
    },
    { key: 'seats', name: 'seats', category: 'seating', at: [31, 27], unit: 'council-lobby' },
  ],
  kiosks: [{ key: 'kiosk-3f', unit: 'council-lobby', at: [36, 17], facing: 180 }],
  fixtures: [
    ...chamberSeats,
    ...[12.8, 13.9].flatMap((y) =>
      [29.2, 36.6].map((x) => ({ category: 'furniture' as const, outline: rect(x, y, x + 6.2, y + 0.5) })),
    ),
    ...[29, 38].map((x) => ({ category: 'furniture' as const, outline: rect(x, 26.5, x + 5, 27.4) })),
    ...[48.5, 61.5].flatMap((x) => [
      { category: 'furniture' as const, outline: rect(x, 8, x + 8, 8.9) },
      { category: 'furniture' as const, outline: rect(x, 11.6, x + 8, 12.5) },
    ]),
    { category: 'furniture', outline: rect(12.8, 23, 15.2, 28) },
    { category: 'furniture', outline: rect(9.8, 8, 13.2, 13) },
    { category: 'furniture', outline: rect(2, 8.5, 5, 10) },
    ...[30, 33, 36, 39].map((x) => ({ category: 'furniture' as const, outline: rect(x, 31.6, x + 2, 32.3) })),
    ...counterDesks(15, 26, 10.5),
    ...counterDesks(55, 62, 25),
  ],
  sections: [
    {
      key: 'section-council',
      outline: [
        [26, 6],
        [32, 0],
        [40, 0],
        [46, 6],
        [72, 6],
        [72, 30],
        [46, 30],
        [40, 36],
        [32, 36],
        [26, 30],
      ],
    },
  ],
}
