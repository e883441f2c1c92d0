import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { recordingStore } from './recordings.store.ts'
import { NOTHING_YET, type StoredRecording } from './stored-recording.ts'

const RECORDING: StoredRecording = {
  id: 'sitting.1',
  sittingId: 'sitting',
  captionsId: 'captions',
  startedAt: '2026-11-29T01:00:00.000Z',
  state: 'recording',
  said: { title: { ja: '定例会' }, chapters: [], onKiosk: false, byHand: false },
  recorded: NOTHING_YET,
  assetId: null,
  version: 1,
}

onEachDatabase((open) => {
  it('is begun once, however many servers see that its sitting is open', async () => {
    const store = recordingStore((await open()).main)
    expect(await Promise.all([store.insert(RECORDING), store.insert(RECORDING)])).toEqual(
      expect.arrayContaining([true, false]),
    )
    expect(await store.of('sitting_id', 'sitting')).toEqual([RECORDING])
  })

  it('is in the hand of one server, until that lets go or is silent for too long', async () => {
    const store = recordingStore((await open()).main)
    await store.insert(RECORDING)
    const held = (holder: string, nowMs: number) => store.hold(RECORDING.id, { holder, nowMs, untilMs: nowMs + 15_000 })
    expect(await held('a', 1_000)).toBe(true)
    expect(await held('b', 2_000)).toBe(false)
    expect(await held('a', 12_000)).toBe(true)
    expect(await held('b', 20_000)).toBe(false)
    expect(await held('b', 27_001)).toBe(true)
    const noted = (holder: string, state: 'recording' | 'finishing', bytes: number) =>
      store.note(RECORDING.id, { holder, state }, { ...NOTHING_YET, bytes })
    expect(await noted('a', 'recording', 1)).toBe(false)
    expect(await noted('b', 'recording', 2)).toBe(true)
    expect(await noted('b', 'finishing', 3)).toBe(false)
    await store.letGo('b')
    expect(await held('a', 28_000)).toBe(true)
    expect((await store.find(RECORDING.id))?.recorded.bytes).toBe(2)
  })

  it('keeps what staff wrote apart from what is recorded, and refuses an old version', async () => {
    const store = recordingStore((await open()).main)
    await store.insert(RECORDING)
    const said = { ...RECORDING.said, title: { ja: '臨時会' } }
    expect(await store.say(RECORDING.id, said, 1)).toBe(true)
    expect(await store.say(RECORDING.id, RECORDING.said, 1)).toBe(false)
    expect(await store.move(RECORDING.id, 'finishing', { state: 'ready' })).toBe(false)
    const recorded = { ...NOTHING_YET, bytes: 9 }
    expect(await store.move(RECORDING.id, 'recording', { state: 'finishing', recorded })).toBe(true)
    expect(await store.open()).toEqual([{ ...RECORDING, state: 'finishing', said, recorded, version: 2 }])
    const at = new Date('2026-11-29T03:00:00Z')
    expect([await store.remove(RECORDING.id, at), await store.remove(RECORDING.id, at)]).toEqual([true, false])
  })

  it('remembers that there was one that was deleted, and gives its id to no other', async () => {
    const store = recordingStore((await open()).main)
    await store.insert(RECORDING)
    await store.remove(RECORDING.id, new Date('2026-11-29T03:00:00Z'))
    expect([await store.list(), await store.open(), await store.of('sitting_id', 'sitting')]).toEqual([[], [], []])
    expect(await store.find(RECORDING.id)).toBeNull()
    expect(await store.ever('sitting')).toEqual([RECORDING])
    expect(await store.insert(RECORDING)).toBe(false)
  })
})
