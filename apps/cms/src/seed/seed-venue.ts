import { loadSampleGuide, type SampleAsset, samplePath } from '@akari/content-samples'
import { type AssetView, type Id, VenueEdits } from '@akari/protocol'
import { NO_EDITS } from '@akari/wayfinding'
import type { AssetsService } from '../features/assets/assets.service.ts'
import type { VenuePublishing } from '../features/venues/venue-publishing.ts'
import type { VenuesService } from '../features/venues/venues.service.ts'
import type { Actor } from '../http/actor.ts'

export type SeedVenueDeps = {
  venues: Pick<VenuesService, 'list' | 'create' | 'draft' | 'edit'> & Pick<VenuePublishing, 'publish'>
  assets: Pick<AssetsService, 'list' | 'patch'>
}

/**
 * Imports the sample venue, adds what visitors ask, publishes it, and gives its drawing in the media library. Doing it again goes
 * on where it was cut off.
 */
export async function seedVenue(
  { venues, assets }: SeedVenueDeps,
  { file, titles }: Extract<SampleAsset, { kind: 'venue' }>,
  actor: Actor,
): Promise<AssetView> {
  const held = (await venues.list())[0]
  const id = held?.id ?? (await venues.create({ path: samplePath(file), name: file }, actor)).venue.id
  if (held?.published == null) await publishWithGuide(venues, id, actor)
  const { assetId } = (await venues.draft(id)).view
  const asset = (await assets.list()).find((candidate) => candidate.id === assetId)
  if (asset === undefined) throw new Error('the sample venue has no drawing')
  if (asset.title.ja === titles.ja) return asset
  return assets.patch(asset.id, { version: asset.version, title: titles }, actor)
}

async function publishWithGuide(venues: SeedVenueDeps['venues'], id: Id, actor: Actor): Promise<void> {
  const { view, edits } = await venues.draft(id)
  if (edits.errands.length === 0) {
    const guide = VenueEdits.parse({ ...NO_EDITS, ...loadSampleGuide() })
    await venues.edit(id, { version: view.version, edits: guide }, actor)
  }
  await venues.publish(id, { version: (await venues.draft(id)).view.version }, actor)
}
