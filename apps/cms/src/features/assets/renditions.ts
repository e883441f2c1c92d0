import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { type Cut, cutFor, purposeFor } from '../rendition-purpose.ts'
import type { AssetStore } from './assets.store.ts'
import { type IngestDeps, renderFitting } from './ingest.ts'
import type { StoredAsset } from './stored-asset.ts'

type Size = { widthPx: number; heightPx: number }
type Deps = Pick<IngestDeps, 'files' | 'images' | 'workDir'> & { store: AssetStore; log: Logger }

/**
 * Makes the pictures that a display of these pixels needs: of images that are larger than it, or of which staff chose a part.
 * A picture that cannot be made is logged; the display then gets the file itself. `made` is called after each.
 */
export function renditionMaker(deps: Deps): (assetIds: readonly Id[], size: Size, made: () => void) => Promise<void> {
  return async (assetIds, size, made) => {
    const wanted = new Set(assetIds)
    const assets = (await deps.store.list()).filter((asset) => wanted.has(asset.id) && lacks(asset, size))
    for (const asset of assets) {
      await make(deps, asset, size)
      made()
    }
  }
}

function lacks(asset: StoredAsset, size: Size): boolean {
  const { kind, width, height } = asset
  if (kind !== 'image' || width === null || height === null) return false
  const cut = cutFor(asset.framing, size)
  const isMade = asset.renditions.some((rendition) => rendition.purpose === purposeFor(size, cut))
  return !isMade && isToBeMade(cut, { width, height }, size)
}

function isToBeMade(cut: Cut, picture: { width: number; height: number }, size: Size): boolean {
  switch (cut.kind) {
    case 'crop':
      return true
    case 'fill':
      return picture.width > size.widthPx && picture.height > size.heightPx
    case 'whole':
      return picture.width > size.widthPx || picture.height > size.heightPx
  }
}

async function make(deps: Deps, asset: StoredAsset, size: Size): Promise<void> {
  await mkdir(deps.workDir, { recursive: true })
  const folder = await mkdtemp(join(deps.workDir, 'rendition-'))
  const { widthPx, heightPx } = size
  const cut = cutFor(asset.framing, size)
  try {
    const input = deps.files.pathOf(asset.file.sha256)
    const made = await renderFitting(deps, input, join(folder, 'picture'), purposeFor(size, cut), {
      widthPx,
      heightPx,
      quality: 90,
      fit: cut.kind === 'fill' ? 'outside' : 'inside',
      region: cut.kind === 'crop' ? cut.region : null,
    })
    if (made.ok) await deps.store.addRendition(asset.file.sha256, made.rendition)
    else deps.log.warn({ assetId: asset.id, reason: made.outcome.reason, ...size }, 'rendition not made')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
