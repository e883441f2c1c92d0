import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { useFit } from '../../text/fit.ts'
import { Line, Text } from '../../text/text.tsx'
import { RouteBadge } from '../transit/route-badge.tsx'
import type { TransitService } from '../transit/transit-service.ts'
import { type TransitWord, transitWord } from '../transit/transit-words.ts'
import type { MapRoute } from './bus-network.ts'

interface BusMapLegendProps {
  routes: readonly MapRoute[]
  services: readonly TransitService[]
  /** Routes of which a vehicle is on the map now. */
  seen: ReadonlySet<string>
  hasStale: boolean
  language: KioskLanguage
}

/** Where shrinking ends for a map of many routes. */
const LEAST = 0.6

/** Which colour is which route, which of them are on the map now, and what the marks mean. */
export function BusMapLegend({ routes, services, seen, hasStale, language }: BusMapLegendProps): ReactElement {
  const word = (key: TransitWord): ReactElement => <Line text={transitWord(language, key)} language={language} />
  const isSilent = (route: MapRoute): boolean =>
    !seen.has(route.key) && services.some(({ feedId, health }) => feedId === route.feedId && health !== 'live')
  const box = useRef<HTMLUListElement>(null)
  useFit(box, JSON.stringify([language, routes.map(({ key }) => [key, seen.has(key)]), hasStale]), LEAST)
  return (
    <ul className="ak-bus-legend" ref={box}>
      {routes.map((route) => (
        <li key={route.key}>
          <RouteBadge {...route} language={language} />
          {route.longName !== null && <Text texts={route.longName.texts} language={language} />}
          {isSilent(route) && <small>{word('routeScheduled')}</small>}
        </li>
      ))}
      {seen.size > 0 && (
        <li>
          <i className="ak-bus-key" data-key="live" />
          {word('live')}
        </li>
      )}
      {hasStale && (
        <li>
          <i className="ak-bus-key" data-key="stale" />
          {word('stale')}
        </li>
      )}
      <li>
        <i className="ak-bus-key" data-key="stop" />
        {word('stop')}
      </li>
      {routes.some(({ order }) => order.length > 0) && <li>{word('noLine')}</li>}
    </ul>
  )
}
