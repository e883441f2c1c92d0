import type { PosterContent } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Canvas } from './motifs.tsx'
import { Passage, PlaceLine, PosterFoot, PosterHead, type PosterProps, WhenLines } from './poster-parts.tsx'

type Exhibition = Extract<PosterContent, { template: 'exhibition' }>

/** 展示: one work, framed on the wall, and its label beside it. */
export function ExhibitionPoster(props: PosterProps & Exhibition & { picture: ReactElement | null }): ReactElement {
  const { title, language, days, times, place, note, contact, link, picture } = props
  return (
    <>
      <div className="ak-poster-field" data-fits>
        <div className="ak-poster-wall">{picture ?? <Canvas />}</div>
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
