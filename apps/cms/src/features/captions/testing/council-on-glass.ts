import type { Id } from '@akari/protocol'
import { z } from 'zod'
import type { RunningCms } from '../../../testing/running-cms.ts'
import { inEveryLanguage } from '../../testing/content-samples.ts'

const WithId = z.object({ id: z.string() })
const ALWAYS = { start: '2026-01-01T00:00', durationMinutes: 1440, timeZone: 'Asia/Tokyo', exdates: [], rdates: [] }

/** Publishes a programme with a sitting whose captions these are, for a display. */
export async function councilOnGlass(cms: RunningCms, displayId: Id, captionsId: Id): Promise<void> {
  const post = async (path: string, body: unknown) => {
    const answer = await cms.call('POST', path, { body, as: cms.local })
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const scene = { kind: 'sitting', title: inEveryLanguage('市議会'), sittingId: 'sitting', streamId: null, captionsId }
  const items = [{ id: 'council', seconds: 60, scene, validFrom: null, validUntil: null }]
  const { id: playlistId } = WithId.parse(await post('/api/playlists', { name: '議会', items, version: 0 }))
  await post('/api/entries', {
    name: '議会',
    playlistId,
    targets: { displayIds: [displayId], groups: [] },
    priority: 'normal',
    rule: { ...ALWAYS, rrule: 'FREQ=DAILY' },
    conditions: [],
    version: 0,
  })
  await post('/api/programme/publish?wait=60', {})
}
