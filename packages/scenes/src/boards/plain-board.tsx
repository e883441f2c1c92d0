import type { BoardScene } from '@akari/protocol'
import type { ReactElement } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { ClockBoard } from './clock/clock-board.tsx'
import { NewsBoard } from './news/news-board.tsx'
import { NEWS_TURN_MS } from './news/news-page.ts'
import { feedIn, useSurroundings } from './surroundings.ts'
import { TodayBoard } from './today/today-board.tsx'
import { WeatherBoard } from './weather/weather-board.tsx'
import { WifiBoard } from './wifi/wifi-board.tsx'

export type PlainScene = Extract<BoardScene, { kind: 'weather' | 'news' | 'wifi' | 'clock' | 'today' }>

const MINUTE_MS = 60_000

/** A board of the day, with what is around this display handed in; drawn anew only when something on it changes. */
export function PlainBoard({ content, ...props }: SceneProps & { content: PlainScene }): ReactElement {
  const around = useSurroundings()
  const { timeZone, calendar, clockTrust } = around
  const { language, onReady, onFault } = props
  const told = { language, onReady, timeZone, nowMs: flooredTo(MINUTE_MS, around.nowMs) }
  switch (content.kind) {
    case 'weather':
      return <WeatherBoard {...told} content={content} snapshot={feedIn(around, content.feedId)} />
    case 'news':
      return (
        <NewsBoard
          {...told}
          content={content}
          snapshot={feedIn(around, content.feedId)}
          nowMs={flooredTo(NEWS_TURN_MS, around.nowMs)}
          onFault={onFault}
        />
      )
    case 'wifi':
      return <WifiBoard language={language} onReady={onReady} content={content} openNetwork={around.openNetwork} />
    case 'clock':
      return <ClockBoard {...told} content={content} clockTrust={clockTrust} calendar={calendar} />
    case 'today':
      return <TodayBoard {...told} content={content} calendar={calendar} sittings={around.sittings} />
  }
}

function flooredTo(stepMs: number, atMs: number | null): number | null {
  return atMs === null ? null : Math.floor(atMs / stepMs) * stepMs
}
