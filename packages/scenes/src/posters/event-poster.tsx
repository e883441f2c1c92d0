import type { PosterContent } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Confetti } from './motifs.tsx'
import { Passage, PlaceLine, PosterFoot, PosterHead, type PosterProps, WhenLines } from './poster-parts.tsx'

type Event = Extract<PosterContent, { template: 'event' }>

/** イベント: a picture over the whole of one side; name, day, time and place one under the other. */
export function EventPoster(props: PosterProps & Event & { picture: ReactElement | null }): ReactElement {
  const { title, language, days, times, place, note, contact, link, picture } = props
  return (
    <>
      <div className="ak-poster-field" data-fits>
        {picture ?? <Confetti />}
      </div>
      <div className="ak-poster-words" data-fits>
        <PosterHead title={title} language={language} />
        <WhenLines days={days} times={times} language={language} />
        <PlaceLine place={place} language={language} />
        <Passage texts={note} field="note" language={language} />
        <PosterFoot contact={contact} link={link} language={language} />
      </div>
    </>
  )
}
