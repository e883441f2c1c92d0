import type { KioskLanguage } from '@akari/protocol'
import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { momentWords } from '../../text/moment.ts'
import { Line, Text } from '../../text/text.tsx'
import type { DepartureRow as Row } from './departure-list.ts'
import { RouteBadge } from './route-badge.tsx'
import { type TransitWord, transitWord } from './transit-words.ts'

interface DepartureRowProps {
  row: Row
  language: KioskLanguage
}

/** From here on a clock time says more than a number of minutes. */
const MOST_MINUTES = 60
type Gaps = Record<string, string | number>

/** One departure: where to, when, in how long, how sure that is, and whether one still gets it. */
export function DepartureRow({ row, language }: DepartureRowProps): ReactElement {
  const { departure, route, open, plannedAtMs, expectedAtMs, walk, stop } = row
  const { timeZone } = open.timetable
  const clock = (ms: number): string => momentWords(ms, language, timeZone).time
  const word = (key: TransitWord, gaps: Gaps = {}): ReactElement => (
    <Line text={transitWord(language, key, gaps)} language={language} />
  )
  const comes = departure.state !== 'cancelled' && departure.state !== 'skipped'
  const leavesMs = expectedAtMs ?? plannedAtMs
  const isMoved =
    expectedAtMs !== null && plannedAtMs !== null && clock(expectedAtMs) !== clock(plannedAtMs) ? plannedAtMs : null
  return (
    <li className="ak-departure" data-state={departure.state} data-testid="departure">
      <RouteBadge {...route} language={language} />
      <p className="ak-departure-to">
        <strong>
          <Text texts={departure.headsign.texts} language={language} />
        </strong>
        {departure.isLast && comes && <em className="ak-departure-last">{word('last')}</em>}
      </p>
      <p className="ak-departure-time">
        {isMoved !== null && <s>{clock(isMoved)}</s>}
        {leavesMs !== null && <time data-gone={!comes}>{clock(leavesMs)}</time>}
      </p>
      <p className="ak-departure-in">{comes ? inWords(row, word) : null}</p>
      <p className="ak-departure-how" data-fits="width">
        {stop !== null && (
          <b className="ak-departure-stop">
            <Text texts={stop.name.texts} language={language} />
            {stop.platform !== null && ` ${stop.platform}`}
          </b>
        )}
        <span className="ak-departure-state">{stateWords(row, word)}</span>
        {departure.wheelchair !== 'unknown' && (
          <Wheelchair
            can={departure.wheelchair === 'yes'}
            label={transitWord(language, departure.wheelchair === 'yes' ? 'wheelchair' : 'noWheelchair')}
          />
        )}
        {walk.kind === 'now' && <span className="ak-departure-walk">{word('walkNow')}</span>}
        {walk.kind === 'by' && <span className="ak-departure-walk">{word('walkBy', { time: clock(walk.byMs) })}</span>}
        {walk.kind === 'late' && <span className="ak-departure-late">{word('walkLate')}</span>}
      </p>
    </li>
  )
}

function inWords({ minutes }: Row, word: (key: TransitWord, gaps?: Gaps) => ReactElement): ReactElement | null {
  if (minutes === null || minutes >= MOST_MINUTES) return null
  return minutes === 0 ? word('soon') : word('minutes', { minutes })
}

function stateWords(row: Row, word: (key: TransitWord, gaps?: Gaps) => ReactElement): ReactElement {
  const { departure, delayMinutes, ageMinutes } = row
  switch (departure.state) {
    case 'cancelled':
      return word('cancelled')
    case 'skipped':
      return word('skipped')
    case 'scheduled':
      return departure.everySeconds === null
        ? word('scheduled')
        : word('every', { minutes: Math.max(1, Math.round(departure.everySeconds / 60)) })
    case 'live':
      return delayWords(delayMinutes, word)
    case 'stale':
      return (
        <>
          {delayWords(delayMinutes, word)} {word('aged', { minutes: ageMinutes ?? 1 })}
        </>
      )
  }
}

function delayWords(minutes: number | null, word: (key: TransitWord, gaps?: Gaps) => ReactElement): ReactElement {
  if (minutes === null || minutes === 0) return word('onTime')
  return minutes > 0 ? word('late', { minutes }) : word('early', { minutes: -minutes })
}

function Wheelchair({ can, label }: { can: boolean; label: string }): ReactElement {
  return (
    <svg
      className="ak-departure-wheelchair"
      viewBox="0 0 24 24"
      role="img"
      aria-label={withoutRuby(label)}
      data-can={can}
    >
      <circle cx="10.5" cy="3.6" r="2.3" />
      <path d="M10.5 7.5v7h6l3 5.5M10.7 10.3h5M8 11.4a6 6 0 1 0 7.3 8" />
      {!can && <path className="ak-departure-cross" d="M3 3l18 18" />}
    </svg>
  )
}
