import { createLogger } from '@akari/node-kit'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { KIOSK, startVenueRig, type VenueRig } from '../testing/venue-rig.ts'
import { venueDrafts } from './venue-drafts.ts'
import { type PublishingDeps, venuePublishing } from './venue-publishing.ts'
import { venueWorkHere } from './venue-thread.ts'

const EDITOR = { id: 'e', username: 'ueda', role: 'editor', groups: null, mustChangePassword: false } as const
const ACTOR = { kind: 'user', ...EDITOR, ip: '127.0.0.1' } as const

/** Another server on the same database, with faults of its own. */
function otherServer(rig: VenueRig, faults: Partial<PublishingDeps>) {
  const { pathOf, write } = rig.media.files
  return venuePublishing({
    store: rig.venueRows,
    drafts: venueDrafts({ store: rig.venueRows, pathOf }),
    thread: venueWorkHere(),
    write,
    displays: () => Promise.resolve([]),
    shelters: () => Promise.resolve([]),
    recordings: rig.assets.recordings,
    keepDrawing: rig.assets.keepVenue,
    relay: rig.programmes.relayLayers,
    log: createLogger('test', { level: 'silent' }),
    now: () => rig.state.now,
    audit: () => Promise.resolve(),
    announce: () => undefined,
    ...faults,
  })
}

onEachDatabase((open) => {
  it('a venue whose guide was renewed elsewhere meanwhile keeps its drawing', async () => {
    const rig = await startVenueRig(open)
    const { id } = await rig.imported()
    await rig.publish(id)
    await rig.edit(id, { removedKioskIds: [KIOSK] })
    const fitFor = { flood: true, landslide: true, earthquake: true, fire: true }
    const late = otherServer(rig, {
      write: async (data, mediaType) => {
        rig.state.shelters.push({ id: 's', name: { ja: '見本小学校' }, address: null, version: 1, open: true, fitFor })
        rig.venues.sheltersChanged()
        await rig.venues.settled()
        return rig.media.files.write(data, mediaType)
      },
    })
    const before = await rig.assets.list()
    await expect(late.publish(id, { version: 2 }, ACTOR)).rejects.toMatchObject({ code: 'conflict' })
    expect(await rig.assets.list()).toEqual(before)
    expect((await rig.publish(id)).status).toBe(200)
    expect(await rig.assets.list()).toMatchObject([{ fileVersion: 2 }])
  })

  it('a drawing that cannot be kept leaves what displays have as it was, and the next try publishes', async () => {
    const rig = await startVenueRig(open)
    const { id, version } = await rig.imported()
    const full = otherServer(rig, { keepDrawing: () => Promise.reject(new Error('the disk is full')) })
    await expect(full.publish(id, { version }, ACTOR)).rejects.toThrow('the disk is full')
    expect(await rig.venueRows.find(id)).toMatchObject({ published: null, assetId: null })
    await rig.publish(id)
    const before = await rig.venueRows.find(id)
    await rig.edit(id, { removedOccupantIds: [] })
    await expect(full.publish(id, { version: version + 1 }, ACTOR)).rejects.toThrow('the disk is full')
    expect(await rig.venueRows.find(id)).toEqual({ ...before, version: version + 1 })
    expect((await rig.publish(id)).status).toBe(200)
  })
})
