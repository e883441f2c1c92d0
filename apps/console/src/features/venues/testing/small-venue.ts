import type { ModelUnit, VenueModel } from '@akari/protocol'

/** Two levels with a hall, a room that nobody reaches, a display and an office, 20 m by 10 m. */
export function smallVenue(): VenueModel {
  const outline: VenueModel['levels'][number]['outline'] = [
    [
      [
        [0, 0],
        [20, 0],
        [20, 10],
        [0, 10],
      ],
    ],
  ]
  const unit: Pick<ModelUnit, 'category' | 'readings' | 'passage' | 'shaft' | 'direction' | 'hours'> = {
    category: 'room',
    readings: [],
    passage: 'public',
    shaft: null,
    direction: null,
    hours: null,
  }
  return {
    format: 'imdf',
    id: 'hall',
    name: { ja: 'City hall' },
    widthM: 20,
    heightM: 10,
    northDeg: 0,
    levels: [
      { id: 'first', ordinal: 0, shortName: { ja: '1F' }, outline, outdoor: false },
      { id: 'second', ordinal: 1, shortName: { ja: '2F' }, outline, outdoor: false },
    ],
    units: [
      {
        ...unit,
        id: 'lobby',
        levelId: 'first',
        kind: 'walkway',
        name: { ja: 'Lobby' },
        shape: outline,
        labelAt: [10, 5],
      },
      {
        ...unit,
        id: 'desk',
        levelId: 'first',
        kind: 'room',
        name: { ja: 'Reception' },
        shape: [
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 4],
            ],
          ],
        ],
        labelAt: [2, 2],
      },
      {
        ...unit,
        id: 'library',
        levelId: 'second',
        kind: 'room',
        name: { ja: 'Library' },
        shape: outline,
        labelAt: [10, 5],
      },
    ],
    openings: [],
    amenities: [],
    occupants: [
      {
        id: 'citizens',
        levelId: 'first',
        category: 'cityhall',
        name: { ja: 'Citizens' },
        readings: [],
        at: [2, 2],
        unitId: 'desk',
        counters: [1],
        keywords: [],
        hours: null,
      },
    ],
    kiosks: [{ id: 'k1', levelId: 'first', name: null, at: [5, 5], facingDeg: 90 }],
    relations: [],
    network: null,
  }
}
