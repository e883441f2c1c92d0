import type { GeoPoint } from '@akari/protocol'
import { Checkbox } from '@mantine/core'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matches } from './matching.ts'
import { SearchField } from './search-field.tsx'
import classes from './stop-picker.module.css'
import { pointsOf, type TownPlane, townPlane } from './town-plane.ts'

/** A stop to choose; `detail` tells it from others of its name. */
export type StopChoice = { id: string; name: string; words: readonly string[]; detail: string; place: GeoPoint | null }
/** The way of a route below the stops. */
export type StopLine = { id: string; colour: string; points: readonly GeoPoint[] }

const [WIDTH, HEIGHT] = [640, 440]
const NONE: readonly StopLine[] = []

/** Stops chosen on a picture of the town, or in the list beside it, which also keyboards and screen readers use. */
export function StopPicker({
  id: ownId,
  label,
  stops,
  lines = NONE,
  chosen,
  most,
  onChange,
  testId,
}: {
  id?: string
  label: string
  stops: readonly StopChoice[]
  lines?: readonly StopLine[]
  chosen: readonly string[]
  /** So many can be chosen. */
  most: number
  onChange: (chosen: string[]) => void
  testId: string
}): ReactElement {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [pointed, setPointed] = useState<string | null>(null)
  const plane = useMemo(
    () =>
      townPlane(
        stops.flatMap(({ place }) => place ?? []),
        WIDTH,
        HEIGHT,
      ),
    [stops],
  )
  const toggle = (id: string): void => {
    if (chosen.includes(id)) onChange(chosen.filter((each) => each !== id))
    else if (chosen.length < most) onChange([...chosen, id])
  }
  const shown = stops.filter(({ name, words, detail }) => matches(search, [name, detail, ...words]))
  return (
    <fieldset id={ownId} tabIndex={-1} className={classes.picker}>
      <legend>{label}</legend>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.map} aria-hidden>
        {lines.map(({ id, colour, points }) => (
          <polyline key={id} points={pointsOf(points, plane)} stroke={colour} className={classes.line} />
        ))}
        {stops.map((stop) => (
          <Spot
            key={stop.id}
            stop={stop}
            plane={plane}
            isChosen={chosen.includes(stop.id)}
            isPointed={pointed === stop.id}
            onPoint={setPointed}
            onToggle={toggle}
          />
        ))}
      </svg>
      <div className={classes.side}>
        <SearchField value={search} onChange={setSearch} label={t('town.searchStops')} fullWidth />
        <ul className={classes.list} tabIndex={-1}>
          {shown.map(({ id, name, detail }) => (
            <li key={id} onPointerEnter={() => setPointed(id)} onPointerLeave={() => setPointed(null)}>
              <Checkbox
                label={name}
                description={detail}
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= most}
                onChange={() => toggle(id)}
                data-testid={`${testId}-${id}`}
              />
            </li>
          ))}
          {shown.length === 0 && <li className={classes.none}>{t('town.noStops')}</li>}
        </ul>
        <p className={classes.count} role="status">
          {t('town.chosenStops', { count: chosen.length })}
        </p>
      </div>
    </fieldset>
  )
}

function Spot({
  stop: { id, name, place },
  plane,
  isChosen,
  isPointed,
  onPoint,
  onToggle,
}: {
  stop: StopChoice
  plane: TownPlane
  isChosen: boolean
  isPointed: boolean
  onPoint: (id: string | null) => void
  onToggle: (id: string) => void
}): ReactElement | null {
  if (place === null) return null
  const { x, y } = plane.at(place)
  const isLeft = x < WIDTH * 0.7
  return (
    <g
      className={classes.stop}
      data-testid="stop-spot"
      data-chosen={isChosen || undefined}
      data-pointed={isPointed || undefined}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      onClick={() => onToggle(id)}
    >
      <circle cx={x} cy={y} r={14} className={classes.reach} />
      <circle cx={x} cy={y} r={isChosen || isPointed ? 8 : 5.5} className={classes.dot} />
      {(isChosen || isPointed) && (
        <text x={isLeft ? x + 12 : x - 12} y={y + 5} textAnchor={isLeft ? 'start' : 'end'}>
          {name}
        </text>
      )}
    </g>
  )
}
