import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { nearestOf } from '../search/nearest.ts'
import { door, plan, rect, unit } from '../testing/plan.ts'
import { shutBy } from './closures.ts'
import { guide } from './guide.ts'
import type { Profile } from './profiles.ts'

const named = (ja: string, en: string) => ({ name: { ja, en } })
const venue = plan({
  units: [
    unit('hall', 'walkway', rect(0, 0, 10, 10), named('ロビー', 'Lobby')),
    unit('room', 'room', rect(10, 0, 20, 10), named('市長室', 'Mayor')),
    unit('island', 'room', rect(30, 0, 40, 10), named('離れ', 'Island')),
    unit('west', 'restroom', rect(0, 10, 5, 20), named('トイレ', 'Toilet')),
    unit('east', 'restroom', rect(5, 10, 10, 20), named('トイレ', 'Toilet')),
  ],
  openings: [
    door('main', 'pedestrian.principal', [0, 4], [0, 6], named('正面口', 'Main entrance')),
    door('staff', 'service', [10, 4], [10, 6]),
    door('w', 'pedestrian', [4, 10], [5, 10]),
    door('e', 'pedestrian', [9, 10], [10, 10]),
  ],
})
const built = buildGraph(venue)

function said(from: string, to: string | null, profile: Profile = 'shortest'): string {
  const { reason, steps } = guide(venue, built, { from, to, profile })
  return reason ?? steps.at(-1)?.text.en ?? ''
}

describe('guidance', () => {
  it('finds places by their id or by a name in any language, letters in whatever width and case', () => {
    expect(said('hall', 'west')).toBe('You arrive at Toilet')
    expect(said('ロビー', 'ＴＯＩＬＥＴ')).toBe('You arrive at Toilet')
    expect(said('aquarium', 'west')).toBe('from-unknown')
    expect(said('hall', 'aquarium')).toBe('to-unknown')
  })

  it('goes to the nearest where several go by one name', () => {
    const { route } = guide(venue, built, { from: 'east', to: 'トイレ', profile: 'shortest' })
    expect(route?.metres).toBe(0)
  })

  it('says whether nobody or only staff get there', () => {
    expect(said('hall', 'island')).toBe('no-way')
    expect(said('hall', 'room')).toBe('staff-only')
    expect(said('hall', 'room', 'step-free')).toBe('staff-only')
    expect(said('hall', 'room', 'staff')).toBe('You arrive at Mayor')
  })

  it('says that a way is closed where it would lead there otherwise', () => {
    const closed = (from: string, to: string, featureIds: string[], profile: Profile = 'shortest') => {
      const shut = shutBy(venue, built.graph, { featureIds }, null)
      return guide(venue, built, { from, to, profile, shut }).reason
    }
    expect(closed('hall', 'west', ['w'])).toBe('closed')
    expect(closed('hall', 'west', ['w'], 'step-free')).toBe('closed')
    expect(closed('hall', 'room', ['staff'])).toBe('closed')
    expect(closed('hall', 'room', ['w'])).toBe('staff-only')
    expect(closed('hall', 'island', ['w'])).toBe('no-way')
  })

  it('leads out by a door that the profile can take', () => {
    const stepped = {
      ...venue,
      openings: venue.openings.map((one) => (one.id === 'main' ? { ...one, stepFree: false } : one)),
    }
    const ramp = door('ramp', 'pedestrian.principal', [0, 0], [2, 0], {
      stepFree: true,
      ...named('スロープ口', 'Ramp door'),
    })
    const both = { ...stepped, openings: [...stepped.openings, ramp] }
    const out = (model: VenueModel, profile: Profile) => {
      const { reason, steps } = guide(model, buildGraph(model), { from: 'hall', to: null, profile })
      return reason ?? steps.at(-1)?.text.en
    }
    expect(out(both, 'shortest')).toBe('Leave the building by Main entrance')
    expect(out(both, 'step-free')).toBe('Leave the building by Ramp door')
    expect(out(stepped, 'step-free')).toBe('no-step-free-way')
    const nearest = (profile: Profile) => {
      const graph = buildGraph(both)
      return nearestOf(both, graph, graph.graph.places.get('hall') ?? [], 'exit', profile)?.id
    }
    expect([nearest('shortest'), nearest('step-free')]).toEqual(['main', 'ramp'])
  })

  it('leads out by the exit’s name, and says where no exit is', () => {
    expect(said('west', null, 'evacuate')).toBe('Leave the building by Main entrance')
    expect(said('hall', 'main', 'evacuate')).toBe('Leave the building by Main entrance')
    expect(said('island', null, 'evacuate')).toBe('no-way-out')
  })
})
