import type { PosterContent } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Text } from '../text/text.tsx'
import { dayWords, daysWords } from './poster-dates.ts'
import { Filled, FiguredLines, Passage, PosterFoot, type PosterProps, Word } from './poster-parts.tsx'

type Closure = Extract<PosterContent, { template: 'closure' }>

/** 休館・閉庁: the sign that hangs at a closed door, and when it opens again. */
export function ClosurePoster(props: PosterProps & Closure): ReactElement {
  const { title, language, days, place, reopens, note, contact, link } = props
  return (
    <>
      <div className="ak-poster-field" data-fits>
        <div className="ak-poster-sign">
          <svg className="ak-poster-cord" viewBox="0 0 200 60" aria-hidden preserveAspectRatio="none">
            <path d="M20 60 100 6l80 54" />
          </svg>
          <p className="ak-poster-kicker">
            {place === undefined ? (
              <Word word="closure" language={language} />
            ) : (
              <Text texts={place} language={language} />
            )}
          </p>
          <h1 className="ak-poster-title" data-field="title" data-fits="width">
            <Text texts={title} language={language} />
          </h1>
        </div>
      </div>
      <div className="ak-poster-words" data-fits>
        <p className="ak-poster-days" data-fits="width">
          <FiguredLines lines={daysWords(days, language)} language={language} />
        </p>
        {reopens !== undefined && (
          <p className="ak-poster-reopens" data-fits="width">
            <Filled word="reopens" gap={dayWords(reopens, language)} language={language} />
          </p>
        )}
        <Passage texts={note} field="note" language={language} />
        <PosterFoot contact={contact} link={link} language={language} />
      </div>
    </>
  )
}
