import { PlaylistView, Programme, VenueDraft, type VenueEdits, VenueImported, VenueReportView } from '@akari/protocol'
import type { OpenDatabases } from '../../db/testing.ts'
import { startContentRig } from './content-rig.ts'
import type { Answer } from './role-requests.ts'
import { display, item, notice } from './content-samples.ts'
import { venueZip } from './venue-zip.ts'

/** The kiosk of the sample venue by the information desk. */
export const KIOSK = '44a1406a-f00f-5833-b19f-8c2aa421a7bc'

/** The content features with what tests of venues do again and again. */
export async function startVenueRig(open: OpenDatabases) {
  const rig = await startContentRig(open)
  const draft = async (id: string) => VenueDraft.parse((await rig.request('GET', `/api/venues/${id}`)).body)
  const edit = async (id: string, edits: Partial<VenueEdits>): Promise<Answer> => {
    const { version, edits: before } = await draft(id)
    return rig.request('PUT', `/api/venues/${id}/edits`, { body: { version, edits: { ...before, ...edits } } })
  }
  return {
    ...rig,
    draft,
    edit,
    send: (raw = venueZip(), filename = 'hall.zip') =>
      rig.request('POST', `/api/venues?filename=${encodeURIComponent(filename)}`, { raw }),
    imported: async (raw = venueZip()) => {
      const { body } = await rig.request('POST', '/api/venues?filename=hall.zip', { raw })
      return VenueImported.parse(body).venue
    },
    replan: async (id: string, raw: Uint8Array<ArrayBuffer>): Promise<Answer> => {
      const { version } = await draft(id)
      return rig.request('PUT', `/api/venues/${id}/plan?filename=new.zip&version=${version}`, { raw })
    },
    publish: async (id: string): Promise<Answer> => {
      const { version } = await draft(id)
      return rig.request('POST', `/api/venues/${id}/publish`, { body: { version } })
    },
    report: async (id: string) => VenueReportView.parse((await rig.request('GET', `/api/venues/${id}/report`)).body),
    /** A display with a published programme that stands at a kiosk. */
    standing: async (id: string, kioskId: string | null): Promise<void> => {
      const body = { name: id, items: [item('1', notice(id))], version: 0 }
      const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
      const plain = display(id, { defaultPlaylistId: playlist.id })
      rig.state.displays.push({ ...plain, profile: { ...plain.profile, kioskId } })
      await rig.request('POST', '/api/programme/publish?wait=60')
    },
    programme: async (id: string) => Programme.parse((await rig.request('GET', `/api/displays/${id}/programme`)).body),
  }
}
export type VenueRig = Awaited<ReturnType<typeof startVenueRig>>
