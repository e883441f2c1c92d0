import type { DraftScene } from '@akari/protocol'
import {
  IconAlertTriangle,
  IconAntenna,
  IconBuildingBank,
  IconLayoutBoard,
  IconMap2,
  IconNote,
  IconRoute,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useLibrary } from '../../parts/use-library.ts'
import { BoardSmall } from '../../parts/board-small.tsx'
import { PosterSmall } from '../../parts/poster-small.tsx'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import classes from './playlists.module.css'

const LOOK = { size: 22, stroke: 1.5, 'aria-hidden': true } as const

/** A small picture of an item: its thumbnail, or a sign of what it is. */
export function ItemPicture({ scene }: { scene: DraftScene }): ReactElement {
  const { assets, posters, boards } = useLibrary()
  switch (scene.kind) {
    case 'asset': {
      const asset = assets.find((each) => each.id === scene.assetId)
      return asset === undefined ? (
        <span className={classes.sign}>
          <IconAlertTriangle {...LOOK} />
        </span>
      ) : (
        <AssetPicture asset={asset} />
      )
    }
    case 'floorMap':
      return (
        <span className={classes.sign}>
          <IconMap2 {...LOOK} />
        </span>
      )
    case 'sitting':
      return (
        <span className={classes.sign}>
          <IconBuildingBank {...LOOK} />
        </span>
      )
    case 'live':
      return (
        <span className={classes.sign}>
          <IconAntenna {...LOOK} />
        </span>
      )
    case 'way':
      return (
        <span className={classes.sign}>
          <IconRoute {...LOOK} />
        </span>
      )
    case 'layout':
      return (
        <span className={classes.sign}>
          <IconLayoutBoard {...LOOK} />
        </span>
      )
    case 'notice':
      return (
        <span className={classes.sign}>
          <IconNote {...LOOK} />
        </span>
      )
    case 'board': {
      const board = boards.find((each) => each.id === scene.boardId)
      return board === undefined ? (
        <span className={classes.sign}>
          <IconAlertTriangle {...LOOK} />
        </span>
      ) : (
        <BoardSmall board={board} />
      )
    }
    case 'poster': {
      const poster = posters.find((each) => each.id === scene.posterId)
      return poster === undefined ? (
        <span className={classes.sign}>
          <IconAlertTriangle {...LOOK} />
        </span>
      ) : (
        <PosterSmall poster={poster} assets={assets} />
      )
    }
  }
}
