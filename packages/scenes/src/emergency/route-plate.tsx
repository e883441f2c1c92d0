import type { Alert, KioskLanguage } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { wordsBeside } from '../locales/words-beside.ts'
import type { PictogramName } from '../map/pictogram-names.ts'
import { Pictogram } from '../map/pictogram.tsx'
import { VenueMap } from '../map/venue-map.tsx'
import { Line } from '../text/text.tsx'
import { emergencyLines } from './alert-lines.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { ExitSign } from './exit-sign.tsx'
import { type EvacuationPlace, evacuationMarks, wayOut } from './evacuation-marks.ts'
import type { Turn } from './rotation.ts'
import { SpokenLines } from './spoken-lines.tsx'

interface RoutePlateProps {
  alert: Alert
  turn: Turn
  easyStands: boolean
  /** Where the display stands; null where no plan of its level is at hand. */
  place: EvacuationPlace | null
}

/**
 * S3: the way out. With a plan, where one stands, where all exits of the floor are and the way to the nearest, up being where
 * the reader looks; where all of them are shut, that it is so and what to do instead. Without a plan, the sign and the sentence
 * that hold in any building.
 */
export function RoutePlate({ alert, turn, easyStands, place }: RoutePlateProps): ReactElement {
  if (place === null)
    return (
      <div className="ak-emergency-plate ak-route-plain">
        <AlertSymbol symbol="exit" />
        <div className="ak-emergency-words" data-grows>
          <SpokenLines texts={wordsBeside(alert, 'fallbackExits')} turn={turn} easyStands={easyStands} />
          <NoElevators alert={alert} turn={turn} />
        </div>
      </div>
    )
  if (place.isShutIn) return <ShutIn alert={alert} turn={turn} easyStands={easyStands} />
  return (
    <div className="ak-emergency-plate ak-route">
      <div className="ak-route-words" data-holds>
        <ExitSign alert={alert} place={place} turn={turn} />
        <NoElevators alert={alert} turn={turn} />
      </div>
      <EvacuationPlan place={place} language={turn.language} />
    </div>
  )
}

/** All exits are shut: no way is drawn, and what to do instead has the plate to itself. */
function ShutIn({ alert, turn, easyStands }: Omit<RoutePlateProps, 'place'>): ReactElement {
  return (
    <div className="ak-emergency-plate ak-route-plain">
      <Sign name="exit" />
      <div className="ak-emergency-words" data-grows>
        <div className="ak-route-shut">
          {emergencyLines(wordsBeside(alert, 'exitsShut'), turn.language).map((line) => (
            <p key={line.language}>
              <Line {...line} />
            </p>
          ))}
        </div>
        <SpokenLines texts={wordsBeside(alert, 'exitsShutDo')} turn={turn} easyStands={easyStands} />
      </div>
    </div>
  )
}

function NoElevators({ alert, turn }: { alert: Alert; turn: Turn }): ReactElement {
  return (
    <div className="ak-route-lifts">
      <Sign name="lift" />
      <div>
        {emergencyLines(wordsBeside(alert, 'noElevators'), turn.language).map((line) => (
          <p key={line.language}>
            <Line {...line} />
          </p>
        ))}
      </div>
    </div>
  )
}

function Sign({ name }: { name: PictogramName }): ReactElement {
  return (
    <svg className="ak-route-sign" viewBox="-21 -21 42 42" aria-hidden focusable="false">
      <Pictogram name={name} size={40} crossed />
    </svg>
  )
}

function EvacuationPlan({ place, language }: { place: EvacuationPlace; language: KioskLanguage }): ReactElement {
  const { venue, levelId, kioskId, facingDeg } = place
  const way = useMemo(() => wayOut(place), [place])
  return (
    <div className="ak-route-paper">
      <VenueMap
        venue={venue}
        levelId={levelId}
        language={language}
        kioskId={kioskId}
        facingDeg={facingDeg}
        {...(way === null ? {} : { legs: way.legs })}
        interactive={false}
        closures={place.closures}
        draw={evacuationMarks}
      />
    </div>
  )
}
