import type { KioskLanguage, OfficeCalendar, TodayEvent, TodayScene } from '@akari/protocol'
import { memo, type ReactElement } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { dayWords, daysWords, shortTime, timesWords } from '../../posters/poster-dates.ts'
import { momentWords } from '../../text/moment.ts'
import { Line, Text } from '../../text/text.tsx'
import { eraWords } from '../clock/era.ts'
import { localDay } from '../local-day.ts'
import { BoardSheet, Nothing, Word } from '../plain-parts.tsx'
import { plainWord, type PlainWord } from '../plain-words.ts'
import { closuresAfter, eventsToday, type OfficeNow, officeNow, timesOn } from './office-day.ts'

interface TodayBoardProps extends Pick<SceneProps, 'language' | 'onReady'> {
  content: TodayScene
  /** To the minute; null while nobody knows the time. */
  nowMs: number | null
  timeZone: string
  calendar: OfficeCalendar | null
  /** Beside the events that staff wrote down. */
  sittings?: readonly TodayEvent[] | undefined
}

const MOST_CLOSURES = 2
const MOST_EVENTS = 5

/** 今日の市役所: is it open and until when, what is on in the building, and when it is closed next. */
export const TodayBoard = memo(function TodayBoard(props: TodayBoardProps): ReactElement {
  const { content, nowMs, timeZone, calendar, sittings = [], language, onReady } = props
  const { title, hours, note } = content
  const common = { kind: 'today', title, language, onReady }
  if (nowMs === null) {
    return (
      <BoardSheet {...common} state="unknown" content="">
        <Nothing word="dayUnknown" more="clockUnknownMore" language={language} />
      </BoardSheet>
    )
  }
  const office = { hours, calendar }
  const { date } = localDay(nowMs, timeZone)
  const now = officeNow(office, nowMs, timeZone)
  const times = timesOn(office, date)
  const holiday = calendar?.holidays.find((each) => each.date === date)?.name
  const closures = closuresAfter(office, date).slice(0, MOST_CLOSURES)
  const events = eventsToday([...content.events, ...sittings], nowMs, timeZone)
  return (
    <BoardSheet
      {...common}
      state={now.state}
      content={JSON.stringify([content, now, date, events])}
      aside={
        <>
          <Line text={dayWords(date, language)} language={language} />{' '}
          <Line text={eraWords(date, language)} language={language} />
        </>
      }
    >
      <div className="ak-today">
        <section className="ak-today-office" data-open={now.state === 'open'}>
          <Verdict now={now} language={language} />
          {holiday !== undefined && <Holiday name={holiday} language={language} />}
          {times.length > 0 && (
            <p className="ak-today-hours">
              <small>
                <Word word="openingHours" language={language} />
              </small>
              {times.map((range) => (
                <b key={range.start}>
                  <Line text={timesWords(range, language)} language={language} />
                </b>
              ))}
            </p>
          )}
        </section>
        <div className="ak-today-rest">
          <section className="ak-today-events">
            <Heading word="meetings" language={language} />
            {events.length === 0 ? (
              <p className="ak-today-none">
                <Word word="noMeetings" language={language} />
              </p>
            ) : (
              <ol>
                {events.slice(0, MOST_EVENTS).map(({ id, name, place, startsAt, endsAt, isOn }) => (
                  <li key={id} data-on={isOn}>
                    <p className="ak-today-when">
                      {isOn && (
                        <b>
                          <Word word="meetingNow" language={language} />
                        </b>
                      )}
                      <Line text={eventTimes(startsAt, endsAt, language, timeZone)} language={language} />
                    </p>
                    <p className="ak-today-what">
                      <b>
                        <Text texts={name} language={language} />
                      </b>
                      {place !== undefined && (
                        <small>
                          {' '}
                          <Text texts={place} language={language} />
                        </small>
                      )}
                    </p>
                  </li>
                ))}
              </ol>
            )}
          </section>
          <section className="ak-today-closures">
            <Heading word="closures" language={language} />
            {closures.length === 0 ? (
              <p className="ak-today-none">
                <Word word="noClosures" language={language} />
              </p>
            ) : (
              <ul>
                {closures.map(({ from, to, holidays }) => (
                  <li key={from}>
                    {daysWords({ from, to }, language).map((part) => (
                      <Line key={part} text={part} language={language} />
                    ))}
                    {language === 'ja' && holidays.length > 0 && <small>{holidays.join('・')}</small>}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {note !== undefined && (
            <p className="ak-today-note">
              <Text texts={note} language={language} />
            </p>
          )}
        </div>
      </div>
    </BoardSheet>
  )
})

function Heading({ word, language }: { word: PlainWord; language: KioskLanguage }): ReactElement {
  return (
    <h2>
      <Word word={word} language={language} />
    </h2>
  )
}

/** The one thing most people want to know. */
function Verdict({ now, language }: { now: OfficeNow; language: KioskLanguage }): ReactElement {
  switch (now.state) {
    case 'open':
      return (
        <p className="ak-today-verdict">
          <strong>
            <Word word="openNow" language={language} />
          </strong>
          <span>
            <Word word="openUntil" language={language} gaps={{ time: shortTime(now.until) }} />
          </span>
        </p>
      )
    case 'before':
      return (
        <p className="ak-today-verdict">
          <strong>
            <Word word="opensAt" language={language} gaps={{ time: shortTime(now.at) }} />
          </strong>
        </p>
      )
    case 'shut':
      return (
        <p className="ak-today-verdict">
          <strong>
            <Word word={now.isClosedDay ? 'closedToday' : 'closedNow'} language={language} />
          </strong>
          {now.next !== null && (
            <span>
              <Word
                word="nextOpen"
                language={language}
                gaps={{ date: dayWords(now.next.date, language), time: shortTime(now.next.at) }}
              />
            </span>
          )}
        </p>
      )
  }
}

function Holiday({ name, language }: { name: string; language: KioskLanguage }): ReactElement {
  const text = language === 'ja' ? name : plainWord(language, 'holiday')
  return (
    <p className="ak-today-holiday">
      <Line text={text} language={language} />
    </p>
  )
}

/** `13:00〜15:00`. */
function eventTimes(startsAt: string, endsAt: string | null, language: KioskLanguage, timeZone: string): string {
  const at = (instant: string): string => momentWords(instant, language, timeZone).time
  return timesWords({ start: at(startsAt), ...(endsAt === null ? {} : { end: at(endsAt) }) }, language)
}
