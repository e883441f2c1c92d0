import { type BusMapScene as BusMapContent, withoutRuby } from '@akari/protocol'
import { tripLines } from '@akari/transit'
import { type ReactElement, useEffect, useMemo, useRef } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { Line } from '../../text/text.tsx'
import { useSurroundings } from '../surroundings.ts'
import { useMapSize } from '../town/use-map-size.ts'
import { useStreets } from '../town/use-streets.tsx'
import { BoardBanner } from '../transit/board-banner.tsx'
import { BoardFoot } from '../transit/board-foot.tsx'
import { BoardHeader, NorthUp } from '../transit/board-header.tsx'
import { transitWord } from '../transit/transit-words.ts'
import { useBoardTime, useOpenFeeds, useTransit } from '../transit/use-transit.ts'
import { BusMapDrawing } from './bus-map-drawing.tsx'
import { BusMapLegend } from './bus-map-legend.tsx'
import { busMapPlan } from './bus-map-plan.ts'
import { busNetwork, ownLines } from './bus-network.ts'
import { seenVehicles } from './seen-vehicles.ts'
import { VehiclesLayer } from './vehicles-layer.tsx'

interface BusMapSceneProps extends SceneProps {
  content: BusMapContent
}

/** Where the buses of the neighbourhood are: their routes, stops and this building on the outlines of the town, north up. */
export function BusMapScene({ content, language, resources, playing, onReady }: BusMapSceneProps): ReactElement {
  const surroundings = useSurroundings()
  const time = useBoardTime(surroundings)
  const paper = useRef<HTMLDivElement>(null)
  const size = useMapSize(paper)
  const services = useTransit(
    content.feeds.map(({ feedId }) => feedId),
    resources,
    surroundings,
    time,
  )
  const town = content.map === undefined ? null : resources.townMap(content.map.sha256)
  const drawn = content.lines === undefined ? null : resources.routeLines(content.lines.sha256)
  const opens = useOpenFeeds(services)
  const network = useMemo(() => busNetwork(content.feeds, opens, drawn), [content.feeds, opens, drawn])
  const lines = useMemo(
    () => new Map(opens.map(({ feedId, open }) => [feedId, tripLines(open, ownLines(drawn, feedId))])),
    [opens, drawn],
  )
  const plan = useMemo(
    () => (size === null ? null : busMapPlan(network, content, size, language)),
    [network, content, size, language],
  )
  const vehicles = useMemo(() => {
    if (time === null) return []
    const feeds = services.flatMap((service) => {
      const ofFeed = lines.get(service.feedId)
      return ofFeed === undefined ? [] : [{ service, lines: ofFeed }]
    })
    return seenVehicles(feeds, network.routes, time)
  }, [services, lines, network, time])
  const streets = useStreets(content.basemap, plan?.projection ?? null, size, resources)
  const isDrawn = size !== null && streets.isSettled
  useEffect(() => {
    if (isDrawn) onReady()
  }, [isDrawn, onReady])
  const label = withoutRuby(transitWord(language, 'busMapLabel'))
  return (
    <section className="ak-scene ak-town ak-bus-map" data-testid="bus-map">
      <BoardHeader title={content.title} language={language}>
        <NorthUp language={language} />
      </BoardHeader>
      <BoardBanner {...{ services, time, language }} alone={false} />
      <div className="ak-town-body">
        <div className="ak-town-paper" ref={paper}>
          {plan !== null && size !== null && (
            <>
              {streets.layer}
              <BusMapDrawing {...{ plan, town, size, language, label }} hasStreets={streets.isShown} />
              <VehiclesLayer
                vehicles={vehicles}
                projection={plan.projection}
                size={size}
                fontPx={plan.fontPx * 1.15}
                language={language}
                moving={playing && !isStill()}
              />
            </>
          )}
          {plan === null && time !== null && (
            <p className="ak-board-none">
              <Line text={transitWord(language, 'noTimetable')} language={language} />
            </p>
          )}
        </div>
        <BusMapLegend
          routes={network.routes}
          services={services}
          seen={new Set(vehicles.map(({ route }) => route.key))}
          hasStale={vehicles.some(({ state }) => state === 'stale')}
          language={language}
        />
      </div>
      <BoardFoot
        attributions={[
          ...services.flatMap(({ snapshot }) => snapshot?.attribution ?? []),
          ...(town?.attribution ?? []),
          ...(content.basemap === undefined ? [] : [content.basemap.attribution]),
        ]}
        language={language}
      />
    </section>
  )
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
