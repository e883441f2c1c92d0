import { useMemo } from 'react'
import { useBoards } from '../api/boards.ts'
import { useAssets, useStreams } from '../api/content.ts'
import { useLayouts } from '../api/layouts.ts'
import { usePosters } from '../api/posters.ts'
import { useSittings } from '../api/sittings.ts'
import type { Library } from './scene-of-draft.ts'

const NONE: Library = { assets: [], streams: [], layouts: [], posters: [], boards: [], sittings: [] }

/** All that playlists can name, as far as it is here; empty until then. */
export function useLibrary(): Library {
  const assets = useAssets().data ?? NONE.assets
  const streams = useStreams().data ?? NONE.streams
  const layouts = useLayouts().data ?? NONE.layouts
  const posters = usePosters().data ?? NONE.posters
  const boards = useBoards().data ?? NONE.boards
  const sittings = useSittings().data ?? NONE.sittings
  return useMemo(
    () => ({ assets, streams, layouts, posters, boards, sittings }),
    [assets, streams, layouts, posters, boards, sittings],
  )
}
