import type { Ruby } from '@akari/protocol'
import { matchIn } from '@akari/scenes'
import type { ReactElement } from 'react'
import classes from './captions.module.css'

/** A text with the first place marked that was looked for (`search` empty: nothing was), as kiosks mark it. */
export function Marked({
  text,
  ruby = [],
  search,
}: {
  text: string
  /** How it is read, where that is known. */
  ruby?: Ruby | undefined
  search: string
}): ReactElement {
  const place = search === '' ? null : matchIn(text, ruby, search)
  if (place === null) return <>{text}</>
  return (
    <>
      {place.before}
      <mark className={classes.found}>{place.match}</mark>
      {place.after}
    </>
  )
}
