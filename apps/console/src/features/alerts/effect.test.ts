import type { AlertTemplate, Delivery } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sampleDisplay } from '../../parts/testing/sample-display.ts'
import { byUrgency, countsOf, effectOf, showingOf, templatesFor } from './effect.ts'

const template: Pick<AlertTemplate, 'words'> = {
  words: {
    headline: { ja: '火事です', en: 'Fire' },
    instruction: { ja: '外へ', en: 'Go outside' },
    area: { ja: '本庁舎' },
  },
}

const displays = [
  sampleDisplay({ id: 'lobby', status: 'online' }),
  sampleDisplay({ id: 'annex', status: 'offline' }),
  sampleDisplay({ id: 'new', status: 'unpaired' }),
]

test('everybody means every paired display, also those that cannot be reached now', () => {
  const effect = effectOf(template, { kind: 'all' }, displays)
  expect(effect.displays.map(({ id }) => id)).toEqual(['lobby', 'annex'])
  expect(effect.outOfReach.map(({ id }) => id)).toEqual(['annex'])
})

test('a chosen target means those displays alone', () => {
  expect(effectOf(template, { kind: 'displays', displayIds: ['lobby'] }, displays).displays).toHaveLength(1)
})

test('only languages the template speaks are promised', () => {
  expect(effectOf(template, { kind: 'all' }, displays).languages).toEqual(['ja', 'en'])
  const japaneseOnly = { ...template, words: { ...template.words, headline: { ja: '火事です' } } }
  expect(effectOf(japaneseOnly, { kind: 'all' }, displays).languages).toEqual(['ja'])
})

test('displays that have not answered come first and every stage is counted', () => {
  const deliveries = [
    at('a', 'shown'),
    at('b', 'unreachable'),
    at('c', 'waiting'),
    at('d', 'received'),
    at('e', 'seen'),
    at('f', 'shown', true),
  ]
  expect(byUrgency(deliveries).map(({ displayId }) => displayId)).toEqual(['b', 'c', 'd', 'f', 'a', 'e'])
  expect(countsOf(deliveries)).toEqual({ seen: 1, shown: 1, notSeen: 1, received: 1, waiting: 1, unreachable: 1 })
})

test('a display that cannot look at its glass is not missing; one that looks and does not find it is', () => {
  const deliveries = [
    at('cannot-look', 'shown'),
    at('sees', 'seen'),
    at('covered', 'shown', true),
    at('mute', 'waiting'),
  ]
  const { showing, missing } = showingOf(deliveries)
  expect(showing).toBe(2)
  expect(missing.map(({ displayId }) => displayId)).toEqual(['mute', 'covered'])
})

function at(displayId: string, status: Delivery['status'], notSeen = false): Delivery {
  return {
    displayId,
    name: displayId,
    status,
    notSeen,
    saved: false,
    receivedAt: null,
    shownAt: null,
    seenAt: null,
  }
}

test('the message that calls itself a drill is offered in drills alone', () => {
  const templates = [{ id: 'building-fire' }, { id: 'test-message', drillOnly: true }] as AlertTemplate[]
  expect(templatesFor('drill', templates)).toHaveLength(2)
  expect(templatesFor('live', templates).map(({ id }) => id)).toEqual(['building-fire'])
})
