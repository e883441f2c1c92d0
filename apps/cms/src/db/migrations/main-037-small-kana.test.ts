import { folded } from '@akari/wayfinding'
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { captionsStore } from '../../features/captions/captions.store.ts'
import { someCaption } from '../../features/captions/testing/some-caption.ts'
import { transcriptsStore } from '../../features/captions/transcripts.store.ts'
import { onEachDatabase } from '../testing.ts'
import { up } from './main-037-small-kana.ts'

/** As it was kept before. */
const READ = 'ぎょうざゔぁゃゅょっぁぃぅぇぉゎのがっこう12wifi'

onEachDatabase((open) => {
  test('what was read before is found without small letters', async () => {
    const { main: db } = await open()
    const startsAt = '2026-11-22T00:00:00.000Z'
    const transcript = { id: 'a', sittingId: null, title: '定例会', startsAt, recordedFrom: null, version: 1 }
    await transcriptsStore(db).insert(transcript, startsAt, 1)
    const captions = captionsStore(db)
    const said = ['read', 'unread'].map((segmentId) => ({ transcriptId: 'a', caption: someCaption({ segmentId }) }))
    await captions.keep(said, 2)
    await db.updateTable('caption').set({ reading: READ }).where('segment_id', '=', 'read').execute()
    const found = async () => (await captions.search('がつこう', 10)).map(({ caption }) => caption.segmentId)
    expect(await found()).toEqual([])
    await up(db as unknown as Kysely<unknown>)
    expect(await found()).toEqual(['read'])
    const kept = await db.selectFrom('caption').select(['segment_id', 'reading']).orderBy('segment_id').execute()
    expect(kept).toEqual([
      { segment_id: 'read', reading: folded(READ) },
      { segment_id: 'unread', reading: null },
    ])
  })
})
