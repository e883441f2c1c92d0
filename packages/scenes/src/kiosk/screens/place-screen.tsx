import type { ReactElement } from 'react'
import { numberRange } from '../../map/counters.ts'
import { standingOf } from '../../map/floors.ts'
import { levelName, placeFacts, type PlaceFacts } from '../building.ts'
import { useKiosk } from '../kiosk-context.ts'
import { KioskMap } from '../kiosk-map.tsx'
import { hoursLines, openNow } from '../opening-time.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { Line } from '../../text/text.tsx'

/** What is to be known of a place, and the way there one touch away. `errandId`: what somebody came for. */
export function PlaceScreen({ id, errandId }: { id: string; errandId: string | null }): ReactElement {
  const { building, tell } = useKiosk()
  const facts = placeFacts(building.kit, id)
  const errand = building.kit.guide.errands.find((one) => one.id === errandId)
  if (facts === null)
    return (
      <div className="ak-screen" data-screen="place">
        <Title>{errand === undefined ? <Word of="place" /> : <Said texts={errand.name} />}</Title>
        <Note>
          <Word of="noPlace" />
        </Note>
      </div>
    )
  return (
    <div className="ak-screen" data-screen="place">
      <div className="ak-place-card">
        <Title>
          <Said texts={errand?.name ?? facts.name} />
        </Title>
        <div className="ak-place-facts" data-stop tabIndex={-1}>
          {errand !== undefined && (
            <p className="ak-place-at">
              <Said texts={facts.name} />
            </p>
          )}
          <PlaceMarks facts={facts} />
          <OpeningTime hours={facts.hours} />
        </div>
      </div>
      <KioskMap levelId={facts.levelId} highlight={[facts.id]} />
      <Press
        icon="go"
        kind="wide"
        main
        testId="go"
        onPress={() =>
          tell({ type: 'opened', screen: { at: 'route', goal: { kind: 'place', id: facts.id }, step: 0 } })
        }
      >
        <Word of="goThere" />
      </Press>
    </div>
  )
}

/** Level and counter, as signs to look out for. */
function PlaceMarks({ facts }: { facts: PlaceFacts }): ReactElement {
  const { building } = useKiosk()
  const level = levelName(building, facts.levelId)
  return (
    <p className="ak-place-marks">
      {level !== null && (
        <b className="ak-mark-level">
          <Said texts={level} />
        </b>
      )}
      {facts.counters.length > 0 && (
        <b className="ak-mark-counter">
          <Word of="counter" gaps={{ number: numberRange(facts.counters) }} />
        </b>
      )}
      {standingOf(building.kit.venue, building.kioskId)?.levelId === facts.levelId && <Word of="youAreAt" />}
    </p>
  )
}

function OpeningTime({ hours }: { hours: string | null }): ReactElement | null {
  const { language, time } = useKiosk()
  if (hours === null) return null
  const isOpen = openNow(hours, time)
  return (
    <p className="ak-place-hours">
      {isOpen !== null && (
        <b className="ak-mark-open" data-open={isOpen}>
          <Word of={isOpen ? 'openNow' : 'closedNow'} />
        </b>
      )}
      {hoursLines(hours, language).map((line) => (
        <span key={line}>
          <Line text={line} language={language} />
        </span>
      ))}
    </p>
  )
}
