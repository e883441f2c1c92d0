import { expect, test } from 'vitest'
import { pictogramFor } from './pictogram-names.ts'

const nameOf = (category: string) => pictogramFor(category)?.name ?? null

test('what a visitor of a city hall looks for has a sign of its own', () => {
  const signs = Object.fromEntries(
    [
      'restroom',
      'restroom.female',
      'restroom.male.wheelchair',
      'restroom.unisex.ostomate',
      'mothersroom',
      'babychanging',
      'defibrillator',
      'phone.emergency',
      'smokingarea',
      'parking.bicycle',
      'seating',
      'ticketing',
      'vendingmachine.trainticket',
      'vendingmachine',
      'emergencyexit',
      'exit',
      'pedestrian.principal',
    ].map((category) => [category, nameOf(category)]),
  )
  expect(signs).toEqual({
    restroom: 'toilet',
    'restroom.female': 'women',
    'restroom.male.wheelchair': 'wheelchair',
    'restroom.unisex.ostomate': 'ostomate',
    mothersroom: 'nursing',
    babychanging: 'diaper',
    defibrillator: 'aed',
    'phone.emergency': 'phone',
    smokingarea: 'smoking',
    'parking.bicycle': 'parking',
    seating: 'bench',
    ticketing: 'ticket',
    'vendingmachine.trainticket': 'ticket',
    vendingmachine: 'vending',
    emergencyexit: 'exit',
    exit: 'wayout',
    'pedestrian.principal': 'entrance',
  })
})

test('ordinary rooms and doors have none, and an AED matters more than a place to smoke', () => {
  expect(['office', 'walkway', 'pedestrian', 'service'].map(nameOf)).toEqual([null, null, null, null])
  expect(pictogramFor('defibrillator')?.rank).toBeLessThan(pictogramFor('smokingarea')?.rank ?? 0)
  expect(pictogramFor('defibrillator')?.isVital).toBe(true)
})
