import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type SampleAsset, samplePath } from '@akari/content-samples'
import { type AssetView, type Id, Language, type Texts } from '@akari/protocol'
import type { AssetsService } from '../features/assets/assets.service.ts'
import type { Actor } from '../http/actor.ts'
import { seedVenue, type SeedVenueDeps } from './seed-venue.ts'

type Deps = SeedVenueDeps & { assets: Pick<AssetsService, 'receive'>; workDir: string; actor: Actor }

/** Takes an asset of the sample in, with its language versions. Doing it again changes nothing: assets are their content. */
export async function seedAsset(deps: Deps, asset: SampleAsset): Promise<AssetView> {
  switch (asset.kind) {
    case 'venue':
      return seedVenue(deps, asset, deps.actor)
    case 'video':
      return takeIn(deps, asset.file, asset.titles)
    case 'image': {
      const base = await takeIn(deps, asset.file, asset.titles)
      for (const [tag, file] of Object.entries(asset.variants)) {
        await seedVariant(deps, { baseId: base.id, language: Language.parse(tag), file, title: asset.titles })
      }
      return base
    }
  }
}

async function seedVariant(
  deps: Deps,
  variant: { baseId: Id; language: Language; file: string; title: Texts },
): Promise<void> {
  const { id, variantOf, version } = await takeIn(deps, variant.file, variant.title)
  if (variantOf !== null) return
  const patch = { version, variantOf: { assetId: variant.baseId, language: variant.language } }
  await deps.assets.patch(id, patch, deps.actor)
}

/** Taking in uses a file up, so it gets a copy. */
export async function takeIn(
  deps: Pick<Deps, 'workDir' | 'actor'> & { assets: Pick<AssetsService, 'receive'> },
  file: string,
  title: Texts,
): Promise<AssetView> {
  await mkdir(deps.workDir, { recursive: true })
  const folder = await mkdtemp(join(deps.workDir, 'sample-'))
  try {
    const copy = join(folder, 'file')
    await copyFile(samplePath(file), copy)
    const received = await deps.assets.receive(copy, { filename: basename(file), title }, deps.actor)
    if (received.how === 'document') throw new Error(`${file} is a document`)
    return received.asset
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
