import { type Alert, isEarlyWarning, type Stage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../text/text.tsx'
import type { EvacuationPlace } from './evacuation-marks.ts'
import { emergencyLines } from './alert-lines.ts'
import { IntensityTile } from './intensity-tile.tsx'
import type { Turn } from './rotation.ts'
import { RoutePlate } from './route-plate.tsx'
import { SheltersPlate } from './shelters-plate.tsx'
import { SpokenLines } from './spoken-lines.tsx'

export interface StagePlateProps {
  alert: Alert
  stage: Stage
  turn: Turn
  easyStands: boolean
  place: EvacuationPlace | null
}

/** What stands on the plate in each stage of an alert. */
export function StagePlate(props: StagePlateProps): ReactElement {
  const { alert, stage, turn, easyStands, place } = props
  switch (stage) {
    case 'protect':
      return (
        <div className="ak-emergency-plate">
          <div className="ak-emergency-words" data-grows>
            <SpokenLines
              texts={alert.words.instruction}
              turn={isEarlyWarning(alert) ? null : turn}
              easyStands={easyStands}
            />
          </div>
        </div>
      )
    case 'situation':
      return <SituationPlate {...props} />
    case 'route':
      return <RoutePlate alert={alert} turn={turn} easyStands={easyStands} place={place} />
    case 'shelters':
      return <SheltersPlate alert={alert} turn={turn} easyStands={easyStands} />
  }
}

/** S2: how strong it is here, or where it is, and what to do now. */
function SituationPlate({ alert, turn, easyStands }: StagePlateProps): ReactElement {
  const { intensity, words } = alert
  return (
    <div className="ak-emergency-plate ak-situation">
      {intensity !== null && <IntensityTile intensity={intensity} />}
      <div className="ak-emergency-words" data-grows>
        {intensity === null && (
          <p className="ak-situation-area">
            {emergencyLines(words.area, turn.language).map((line) => (
              <Line key={line.language} {...line} />
            ))}
          </p>
        )}
        <SpokenLines texts={words.instruction} turn={turn} easyStands={easyStands} />
      </div>
    </div>
  )
}
