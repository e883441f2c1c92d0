import { type DeparturesScene, type KioskLanguage, withoutRuby } from '@akari/protocol'
import { type ReactElement, useMemo, useRef } from 'react'
import { useMapSize } from '../town/use-map-size.ts'
import type { TransitService } from '../transit/transit-service.ts'
import { transitWord } from '../transit/transit-words.ts'
import { useOpenFeeds } from '../transit/use-transit.ts'
import { BusMapDrawing } from './bus-map-drawing.tsx'
import { busMapPlan } from './bus-map-plan.ts'
import { stopsOfBoard } from './stops-of-board.ts'

interface StopMapProps {
  feeds: DeparturesScene['feeds']
  services: readonly TransitService[]
  language: KioskLanguage
}

/** Where the stops of a board are: what is left of it when no timetable is good for today. */
export function StopMap({ feeds, services, language }: StopMapProps): ReactElement {
  const paper = useRef<HTMLDivElement>(null)
  const size = useMapSize(paper)
  const opens = useOpenFeeds(services)
  const { network, own, area } = useMemo(() => stopsOfBoard(feeds, opens), [feeds, opens])
  const plan = useMemo(
    () => (size === null ? null : busMapPlan(network, area === null ? {} : { area }, size, language, own)),
    [network, own, area, size, language],
  )
  const label = withoutRuby(transitWord(language, 'stopMapLabel'))
  return (
    <div className="ak-town-paper" ref={paper} data-testid="stop-map">
      {plan !== null && size !== null && (
        <BusMapDrawing {...{ plan, size, language, label }} town={null} hasStreets={false} />
      )}
    </div>
  )
}
