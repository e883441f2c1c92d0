import type { VenueEdits } from '@akari/protocol'
import { VenueGuide, VenueModel } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { guide } from '../route/guide.ts'
import type { Profile } from '../route/profiles.ts'
import { sampleTexts, venueIn } from '../testing/read-files.ts'
import { tinyVenue } from '../testing/tiny-venue.ts'
import { compileGuide } from './compile-guide.ts'
import { editVenue, NO_EDITS } from './edit-venue.ts'

const plan = venueIn(tinyVenue())
const edited = (edits: Partial<VenueEdits>) => editVenue(plan, { ...NO_EDITS, ...edits })
const kiosk = { id: 'k2', levelId: 'first', name: null, at: [10, 10] as [number, number], facingDeg: 90 }
const occupant = { ...plan.occupants[0], id: 'tax', name: { ja: '税務課' } } as VenueModel['occupants'][number]
const node = (id: string, levelId = 'first') => {
  return { id, levelId, at: [10, 10] as [number, number], outside: false, unitIds: [] as string[] }
}
const link = (id: string, from: string, to: string): VenueEdits['links'][number] => ({
  id,
  from,
  to,
  kind: 'elevator',
  oneWay: false,
  metres: null,
  stepFree: true,
  tactile: false,
  passage: 'public',
  hours: null,
})

describe('edits laid over a plan', () => {
  it('leave it as it is where there are none', () => {
    expect(editVenue(plan, NO_EDITS)).toEqual({ model: plan, lost: [] })
  })

  it('name and order levels anew, the lowest first', () => {
    const { model } = edited({ levels: [{ levelId: 'second', ordinal: -1, shortName: { ja: 'B1' } }] })
    expect(model.levels.map(({ id, ordinal, shortName }) => [id, ordinal, shortName.ja])).toEqual([
      ['second', -1, 'B1'],
      ['first', 0, '1F'],
    ])
  })

  it('place displays and occupants, replace those of the plan, and take some away', () => {
    const { model, lost } = edited({
      kiosks: [kiosk],
      removedKioskIds: ['k1'],
      occupants: [{ ...occupant, id: 'citizens-division', name: { ja: '市民窓口課' } }, occupant],
    })
    expect(model.kiosks).toEqual([kiosk])
    expect(model.occupants.map(({ id, name }) => [id, name.ja])).toEqual([
      ['citizens-division', '市民窓口課'],
      ['tax', '税務課'],
    ])
    expect(lost).toEqual([])
  })

  it('say who may enter a room; what they do not say stays', () => {
    const { model } = edited({ units: [{ id: 'citizens', passage: 'staff' }] })
    const before = plan.units.find(({ id }) => id === 'citizens')
    expect(model.units.find(({ id }) => id === 'citizens')).toEqual({ ...before, passage: 'staff' })
  })

  const through = (opening: NonNullable<VenueEdits['openings']>[number], profile: Profile = 'shortest') => {
    const { model } = edited({ openings: [opening] })
    const built = buildGraph(model)
    const found = (from: string, to: string) => guide(model, built, { from, to, profile })
    return { into: found('k1', 'citizens'), outOf: found('citizens', 'hall') }
  }

  it('let a door be passed in one direction, with the same steps as before', () => {
    const before = guide(plan, buildGraph(plan), { from: 'k1', to: 'citizens', profile: 'shortest' })
    const inwards = through({ id: 'door', oneWay: { into: 'citizens' } })
    expect([inwards.into.found, inwards.outOf.found]).toEqual([true, false])
    expect(inwards.into.steps.map(({ text }) => text)).toEqual(before.steps.map(({ text }) => text))
    const outwards = through({ id: 'door', oneWay: { into: 'hall' } })
    expect([outwards.into.found, outwards.outOf.found]).toEqual([false, true])
  })

  it('keep wheelchairs from a door that is too narrow or has a step, and everybody from one that is closed', () => {
    const passes = (opening: NonNullable<VenueEdits['openings']>[number], profile: Profile) =>
      through(opening, profile).into.found
    expect(passes({ id: 'door', widthM: 0.9 }, 'step-free')).toBe(true)
    expect(passes({ id: 'door', widthM: 0.7 }, 'step-free')).toBe(false)
    expect(passes({ id: 'door', widthM: 0.7 }, 'shortest')).toBe(true)
    expect(passes({ id: 'door', stepFree: false }, 'step-free')).toBe(false)
    expect(passes({ id: 'door', passage: 'none' }, 'shortest')).toBe(false)
    expect(passes({ id: 'door', passage: 'staff' }, 'shortest')).toBe(false)
    expect(passes({ id: 'door', passage: 'staff' }, 'staff')).toBe(true)
  })

  it('let a main door be an entrance alone, or an exit alone', () => {
    const sample = venueIn(sampleTexts())
    const [main] = buildGraph(sample).graph.entrances
    const inside = sample.units.find(({ id }) => {
      const nodes = new Set(buildGraph(sample).graph.places.get(id))
      return nodes.size > 0
    })
    if (main === undefined || inside === undefined) throw new Error('the sample has no entrance')
    const ways = (into: string | null) => {
      const { model } = editVenue(sample, { ...NO_EDITS, openings: [{ id: main.id, oneWay: { into } }] })
      const { entrances, exits } = buildGraph(model).graph
      return [entrances, exits].map((all) => all.some(({ id }) => id === main.id))
    }
    expect(ways(null)).toEqual([false, true])
    expect(ways(inside.id)).toEqual([true, false])
  })

  it('join what the plan left apart by a drawn way', () => {
    const journey = { from: 'citizens', to: 'toilet', profile: 'shortest' } as const
    expect(guide(plan, buildGraph(plan), journey).found).toBe(false)
    const inRoom = (id: string, unitId: string, levelId: string) => ({ ...node(id, levelId), unitIds: [unitId] })
    const { model } = edited({
      nodes: [inRoom('low', 'citizens', 'first'), inRoom('high', 'toilet', 'second')],
      links: [link('lift', 'low', 'high')],
    })
    expect(model.network).toMatchObject({ whole: false, nodes: [{ id: 'low' }, { id: 'high' }] })
    expect(guide(model, buildGraph(model), journey).found).toBe(true)
  })

  it('that no longer find their feature are left out and told by what is missing', () => {
    const { model, lost } = edited({
      levels: [{ levelId: 'roof', ordinal: 5, shortName: { ja: 'R' } }],
      kiosks: [{ ...kiosk, levelId: 'roof', name: { ja: '屋上' } }],
      removedKioskIds: ['old'],
      occupants: [{ ...occupant, unitId: 'gone' }],
      removedOccupantIds: ['closed'],
      units: [{ id: 'gone', passage: 'staff' }],
      openings: [
        { id: 'gate', passage: 'none' },
        { id: 'door', oneWay: { into: 'gone' } },
      ],
      nodes: [node('n', 'roof'), { ...node('m'), unitIds: ['gone', 'hall'] }],
      links: [link('l', 'm', 'n')],
      accepted: [{ unitId: 'gone', why: '工事中', by: 'user:ueda' }],
      errands: [{ id: 'e', name: { ja: '相談' }, placeId: 'gone', words: [], rank: null }],
      faqs: [{ id: 'f', question: { ja: '何時までですか' }, answer: { ja: '5時です' }, placeId: 'gone', words: [] }],
    })
    expect(lost.map(({ of, id, missing }) => [of, id, missing])).toEqual([
      ['level', 'roof', 'roof'],
      ['kiosk', 'k2', 'roof'],
      ['removed-kiosk', 'old', 'old'],
      ['occupant', 'tax', 'gone'],
      ['removed-occupant', 'closed', 'closed'],
      ['unit', 'gone', 'gone'],
      ['opening', 'gate', 'gate'],
      ['opening', 'door', 'gone'],
      ['node', 'n', 'roof'],
      ['node', 'm', 'gone'],
      ['link', 'l', 'n'],
      ['accepted', 'gone', 'gone'],
      ['errand', 'e', 'gone'],
      ['faq', 'f', 'gone'],
    ])
    expect(model.kiosks).toEqual(plan.kiosks)
    expect(model.occupants.find(({ id }) => id === 'tax')).toMatchObject({ unitId: null })
    expect(model.network).toMatchObject({ nodes: [{ id: 'm', unitIds: ['hall'] }], links: [] })
  })

  it('are laid on whatever ids they name: the plan stays, the outcome is a venue, and twice is as once', () => {
    const sample = venueIn(sampleTexts())
    const before = JSON.stringify(sample)
    const ids = (all: readonly { id: string }[]) => fc.constantFrom(...all.slice(0, 3).map(({ id }) => id), 'nowhere')
    const edits = fc.record({
      removedKioskIds: fc.array(ids(sample.kiosks)),
      removedOccupantIds: fc.array(ids(sample.occupants)),
      units: fc.array(
        fc.record({ id: ids(sample.units), passage: fc.constantFrom('staff' as const, 'none' as const) }),
      ),
      kiosks: fc.array(
        fc
          .record({ levelId: ids(sample.levels), id: fc.constantFrom('k1', 'k2') })
          .map((some) => ({ ...kiosk, ...some })),
      ),
      nodes: fc.array(
        fc
          .record({ levelId: ids(sample.levels), id: fc.constantFrom('a', 'b') })
          .map((some) => ({ ...node('a'), ...some })),
      ),
      links: fc.constant([link('l', 'a', 'b')] as VenueEdits['links']),
    })
    fc.assert(
      fc.property(edits, (some) => {
        const all: VenueEdits = { ...NO_EDITS, ...some }
        const { model } = editVenue(sample, all)
        expect(JSON.stringify(sample)).toBe(before)
        expect(VenueModel.safeParse(model).success).toBe(true)
        expect(editVenue(model, all).model).toEqual(model)
        const nodes = new Set(model.network?.nodes.map(({ id }) => id))
        for (const { from, to } of model.network?.links ?? [])
          expect([nodes.has(from), nodes.has(to)]).toEqual([true, true])
      }),
      { numRuns: 30 },
    )
  })
})

describe('the guide of an edited venue', () => {
  it('leaves out errands that lead nowhere, keeps answers, and is a document of the protocol', () => {
    const asked = { id: 'f', question: { ja: '何時までですか' }, answer: { ja: '5時です' }, words: [] }
    const errand = { id: 'e', name: { ja: '住民票' }, words: [], rank: 0 }
    const edits: VenueEdits = {
      ...NO_EDITS,
      errands: [
        { ...errand, placeId: 'citizens-division' },
        { ...errand, id: 'lost', placeId: 'gone' },
      ],
      faqs: [{ ...asked, placeId: 'gone' }],
      synonyms: [['住民票', '世帯票']],
    }
    const shelter = { id: 's', name: { ja: '見本小学校' }, address: null, at: null, open: true }
    const document = VenueGuide.parse(compileGuide(plan, edits, [shelter]))
    expect(document.errands.map(({ id }) => id)).toEqual(['e'])
    expect(document.faqs).toEqual([{ ...asked, placeId: null }])
    expect(document.shelters).toEqual([shelter])
  })
})
