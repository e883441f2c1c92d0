import type { PosterContent, RecruitmentFact } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Text } from '../text/text.tsx'
import { dayWords } from './poster-dates.ts'
import { Figured, PosterFoot, PosterHead, type PosterProps, Word } from './poster-parts.tsx'
import type { PosterWord } from './poster-words.ts'

type Recruitment = Extract<PosterContent, { template: 'recruitment' }>

const FACT_WORDS: Record<RecruitmentFact, PosterWord> = {
  who: 'who',
  count: 'count',
  period: 'period',
  hours: 'hours',
  place: 'factPlace',
  pay: 'pay',
}

/** 募集: whom the city looks for on a field of green, what it offers beside it, and by when. */
export function RecruitmentPoster(props: PosterProps & Recruitment & { picture: ReactElement | null }): ReactElement {
  const { title, language, facts, deadline, contact, link, picture } = props
  const head = <PosterHead title={title} word="recruitment" language={language} />
  return (
    <>
      <div className="ak-poster-field" data-fits>
        {picture ?? head}
      </div>
      <div className="ak-poster-words" data-fits>
        {picture !== null && head}
        <dl className="ak-poster-facts">
          {facts.map(({ fact, text }, index) => (
            <div key={index}>
              <dt>
                <Word word={FACT_WORDS[fact]} language={language} />
              </dt>
              <dd data-field={`facts.${index}.text`}>
                <Text texts={text} language={language} />
              </dd>
            </div>
          ))}
        </dl>
        {deadline !== undefined && (
          <p className="ak-poster-deadline">
            <span className="ak-poster-chip">
              <Word word="deadline" language={language} />
            </span>
            <Figured line={dayWords(deadline, language)} language={language} />
          </p>
        )}
        <PosterFoot contact={contact} link={link} language={language} />
      </div>
    </>
  )
}
