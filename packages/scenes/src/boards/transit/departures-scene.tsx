import { type DeparturesScene as DeparturesContent, type KioskLanguage, type Texts, textIn } from '@akari/protocol'
import { routesAt } from '@akari/transit'
import { type ReactElement, useEffect, useMemo, useRef } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { useFit } from '../../text/fit.ts'
import { Line, Text } from '../../text/text.tsx'
import { StopMap } from '../bus-map/stop-map.tsx'
import { useSurroundings } from '../surroundings.ts'
import { BoardBanner } from './board-banner.tsx'
import { BoardFoot } from './board-foot.tsx'
import { BoardHeader } from './board-header.tsx'
import { type BoardStops, type DepartureList, departureList } from './departure-list.ts'
import { DepartureRow } from './departure-row.tsx'
import { areLapsed, dayNumber, type TransitService, wordsAbout } from './transit-service.ts'
import { dateOf, transitWord } from './transit-words.ts'
import { useBoardTime, useTransit } from './use-transit.ts'
import { useWholeRows } from './use-whole-rows.ts'

interface DeparturesSceneProps extends SceneProps {
  content: DeparturesContent
}

/** More rows than any glass has room for at three metres. */
const MOST_ROWS = 12

/** The next buses of one place, live ones and those by the timetable in one list. */
export function DeparturesScene({ content, language, resources, onReady }: DeparturesSceneProps): ReactElement {
  const surroundings = useSurroundings()
  const time = useBoardTime(surroundings)
  const feedIds = content.feeds.map(({ feedId }) => feedId)
  const services = useTransit(feedIds, resources, surroundings, time)
  const walkMinutes = content.walkMinutes ?? null
  const list = useMemo(
    () => (time === null ? null : departureList(placesOf(content, services), time, walkMinutes, MOST_ROWS)),
    [content, services, time, walkMinutes],
  )
  const rows = useRef<HTMLUListElement>(null)
  const shown = JSON.stringify([
    language,
    list?.rows.map(({ id, minutes, departure }) => [id, minutes, departure.state]),
  ])
  useWholeRows(rows, shown)
  useEffect(onReady, [onReady])
  const isLapsed = areLapsed(services)
  return (
    <section className="ak-scene ak-departures" data-testid="departures">
      <BoardHeader title={content.title} language={language}>
        {walkMinutes !== null && (
          <p className="ak-board-walk">
            <Line
              text={transitWord(language, walkMinutes === 0 ? 'walkHere' : 'walk', { minutes: walkMinutes })}
              language={language}
            />
          </p>
        )}
      </BoardHeader>
      <BoardBanner {...{ services, time, language }} alone={list === null || list.rows.length === 0} />
      {list !== null && list.day.kind !== 'today' && services.length > 0 && !isLapsed && (
        <DayWords list={list} language={language} nowMs={time?.ms ?? 0} />
      )}
      {time !== null && services.length === 0 && (
        <p className="ak-board-none">
          <Line text={transitWord(language, 'noTimetable')} language={language} />
        </p>
      )}
      {isLapsed ? (
        <StopMap feeds={content.feeds} services={services} language={language} />
      ) : (
        <ul className="ak-departures-list" ref={rows}>
          {list?.rows.map((row) => (
            <DepartureRow key={row.id} row={row} language={language} />
          ))}
        </ul>
      )}
      <Said texts={time === null ? [] : noticesOf(content, services, time.ms)} language={language} />
      <BoardFoot attributions={services.flatMap(({ snapshot }) => snapshot?.attribution ?? [])} language={language} />
    </section>
  )
}

function placesOf({ feeds }: DeparturesContent, services: readonly TransitService[]): BoardStops[] {
  return feeds.flatMap(({ feedId, stops, routes }) => {
    const service = services.find((known) => known.feedId === feedId)
    return service === undefined ? [] : [{ service, stops, routes: routes ?? null }]
  })
}

/** That the buses of today are over, and when the next leaves. */
function DayWords(props: { list: DepartureList; language: KioskLanguage; nowMs: number }): ReactElement {
  const { list, language, nowMs } = props
  const { day } = list
  const today = dayNumber(nowMs, list.rows[0]?.open.timetable.timeZone ?? 'Asia/Tokyo')
  const next =
    day.kind !== 'over'
      ? transitWord(language, 'none')
      : transitWord(language, day.day === today + 1 ? 'tomorrow' : 'later', { date: dateOf(day.day, language) })
  return (
    <p className="ak-board-none">
      {day.kind === 'over' && (
        <strong>
          <Line text={transitWord(language, 'over')} language={language} />
        </strong>
      )}
      <Line text={next} language={language} />
    </p>
  )
}

/** What operators and staff say about the routes and stops of the board, each once. */
function noticesOf({ feeds }: DeparturesContent, services: readonly TransitService[], atMs: number): Texts[] {
  const said = services.flatMap((service) => {
    const board = feeds.find(({ feedId }) => feedId === service.feedId)
    const stops = board?.stops ?? []
    const routes = board?.routes ?? routesAt(service.open, stops)
    return wordsAbout(service, atMs, { routes, stops }).map(({ title }) => title)
  })
  return [...new Map(said.map((title) => [title.ja, title])).values()]
}

function Said({ texts, language }: { texts: readonly Texts[]; language: KioskLanguage }): ReactElement | null {
  const box = useRef<HTMLUListElement>(null)
  useFit(box, texts.map((each) => textIn(each, language).text).join('\n'), 0.6)
  if (texts.length === 0) return null
  return (
    <ul className="ak-board-said" ref={box}>
      {texts.map((each) => (
        <li key={each.ja}>
          <Text texts={each} language={language} />
        </li>
      ))}
    </ul>
  )
}
