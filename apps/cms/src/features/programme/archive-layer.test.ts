import type { FileRef } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { display, item, notice } from '../testing/content-samples.ts'
import { compile, ProgrammeContent } from './compile.ts'
import { type Draft, indexDraft, type TargetDisplay } from './content.ts'
import { layOnto } from './layers.ts'

const file = (mark: string): FileRef => ({ sha256: mark.repeat(64), bytes: 10, mediaType: 'application/json' })
const archive = { list: file('c'), files: [file('d'), file('b')] }
const plain = display('lobby', { defaultPlaylistId: 'base' })
const KIOSK: TargetDisplay = { ...plain, profile: { ...plain.profile, touch: true, kioskId: 'k1' } }
const DRAFT: Draft = {
  playlists: [{ id: 'base', name: 'ふだん', items: [item('1', notice('ふだん'))] }],
  entries: [],
  streams: [],
  assets: [],
  venues: [{ kioskIds: ['k1'], guide: file('e'), closures: [] }],
}
const laid = (on: TargetDisplay, draft: Draft) => {
  const base = JSON.stringify(compile(on, indexDraft(draft), { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }))
  return layOnto(base, on, indexDraft(draft)).body
}

describe('the archive of recorded sittings', () => {
  it('is for kiosks: its list must be there, what it names is kept as room allows', () => {
    const content = ProgrammeContent.parse(JSON.parse(laid(KIOSK, { ...DRAFT, archive })))
    expect(content.archive).toEqual(archive)
    expect(content.files).toEqual([file('c'), file('e')])
  })

  it.for([
    ['a glass that nobody touches', { ...KIOSK, profile: { ...KIOSK.profile, touch: false } }],
    ['a glass that stands in no guide', { ...KIOSK, profile: { ...KIOSK.profile, kioskId: 'elsewhere' } }],
  ] as const)('is not laid on %s', ([, on]) => {
    expect(laid(on, { ...DRAFT, archive })).toBe(laid(on, DRAFT))
  })

  it('goes when there is none any more', () => {
    expect(laid(KIOSK, { ...DRAFT, archive: null })).toBe(laid(KIOSK, DRAFT))
  })
})
