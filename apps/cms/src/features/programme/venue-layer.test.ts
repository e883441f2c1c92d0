import { MOST_CLOSURES } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { display, item, notice } from '../testing/content-samples.ts'
import { compile, ProgrammeContent } from './compile.ts'
import { type Draft, indexDraft, type TargetDisplay } from './content.ts'
import { layOnto } from './layers.ts'
import type { DraftVenue } from './venue-layer.ts'

const PLAIN = display('lobby', { defaultPlaylistId: 'base' })
const LOBBY: TargetDisplay = { ...PLAIN, profile: { ...PLAIN.profile, kioskId: 'k1' } }
const DRAFT: Draft = {
  playlists: [{ id: 'base', name: 'ふだん', items: [item('1', notice('ふだん'))] }],
  entries: [],
  streams: [],
  assets: [],
}
const guide = (mark: string) => ({ sha256: mark.repeat(64), bytes: 10, mediaType: 'application/json' })
const closure = (id: string) => {
  return { id, reason: { ja: '工事' }, featureIds: ['door'], zones: [], from: null, until: null }
}
const HALL: DraftVenue = { kioskIds: ['k0', 'k1'], guide: guide('a'), closures: [closure('c2'), closure('c1')] }
const BASE = JSON.stringify(compile(LOBBY, indexDraft(DRAFT), { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }))
const laid = (venues: readonly DraftVenue[], publicUrl: string | null = null, on = LOBBY) =>
  layOnto(BASE, on, indexDraft({ ...DRAFT, venues, publicUrl }))

describe('the building that a display stands in', () => {
  it('brings its guide, its closures in one order, and the address for telephones', () => {
    const content = ProgrammeContent.parse(JSON.parse(laid([HALL], 'https://akari.example.jp').body))
    expect(content).toMatchObject({ guide: guide('a'), files: [guide('a')], publicUrl: 'https://akari.example.jp' })
    expect(content.closures?.map(({ id }) => id)).toEqual(['c1', 'c2'])
    const turned = { ...HALL, closures: HALL.closures.toReversed() }
    expect(laid([turned])).toEqual(laid([HALL]))
  })

  it('keeps what is in force or soonest where there is more than a programme carries', () => {
    const planned = Array.from({ length: MOST_CLOSURES }, (_, n) => ({
      ...closure(`a${n}`),
      from: new Date(Date.parse('2026-12-01T00:00:00Z') - n * 60_000).toISOString(),
    }))
    const inForce = { ...closure('z1'), from: '2026-11-01T09:00:00+09:00' }
    const content = JSON.parse(laid([{ ...HALL, closures: [...planned, closure('z2'), inForce] }]).body)
    const kept = ProgrammeContent.parse(content).closures?.map(({ id }) => id) ?? []
    expect(kept).toHaveLength(MOST_CLOSURES)
    expect(kept.slice(0, 3)).toEqual(['z2', 'z1', `a${MOST_CLOSURES - 1}`])
    expect(kept).not.toContain('a0')
  })

  it('leaves out what nobody set, and the very bytes of whoever stands in none', () => {
    const quiet = ProgrammeContent.parse(JSON.parse(laid([{ ...HALL, closures: [] }]).body))
    expect([quiet.closures, quiet.publicUrl]).toEqual([undefined, undefined])
    const elsewhere = { ...HALL, kioskIds: ['k9'] }
    expect(laid([elsewhere], 'https://akari.example.jp')).toMatchObject({ body: BASE, scheduled: null })
    expect(laid([HALL], null, { ...PLAIN, profile: { ...PLAIN.profile, kioskId: null } }).body).toBe(BASE)
    expect(laid([HALL]).scheduled).toBe(BASE)
  })

  it('is the one published first where two claim the same place', () => {
    const other = { ...HALL, guide: guide('b') }
    expect(JSON.parse(laid([HALL, other]).body)).toMatchObject({ guide: guide('a') })
  })
})
