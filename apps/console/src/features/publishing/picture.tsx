import { IconMessage, IconPhotoOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import classes from './publishing.module.css'

/** What an item looks like: its picture, or a mark where it has none or it is not kept any more. The title stands beside. */
export function Picture({ sha256 }: { sha256: string | null }): ReactElement {
  const [isGone, setGone] = useState(false)
  if (sha256 === null || isGone) {
    const Icon = isGone ? IconPhotoOff : IconMessage
    return (
      <span className={classes.picture}>
        <Icon size={20} stroke={1.4} aria-hidden />
      </span>
    )
  }
  return (
    <img className={classes.picture} src={`/api/files/${sha256}`} alt="" loading="lazy" onError={() => setGone(true)} />
  )
}
