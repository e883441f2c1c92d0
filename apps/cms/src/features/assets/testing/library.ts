import { AssetBulkResult, AssetFolder, AssetView, Programme } from '@akari/protocol'
import sharp from 'sharp'
import { expect } from 'vitest'
import { z } from 'zod'
import type { ContentRig } from '../../testing/content-rig.ts'
import { item } from '../../testing/content-samples.ts'
import { upload } from '../../testing/upload.ts'

/** A picture of one colour in the library; rejects where it is refused. */
export async function added(
  rig: ContentRig,
  colour: string,
  size: [number, number] = [40, 30],
  metadata: Record<string, string> = {},
): Promise<AssetView> {
  const [width, height] = size
  const png = await sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
  const done = await upload(rig.url, png, { filename: `${colour}.png`, ...metadata })
  if (!('assetId' in done)) throw new Error(`refused: ${JSON.stringify(done)}`)
  return one(rig, done.assetId)
}

/** All that is listed. */
export async function library(rig: ContentRig): Promise<AssetView[]> {
  return z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
}

/** The asset with that id, as it is listed. */
export async function one(rig: ContentRig, id: string): Promise<AssetView> {
  const asset = (await library(rig)).find((each) => each.id === id)
  if (asset === undefined) throw new Error(`${id} is not listed`)
  return asset
}

/** A new folder. */
export async function folder(rig: ContentRig, name: string, parentId: string | null = null): Promise<AssetFolder> {
  const answer = await rig.request('POST', '/api/asset-folders', { body: { name, parentId, version: 0 } })
  return AssetFolder.parse(answer.body)
}

/** One change of many assets. */
export async function bulk(rig: ContentRig, ids: string[], change: unknown): Promise<AssetBulkResult> {
  return AssetBulkResult.parse((await rig.request('POST', '/api/assets/bulk', { body: { ids, change } })).body)
}

/** The id of a new playlist that shows the asset. */
export async function playing(rig: ContentRig, assetId: string, dates: { validUntil?: string } = {}): Promise<string> {
  const items = [{ ...item('1', { kind: 'asset', assetId }), ...dates }]
  const answer = await rig.request('POST', '/api/playlists', { body: { name: 'ロビー', items, version: 0 } })
  return z.object({ id: z.string() }).parse(answer.body).id
}

/** The first item of what the lobby plays, once it is published. */
export async function published(rig: ContentRig): Promise<Programme['playlists'][number]['items'][number] | undefined> {
  expect((await rig.request('POST', '/api/programme/publish?wait=60')).status).toBe(200)
  const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
  return programme.playlists[0]?.items[0]
}

/** Changes an asset as it was read. */
export const patch = (rig: ContentRig, { id, version }: AssetView, more: Record<string, unknown>) =>
  rig.request('PATCH', `/api/assets/${id}`, { body: { version, ...more } })
