import type { AssetView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { HeardFile } from '../../parts/heard-file.tsx'
import { SceneFrame } from '../../parts/scene-frame.tsx'
import { sceneOfDraft } from '../../parts/scene-of-draft.ts'
import { useTextIn } from '../../parts/texts-in.ts'

/** A media file as the glass would draw it; of a venue its main level. */
export function AssetPreview({ asset, all }: { asset: AssetView; all: readonly AssetView[] }): ReactElement {
  const textIn = useTextIn()
  const level = asset.levels.find(({ ordinal }) => ordinal === 0) ?? asset.levels[0]
  const draft =
    level === undefined
      ? ({ kind: 'asset', assetId: asset.id } as const)
      : ({ kind: 'floorMap', assetId: asset.id, levelId: level.id } as const)
  const content = sceneOfDraft(draft, { assets: all, streams: [], layouts: [], posters: [], boards: [], sittings: [] })
  if (asset.kind === 'audio') return <HeardFile sha256={asset.sha256} label={textIn(asset.title)} />
  return content === null ? <AssetPicture asset={asset} /> : <SceneFrame content={content} playing />
}
