import { type FeedSnapshot, type KioskLanguage, type WeatherScene, type WeekDay, withoutRuby } from '@akari/protocol'
import { memo, type ReactElement } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { dayWords } from '../../posters/poster-dates.ts'
import { weekdayOfDate } from '../day-words.ts'
import { BoardSheet, Nothing, sinceWords, Word } from '../plain-parts.tsx'
import { SourceLine } from '../source-line.tsx'
import { plainWord } from '../plain-words.ts'
import { Line } from '../../text/text.tsx'
import { type Forecast, type ForecastDay, forecastAt, highestRain, type RainPeriod } from './forecast-days.ts'
import { heatRisk } from './heat-risk.ts'
import { knownWeather } from './weather-age.ts'
import { WeatherSymbol } from './weather-symbol.tsx'
import { weatherWords } from './weather-words.ts'

interface WeatherBoardProps extends Pick<SceneProps, 'language' | 'onReady'> {
  content: WeatherScene
  snapshot: FeedSnapshot | null
  /** To the minute; null while nobody knows the time. */
  nowMs: number | null
  timeZone: string
}

/** 今日・明日 and the week, as JMA foretells them, with symbols of our own; an old forecast says so, and a very old one is none. */
export const WeatherBoard = memo(function WeatherBoard(props: WeatherBoardProps): ReactElement {
  const { content, snapshot, nowMs, timeZone, language, onReady } = props
  const known = knownWeather(snapshot, nowMs)
  const forecast = known.kind === 'report' && nowMs !== null ? forecastAt(known.report, nowMs, timeZone) : null
  const common = { kind: 'weather', title: content.title, language, onReady }
  if (known.kind === 'none' || nowMs === null || forecast === null || forecast.today === null) {
    return (
      <BoardSheet {...common} state="none" content="">
        <Nothing word="weatherNone" more="weatherNoneMore" language={language} />
      </BoardSheet>
    )
  }
  const { report, attribution, oldSince } = known
  const told = (at: string): string => sinceWords(at, nowMs, language, timeZone)
  const heat = heatRisk(report.heat, nowMs, timeZone)
  return (
    <BoardSheet
      {...common}
      state={oldSince === null ? 'fresh' : 'old'}
      content={JSON.stringify([report, forecast])}
      aside={
        <>
          <SourceLine attribution={attribution} language={language} />
          <span>
            <Word word="published" language={language} gaps={{ time: told(report.publishedAt) }} />
          </span>
          {oldSince !== null && (
            <strong>
              <Word word="weatherOld" language={language} gaps={{ since: told(oldSince) }} />
            </strong>
          )}
        </>
      }
    >
      <div className="ak-weather" data-week={forecast.week.length > 0}>
        <DayCard day={forecast.today} which="today" language={language} />
        {forecast.tomorrow !== null && <DayCard day={forecast.tomorrow} which="tomorrow" language={language} />}
        {heat !== null && heat.step > 0 && <Heat {...heat} language={language} />}
        <Week forecast={forecast} language={language} />
      </div>
    </BoardSheet>
  )
})

function DayCard({
  day,
  which,
  language,
}: {
  day: ForecastDay
  which: 'today' | 'tomorrow'
  language: KioskLanguage
}): ReactElement {
  const words = weatherWords(day.code, language)
  return (
    <section className="ak-weather-day" data-day={which}>
      <h2>
        <Word word={which} language={language} />
        <small>
          <Line text={dayWords(day.date, language)} language={language} />
        </small>
      </h2>
      <div className="ak-weather-sight">
        <WeatherSymbol code={day.code} label={withoutRuby(words)} />
        <div>
          <p className="ak-weather-words">
            {words === '' ? <Line text={day.text ?? ''} language="ja" /> : <Line text={words} language={language} />}
          </p>
          <Temperatures max={day.max} min={day.min} language={language} />
        </div>
      </div>
      {day.rain.length > 0 && <Rain rain={day.rain} language={language} />}
    </section>
  )
}

function Temperatures({
  max,
  min,
  language,
}: {
  max: number | null
  min: number | null
  language: KioskLanguage
}): ReactElement | null {
  if (max === null && min === null) return null
  return (
    <p className="ak-weather-temperatures">
      {max !== null && (
        <span data-which="high">
          <small>
            <Word word="high" language={language} />
          </small>
          <b>{max}</b>℃
        </span>
      )}
      {min !== null && (
        <span data-which="low">
          <small>
            <Word word="low" language={language} />
          </small>
          <b>{min}</b>℃
        </span>
      )}
    </p>
  )
}

/** Each quarter of the day between its hours, where the report tells them; in a small place the highest of what is left. */
function Rain({ rain, language }: { rain: readonly RainPeriod[]; language: KioskLanguage }): ReactElement {
  const highest = highestRain(rain)
  return (
    <div className="ak-weather-rain">
      <p className="ak-weather-rain-label">
        <Word word="rainChance" language={language} />
        {highest !== null && <b>{highest}%</b>}
      </p>
      {rain.length > 1 && (
        <ol aria-label={withoutRuby(plainWord(language, 'rainChance'))}>
          {rain.map(({ from, until, percent, isOver }) => (
            <li key={from} data-over={isOver}>
              <b>{isOver || percent === null ? '–' : `${percent}%`}</b>
              <small>{from}</small>
              {until === 24 && <small data-end="true">24</small>}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Heat({ step, wbgt, language }: { step: number; wbgt: number; language: KioskLanguage }): ReactElement {
  const risk = (['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const)[step] ?? 'heat4'
  return (
    <p className="ak-weather-heat" data-step={step}>
      <strong>
        <Word word="heat" language={language} /> <Word word={risk} language={language} />
      </strong>
      <small>
        <Word word="heatIndex" language={language} gaps={{ value: String(Math.round(wbgt)) }} />
      </small>
    </p>
  )
}

const MOST_DAYS = 6

function Week({ forecast, language }: { forecast: Forecast; language: KioskLanguage }): ReactElement | null {
  const days = forecast.week.slice(0, MOST_DAYS)
  if (days.length === 0) return null
  return (
    <ol className="ak-weather-week">
      {days.map((day) => (
        <WeekColumn key={day.date} day={day} language={language} />
      ))}
    </ol>
  )
}

function WeekColumn({ day, language }: { day: WeekDay; language: KioskLanguage }): ReactElement {
  const { date, code, max, min, rain } = day
  return (
    <li>
      <p className="ak-weather-weekday">
        <span>{Number(date.slice(8))}</span>{' '}
        <small>
          <Line text={weekdayOfDate(date, language)} language={language} />
        </small>
      </p>
      <WeatherSymbol code={code} label={withoutRuby(weatherWords(code, language))} />
      {max !== null && min !== null && (
        <p className="ak-weather-week-temperatures">
          <b>{max}</b> <span>{min}</span>
        </p>
      )}
      {rain !== null && (
        <p className="ak-weather-week-rain" aria-label={withoutRuby(`${plainWord(language, 'rainChance')} ${rain}%`)}>
          {rain}%
        </p>
      )}
    </li>
  )
}
