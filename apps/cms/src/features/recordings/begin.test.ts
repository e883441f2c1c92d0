import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type RecordedSitting, recordingBeginner } from './begin.ts'
import { recordingStore } from './recordings.store.ts'
import { NOTHING_YET, type Recorded } from './stored-recording.ts'

const SITTING: RecordedSitting = {
  id: 'sitting',
  captionsId: 'captions',
  plan: { title: { ja: '定例会' }, streamId: 'stream', isRecorded: true },
  standing: { phase: 'inSession', adjournedAt: null },
}
const FIRST_MS = Date.parse('2026-11-29T01:00:00Z')

onEachDatabase((open) => {
  async function chamber() {
    const store = recordingStore((await open()).main)
    let nowMs = FIRST_MS
    const begin = recordingBeginner({ store, now: () => new Date((nowMs += 60_000)) })
    const ended = (id: string, endedBy: Recorded['endedBy']) =>
      store.move(id, 'recording', { state: 'ready', recorded: { ...NOTHING_YET, endedBy } })
    const removed = (id: string) => store.remove(id, new Date(nowMs))
    return { begin, ended, removed }
  }

  it('begins one of a sitting in session, and no second beside it', async () => {
    const { begin } = await chamber()
    expect(await begin.byItself(SITTING)).toMatchObject({ id: 'sitting-1', state: 'recording' })
    expect([await begin.byItself(SITTING), await begin.byHand(SITTING)]).toEqual([null, null])
  })

  it('begins none that is not to be recorded, or not in session', async () => {
    const { begin } = await chamber()
    const unwanted = { ...SITTING, plan: { ...SITTING.plan, isRecorded: false } }
    const resting = { ...SITTING, standing: { ...SITTING.standing, phase: 'recess' as const } }
    for (const sitting of [unwanted, resting]) {
      expect([await begin.byItself(sitting), await begin.byHand(sitting)]).toEqual([null, null])
    }
  })

  it.each(['hand', 'lack'] as const)(
    'leaves one that ended by %s, even when it is deleted, until somebody wants it',
    async (endedBy) => {
      const { begin, ended, removed } = await chamber()
      await begin.byItself(SITTING)
      await ended('sitting-1', endedBy)
      expect(await begin.byItself(SITTING)).toBeNull()
      await removed('sitting-1')
      expect(await begin.byItself(SITTING)).toBeNull()
      expect(await begin.byHand(SITTING)).toMatchObject({ id: 'sitting-2' })
    },
  )

  it('follows one that ended with its sitting when that is opened again, whichever were deleted before', async () => {
    const { begin, ended, removed } = await chamber()
    for (const id of ['sitting-1', 'sitting-2', 'sitting-3']) {
      expect(await begin.byItself(SITTING)).toMatchObject({ id })
      await ended(id, 'closing')
      if (id === 'sitting-1') await removed(id)
    }
  })
})
