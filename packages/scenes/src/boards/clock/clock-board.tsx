import type { ClockScene, KioskLanguage, LocalDate, OfficeCalendar } from '@akari/protocol'
import { dayKindsOf } from '@akari/programme'
import { memo, type ReactElement } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { dayWords } from '../../posters/poster-dates.ts'
import { momentWords } from '../../text/moment.ts'
import { Line } from '../../text/text.tsx'
import { monthWords, weekdayOfDate } from '../day-words.ts'
import { localDay } from '../local-day.ts'
import { BoardSheet, Nothing, Word } from '../plain-parts.tsx'
import { plainWord } from '../plain-words.ts'
import { ClockFace } from './clock-face.tsx'
import { eraWords } from './era.ts'
import { monthLeaf } from './month-leaf.ts'

interface ClockBoardProps extends Pick<SceneProps, 'language' | 'onReady'> {
  content: ClockScene
  /** To the minute; null while nobody knows the time. */
  nowMs: number | null
  clockTrust: 'synced' | 'holdover' | 'unknown'
  timeZone: string
  calendar: OfficeCalendar | null
}

/** The time, the day with its 和暦, and the month with its holidays. A clock that nobody vouches for shows no time. */
export const ClockBoard = memo(function ClockBoard(props: ClockBoardProps): ReactElement {
  const { content, nowMs, clockTrust, timeZone, calendar, language, onReady } = props
  const common = { kind: 'clock', title: content.title, language, onReady }
  if (nowMs === null || clockTrust === 'unknown') {
    return (
      <BoardSheet {...common} state="unknown" content="">
        <Nothing word="clockUnknown" more="clockUnknownMore" language={language} />
      </BoardSheet>
    )
  }
  const { date, minutes } = localDay(nowMs, timeZone)
  const { time } = momentWords(nowMs, language, timeZone)
  const holiday = holidayWords(calendar, date, language)
  return (
    <BoardSheet
      {...common}
      state={clockTrust}
      content={`${date} ${content.face} ${content.calendar}`}
      {...(clockTrust === 'holdover' ? { aside: <Word word="clockHeld" language={language} /> } : {})}
    >
      <div className="ak-clock" data-face={content.face} data-calendar={content.calendar}>
        <div className="ak-clock-now">
          {content.face === 'analogue' && <ClockFace minutes={minutes} label={time} />}
          {content.face === 'digital' && <time className="ak-clock-time">{time}</time>}
          <p className="ak-clock-day">
            <Line text={dayWords(date, language)} language={language} />
          </p>
          <p className="ak-clock-era">
            <Word word="year" language={language} gaps={{ year: date.slice(0, 4), era: eraWords(date, language) }} />
            {holiday !== null && (
              <b className="ak-clock-holiday">
                <Line {...holiday} />
              </b>
            )}
          </p>
        </div>
        {content.calendar && <Month date={date} calendar={calendar} language={language} />}
      </div>
    </BoardSheet>
  )
})

/** The name of a 祝日 for who reads Japanese, the word for it for everybody else. */
function holidayWords(calendar: OfficeCalendar | null, date: LocalDate, language: KioskLanguage) {
  const name = calendar?.holidays.find((holiday) => holiday.date === date)?.name
  if (name === undefined) return null
  if (language === 'ja') return { text: name, language }
  return { text: plainWord(language, 'holiday'), language }
}

/** Seven stand beside each other: two letters of English have to do. */
function shortestWeekday(day: LocalDate, language: KioskLanguage): string {
  const weekday = weekdayOfDate(day, language)
  return language === 'en' ? weekday.slice(0, 2) : weekday
}

function Month({
  date,
  calendar,
  language,
}: {
  date: LocalDate
  calendar: OfficeCalendar | null
  language: KioskLanguage
}): ReactElement {
  const weeks = monthLeaf(date)
  const kindsOf = dayKindsOf(calendar ?? undefined)
  const isOfMonth = (day: LocalDate): boolean => day.slice(0, 7) === date.slice(0, 7)
  const days = weeks.flat().filter(isOfMonth)
  const holidays = days.filter((day) => kindsOf(day).has('holiday'))
  const isClosedSome = days.some((day) => kindsOf(day).has('closed'))
  return (
    <section className="ak-month">
      <h2>
        <Line text={monthWords(date, language)} language={language} />
      </h2>
      <table>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                <Line text={shortestWeekday(day, language)} language={language} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-other={!isOfMonth(day)}
                  data-today={day === date}
                  data-holiday={isOfMonth(day) && kindsOf(day).has('holiday')}
                  data-closed={isOfMonth(day) && kindsOf(day).has('closed')}
                >
                  <span>{Number(day.slice(8))}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="ak-month-key">
        {holidays.map((day) => {
          const name = holidayWords(calendar, day, language)
          return (
            <li key={day} data-of="holiday">
              <b>{Number(day.slice(8))}</b> {name !== null && <Line {...name} />}
            </li>
          )
        })}
        {isClosedSome && (
          <li data-of="closed">
            <Word word="closedDay" language={language} />
          </li>
        )}
      </ul>
    </section>
  )
}
