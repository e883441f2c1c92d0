import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { purposeFor } from '../rendition-purpose.ts'
import type { AssetStore, StoredAsset } from './assets.store.ts'
import { type IngestDeps, renderFitting } from './ingest.ts'

type Size = { widthPx: number; heightPx: number }

/**
 * Makes the pictures that a display of these pixels needs: images that are larger than it get a rendition that fits inside.
 * A picture that cannot be made is logged; the display then gets the file itself.
 */
export function renditionMaker(
  deps: Omit<IngestDeps, 'video'> & { store: AssetStore; log: Logger },
): (assetIds: readonly Id[], size: Size) => Promise<void> {
  return async (assetIds, size) => {
    const wanted = new Set(assetIds)
    const assets = (await deps.store.list()).filter((asset) => wanted.has(asset.id) && lacks(asset, size))
    for (const asset of assets) await make(deps, asset, size)
  }
}

function lacks(asset: StoredAsset, size: Size): boolean {
  if (asset.kind !== 'image' || asset.width === null || asset.height === null) return false
  const isLarger = asset.width > size.widthPx || asset.height > size.heightPx
  return isLarger && !asset.renditions.some((rendition) => rendition.purpose === purposeFor(size))
}

async function make(
  deps: Omit<IngestDeps, 'video'> & { store: AssetStore; log: Logger },
  asset: StoredAsset,
  size: Size,
): Promise<void> {
  await mkdir(deps.workDir, { recursive: true })
  const folder = await mkdtemp(join(deps.workDir, 'rendition-'))
  try {
    const input = deps.files.pathOf(asset.file.sha256)
    const made = await renderFitting(deps, input, join(folder, 'picture'), purposeFor(size), { ...size, quality: 90 })
    if (made.ok) await deps.store.addRendition(asset.id, made.rendition)
    else deps.log.warn({ assetId: asset.id, reason: made.outcome.reason, ...size }, 'rendition not made')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
