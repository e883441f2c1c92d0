import { direct, NO_WINDOWS } from '@akari/programme'
import type { KioskLanguage, LayoutScene, Programme } from '@akari/protocol'
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { usePlaylists } from '../api/content.ts'
import { previewProgramme } from './preview-programme.ts'
import { SceneFrame } from './scene-frame.tsx'
import { type GlassProfile, LOBBY } from './small-glass.tsx'
import { useLibrary } from './use-library.ts'

/** A layout on a small glass, its zones running as they will on the display: decided and drawn by the player's own code. */
export function LayoutGlass({
  content,
  profile = LOBBY,
  language = 'ja',
  fit = 'width',
}: {
  content: LayoutScene
  profile?: GlassProfile
  language?: KioskLanguage
  fit?: 'width' | 'height'
}): ReactElement {
  const playlists = usePlaylists().data
  const library = useLibrary()
  const programme = useMemo(
    () => previewProgramme(content, playlists ?? [], library, profile),
    [content, playlists, library, profile],
  )
  const zones = useZones(programme)
  return <SceneFrame content={content} zones={zones} profile={profile} language={language} fit={fit} playing />
}

function useZones(programme: Programme) {
  const [nowMs, setNowMs] = useState(() => Date.now())
  const direction = useMemo(
    () =>
      direct(
        {
          programme,
          windows: NO_WINDOWS,
          alerts: { live: null, drill: null },
          displayId: null,
          visitor: { language: 'ja', touchedAtMs: null },
          link: { state: 'online', since: programme.publishedAt },
          power: 'mains',
        },
        { instant: new Date(nowMs).toISOString(), trust: 'synced', monotonicMs: 0, bootId: 'preview' },
      ),
    [programme, nowMs],
  )
  const untilMs = Date.parse(direction.validUntil)
  useEffect(() => {
    const timer = setTimeout(() => setNowMs(Date.now()), Math.max(20, untilMs - Date.now()))
    return () => clearTimeout(timer)
  }, [untilMs])
  return direction.zones ?? null
}
