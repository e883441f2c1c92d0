import type { AssetView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { type PosterDraft, sceneOfPoster } from './scene-of-draft.ts'
import { SceneFrame } from './scene-frame.tsx'
import type { GlassProfile } from './small-glass.tsx'

/** A poster made small, by the code that sets it on the glass. */
export function PosterSmall({
  poster,
  assets,
  profile,
}: {
  poster: PosterDraft
  assets: readonly AssetView[]
  profile?: GlassProfile
}): ReactElement {
  return <SceneFrame content={sceneOfPoster(poster, assets)} {...(profile === undefined ? {} : { profile })} />
}
