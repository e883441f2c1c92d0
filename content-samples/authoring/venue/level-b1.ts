import { core } from './core.ts'
import type { LevelPlan } from './plan.ts'
import { doorAlongX } from './plan.ts'
import { rect, round } from './shapes.ts'

const shared = core('wc-multi')

/** 地下1階: hall, studios and gallery of the welfare hall in the west and middle; plant rooms in the east. */
export const basement: LevelPlan = {
  key: 'b1',
  ordinal: -1,
  shortName: 'B1',
  units: [
    { key: 'lobby', name: 'lobby-b1', category: 'walkway', outline: rect(26, 6, 46, 30) },
    {
      key: 'art',
      name: 'art',
      category: 'room',
      outline: [
        [26, 6],
        [32, 0],
        [40, 0],
        [46, 6],
      ],
    },
    {
      key: 'stockpile',
      name: 'stockpile',
      category: 'nonpublic',
      outline: [
        [26, 30],
        [46, 30],
        [40, 36],
        [32, 36],
      ],
      restriction: 'employeesonly',
    },
    { key: 'hall', name: 'hall', category: 'auditorium', outline: rect(0, 6, 18, 15) },
    { key: 'activity', name: 'activity', category: 'room', outline: rect(18, 6, 26, 15) },
    { key: 'kitchen', name: 'kitchen', category: 'room', outline: rect(5, 21, 11, 30) },
    { key: 'craft', name: 'craft', category: 'room', outline: rect(11, 21, 17, 30) },
    {
      key: 'machinery',
      name: 'machinery',
      category: 'nonpublic',
      outline: rect(46, 6, 60, 15),
      restriction: 'employeesonly',
    },
    {
      key: 'electrical',
      name: 'electrical',
      category: 'nonpublic',
      outline: rect(60, 6, 72, 15),
      restriction: 'employeesonly',
    },
    {
      key: 'archive',
      name: 'archive',
      category: 'nonpublic',
      outline: rect(55, 21, 67, 30),
      restriction: 'employeesonly',
    },
    ...shared.units,
  ],
  openings: [
    doorAlongX([36, 6], 3),
    doorAlongX([36, 30], 2, 'service'),
    doorAlongX([4.5, 15], 1.8),
    doorAlongX([13.5, 15], 1.8),
    doorAlongX([22, 15], 1.8),
    doorAlongX([8, 21], 1.2),
    doorAlongX([14, 21], 1.2),
    doorAlongX([53, 15], 1.6, 'service'),
    doorAlongX([66, 15], 1.6, 'service'),
    doorAlongX([61, 21], 1.6, 'service'),
    ...shared.openings,
  ],
  amenities: [
    ...shared.amenities,
    { key: 'vending', name: 'vending', category: 'vendingmachine', at: [27, 29], unit: 'lobby' },
    { key: 'water', name: 'water', category: 'drinkingfountain', at: [45, 29], unit: 'lobby', accessible: true },
    { key: 'aed', name: 'aed', category: 'defibrillator', at: [45, 14], unit: 'lobby' },
    { key: 'seats', name: 'seats', category: 'seating', at: [36, 18], unit: 'lobby' },
  ],
  kiosks: [],
  fixtures: [
    { category: 'stage', outline: rect(0.4, 7, 3.4, 14) },
    ...[5, 7, 9, 11, 13, 15].map((x) => ({ category: 'furniture' as const, outline: rect(x, 7.2, x + 0.7, 13.8) })),
    ...[31, 41].map((x) => ({ category: 'vegetation' as const, outline: round(x, 18, 1.2) })),
    { category: 'furniture', outline: round(36, 18, 1.6, 16) },
    ...[6.5, 8.7].map((x) => ({ category: 'furniture' as const, outline: rect(x, 23.5, x + 1, 28.5) })),
    { category: 'furniture', outline: rect(12.6, 24, 15.4, 28) },
    { category: 'furniture', outline: rect(20, 8.6, 24, 12) },
    ...[32, 36, 40].map((x) => ({ category: 'furniture' as const, outline: rect(x - 0.15, 1.4, x + 0.15, 4) })),
  ],
  sections: [{ key: 'section-welfare', outline: rect(0, 6, 26, 30) }],
}
