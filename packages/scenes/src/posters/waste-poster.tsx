import { type KioskLanguage, type PosterContent, type WasteDays, WEEKDAYS } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Text } from '../text/text.tsx'
import { byWord, shortTime, weekdaySign, weeksWords } from './poster-dates.ts'
import { Figured, Filled, PosterFoot, PosterHead, type PosterProps, Word } from './poster-parts.tsx'
import { WasteSign } from './waste-sign.tsx'

type Waste = Extract<PosterContent, { template: 'waste' }>

/** ごみ収集: a row for each kind, with its days filled in among the seven of the week. */
export function WastePoster(props: PosterProps & Waste): ReactElement {
  const { title, language, area, by, kinds, contact, link } = props
  return (
    <div className="ak-poster-words" data-fits>
      <div className="ak-poster-headline">
        <PosterHead title={title} language={language} />
        <div className="ak-poster-as-of">
          {area !== undefined && (
            <p className="ak-poster-area" data-field="area">
              <Text texts={area} language={language} />
            </p>
          )}
          {by !== undefined && (
            <p>
              <Filled word={byWord(by)} gap={shortTime(by)} language={language} />
            </p>
          )}
        </div>
      </div>
      <ul className="ak-poster-kinds" data-count={kinds.length}>
        {kinds.map((each) => (
          <Kind key={each.kind} {...each} language={language} />
        ))}
      </ul>
      <PosterFoot contact={contact} link={link} language={language} />
    </div>
  )
}

function Kind({ kind, weekdays, weeks, language }: WasteDays & { language: KioskLanguage }): ReactElement {
  return (
    <li className="ak-poster-kind" data-kind={kind}>
      <WasteSign kind={kind} />
      <p className="ak-poster-kind-name">
        <Word word={kind} language={language} />
      </p>
      <p className="ak-poster-weeks">
        <Figured line={weeksWords(weeks, language)} language={language} />
      </p>
      <ol className="ak-poster-week" lang={language}>
        {WEEKDAYS.map((weekday) => {
          const { sign, whole } = weekdaySign(weekday, language)
          const isOn = weekdays.includes(weekday)
          return (
            <li key={weekday} data-on={isOn} aria-label={isOn ? whole : undefined} aria-hidden={!isOn}>
              {sign}
            </li>
          )
        })}
      </ol>
    </li>
  )
}
