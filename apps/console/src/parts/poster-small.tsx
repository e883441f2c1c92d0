import type { AssetView, KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { type PosterDraft, sceneOfPoster } from './scene-of-draft.ts'
import { SceneFrame } from './scene-frame.tsx'
import type { GlassProfile } from './small-glass.tsx'

/** A poster made small, by the code that sets it on the glass. */
export function PosterSmall({
  poster,
  assets,
  profile,
  language = 'ja',
}: {
  poster: PosterDraft
  assets: readonly AssetView[]
  profile?: GlassProfile
  language?: KioskLanguage
}): ReactElement {
  return (
    <SceneFrame
      language={language}
      content={sceneOfPoster(poster, assets)}
      {...(profile === undefined ? {} : { profile })}
    />
  )
}
