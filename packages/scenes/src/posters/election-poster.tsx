import type { PosterContent } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Text } from '../text/text.tsx'
import { BallotBox } from './motifs.tsx'
import { daysWords, leafWords, timesWords } from './poster-dates.ts'
import { Figured, FiguredLines, Passage, PosterFoot, PosterHead, type PosterProps, Word } from './poster-parts.tsx'

type Election = Extract<PosterContent, { template: 'election' }>

/** 選挙: polling day as a leaf of the calendar, and where one can vote before. */
export function ElectionPoster(props: PosterProps & Election): ReactElement {
  const { title, language, day, times, early, note, contact, link } = props
  const { month, date, weekday } = leafWords(day, language)
  return (
    <>
      <div className="ak-poster-field" data-fits>
        <div className="ak-poster-leaf">
          <p className="ak-poster-leaf-head">
            <Word word="votingDay" language={language} />
          </p>
          <p className="ak-poster-leaf-day" lang={language}>
            <span className="ak-poster-leaf-month">{month}</span>
            <b>{date}</b>
            <span className="ak-poster-leaf-weekday">{weekday}</span>
          </p>
          <p className="ak-poster-leaf-times">
            <Figured line={timesWords(times, language)} language={language} />
          </p>
        </div>
        <BallotBox />
      </div>
      <div className="ak-poster-words" data-fits>
        <PosterHead title={title} language={language} />
        {early.length > 0 && (
          <section className="ak-poster-early">
            <h2>
              <Word word="earlyVoting" language={language} />
            </h2>
            {early.map((each, index) => (
              <div key={index} className="ak-poster-early-place">
                <p data-field={`early.${index}.place`}>
                  <Text texts={each.place} language={language} />
                </p>
                <p className="ak-poster-early-when" data-fits="width">
                  <FiguredLines
                    lines={[...daysWords(each.days, language), timesWords(each.times, language)]}
                    language={language}
                  />
                </p>
              </div>
            ))}
          </section>
        )}
        <Passage texts={note} field="note" language={language} />
        <PosterFoot contact={contact} link={link} language={language} />
      </div>
    </>
  )
}
