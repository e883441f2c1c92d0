import { type MediaVariant, PICTURED_TEMPLATES, type PosterContent, type Texts } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useFit } from '../text/fit.ts'
import { layoutFor } from './poster-layout.ts'
import { ClosurePoster } from './closure-poster.tsx'
import { CountersPoster } from './counters-poster.tsx'
import { ElectionPoster } from './election-poster.tsx'
import { EventPoster } from './event-poster.tsx'
import { ExhibitionPoster } from './exhibition-poster.tsx'
import { NoticePoster } from './notice-poster.tsx'
import { PosterPicture } from './poster-picture.tsx'
import { RecruitmentPoster } from './recruitment-poster.tsx'
import { WastePoster } from './waste-poster.tsx'

interface PosterSceneProps extends SceneProps {
  title: Texts
  poster: PosterContent
  picture?: readonly MediaVariant[] | undefined
}

/** Where shrinking ends; before that all texts have the size of a caption. */
const LEAST = 0.3

/**
 * A poster that staff filled in, set by its template for the shape of the glass. Its texts give way together, down to the
 * caption's size; one that is too long even so has `data-overfull` (`readable` in poster-room.ts says it to whoever writes
 * it) and is set smaller than that, for a glass never cuts a word off.
 */
export function PosterScene({ title, poster, picture, ...props }: PosterSceneProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null)
  const { language, onReady } = props
  useFit(sheet, `${language} ${JSON.stringify([title, poster])}`, LEAST)
  const isPictured = picture !== undefined && PICTURED_TEMPLATES.includes(poster.template)
  useEffect(() => {
    if (!isPictured) onReady()
  }, [isPictured, onReady])
  const drawn = isPictured ? <PosterPicture {...props} title={title} variants={picture} /> : null
  return (
    <article
      className="ak-scene ak-poster"
      data-template={poster.template}
      data-pictured={isPictured}
      data-layout={isPictured ? 'side' : layoutFor(poster.template, title, language)}
    >
      <div className="ak-poster-sheet" ref={sheet}>
        <Template title={title} poster={poster} picture={drawn} language={language} />
      </div>
    </article>
  )
}

function Template({
  poster,
  picture,
  ...props
}: Pick<PosterSceneProps, 'title' | 'poster' | 'language'> & { picture: ReactElement | null }): ReactElement {
  switch (poster.template) {
    case 'notice':
      return <NoticePoster {...props} {...poster} picture={picture} />
    case 'event':
      return <EventPoster {...props} {...poster} picture={picture} />
    case 'counters':
      return <CountersPoster {...props} {...poster} />
    case 'election':
      return <ElectionPoster {...props} {...poster} />
    case 'waste':
      return <WastePoster {...props} {...poster} />
    case 'exhibition':
      return <ExhibitionPoster {...props} {...poster} picture={picture} />
    case 'recruitment':
      return <RecruitmentPoster {...props} {...poster} picture={picture} />
    case 'closure':
      return <ClosurePoster {...props} {...poster} />
  }
}
