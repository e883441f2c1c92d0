import type { GeoPoint } from '@akari/protocol'
import { type KeyboardEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TownPlane } from '../../parts/town-plane.ts'
import { byArrow } from './by-arrow.ts'
import classes from './boards.module.css'

const LONG = 18

/** What keyboards press the picture with: arrows move the cross, Enter presses where it is. */
export function TownCross({ plane, onPress }: { plane: TownPlane; onPress: (place: GeoPoint) => void }): ReactElement {
  const { t } = useTranslation()
  const [spot, setSpot] = useState({ x: plane.width / 2, y: plane.height / 2 })
  const place = plane.placeAt(spot.x, spot.y)
  const press = (event: KeyboardEvent): void => {
    const next = byArrow(event, spot, plane)
    if (next !== null) setSpot(next)
    else if (event.key === 'Enter' || event.key === ' ') onPress(place)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <g
      className={classes.cross}
      transform={`translate(${spot.x} ${spot.y})`}
      role="button"
      tabIndex={0}
      aria-label={t('boards.cross', { lat: place.lat.toFixed(4), lon: place.lon.toFixed(4) })}
      data-testid="town-cross"
      onKeyDown={press}
    >
      <circle r={LONG / 2} />
      <path d={`M0 ${-LONG}V${LONG}M${-LONG} 0H${LONG}`} />
    </g>
  )
}
