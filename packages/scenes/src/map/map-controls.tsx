import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement, ReactNode } from 'react'
import { withoutRuby } from '@akari/protocol'
import { say } from '../locales/words.ts'
import { Compass } from './compass.tsx'
import { MAP_WORDS } from './map-words.ts'

interface MapControlsProps {
  language: KioskLanguage
  /** Where north is on the glass, clockwise from up. */
  northDeg: number
  isNorthUp: boolean
  /** Has the reader a direction of their own? Otherwise there is nothing to choose. */
  hasFacing: boolean
  onTurn: () => void
  onZoom: (direction: 'nearer' | 'farther') => void
  onWhole: () => void
  /** Left out where the display stands on another floor. */
  onHere?: () => void
}

/** The buttons over a map, large enough for any finger; they do what the fingers do, for whom that is hard. */
export function MapControls(props: MapControlsProps): ReactElement {
  const { language, northDeg, isNorthUp, hasFacing, onTurn, onZoom, onWhole, onHere } = props
  const words = MAP_WORDS[language]
  const compass = <Compass turnedDeg={northDeg} label={withoutRuby(say(language, 'north'))} language={language} />
  return (
    <div className="ak-map-controls">
      {hasFacing ? (
        <Control name="turn" label={isNorthUp ? words.facingUp : words.northUp} onClick={onTurn}>
          {compass}
        </Control>
      ) : (
        <span className="ak-map-control">{compass}</span>
      )}
      <Control name="nearer" label={words.nearer} onClick={() => onZoom('nearer')}>
        <Icon d="M12 4v16M4 12h16" />
      </Control>
      <Control name="farther" label={words.farther} onClick={() => onZoom('farther')}>
        <Icon d="M4 12h16" />
      </Control>
      <Control name="whole" label={words.whole} onClick={onWhole}>
        <Icon d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z" />
      </Control>
      {onHere !== undefined && (
        <Control name="here" label={words.here} onClick={onHere}>
          <Icon d="M12 2v4M12 18v4M2 12h4M18 12h4M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z" dot />
        </Control>
      )}
    </div>
  )
}

interface ControlProps {
  name: string
  label: string
  onClick: () => void
  children: ReactNode
}

function Control({ name, label, onClick, children }: ControlProps): ReactElement {
  return (
    <button
      type="button"
      className="ak-map-control"
      data-control={name}
      aria-label={withoutRuby(label)}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function Icon({ d, dot = false }: { d: string; dot?: boolean }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={d} />
      {dot && <circle cx="12" cy="12" r="2.5" />}
    </svg>
  )
}
