import type { PosterContent } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Passage, PosterFoot, PosterHead, type PosterProps } from './poster-parts.tsx'

type Notice = Extract<PosterContent, { template: 'notice' }>

/** お知らせ: the title on a field of colour, what there is to say beside it on paper. */
export function NoticePoster(props: PosterProps & Notice & { picture: ReactElement | null }): ReactElement {
  const { title, language, body, contact, link, picture } = props
  const head = <PosterHead title={title} word="notice" language={language} />
  return (
    <>
      <div className="ak-poster-field" data-fits>
        {picture ?? head}
      </div>
      <div className="ak-poster-words" data-fits>
        {picture !== null && head}
        <Passage texts={body} field="body" language={language} />
        <PosterFoot contact={contact} link={link} language={language} />
      </div>
    </>
  )
}
