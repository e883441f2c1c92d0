import type { AssetView } from '@akari/protocol'
import { IconMap2, IconMovie, IconPhotoOff, IconVolume } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import classes from './asset-picture.module.css'

/** Thumbnail of a media file; a sign of its kind where there is none. */
export function AssetPicture({ asset }: { asset: Pick<AssetView, 'kind' | 'thumbnailUrl'> }): ReactElement {
  if (asset.thumbnailUrl !== null) {
    return <img className={classes.picture} src={asset.thumbnailUrl} alt="" loading="lazy" draggable={false} />
  }
  return <div className={classes.sign}>{signOf(asset.kind)}</div>
}

function signOf(kind: AssetView['kind']): ReactElement {
  const look = { size: 40, stroke: 1.2, 'aria-hidden': true } as const
  switch (kind) {
    case 'image':
      return <IconPhotoOff {...look} />
    case 'video':
      return <IconMovie {...look} />
    case 'venue':
      return <IconMap2 {...look} />
    case 'audio':
      return <IconVolume {...look} />
  }
}
