import type { Point, VenueModel } from '@akari/protocol'
import type { Projection } from '@akari/scenes'
import type { PointerEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { levelsBeside } from '../model/floors.ts'
import type { ClosureDraft } from './closure-draft.ts'
import classes from './closures.module.css'

/** Doors to be touched, what is about to be closed, and the zone that is being drawn. */
export function ClosingLayer({
  model,
  levelId,
  projection: { project },
  draft,
  ring,
  enabled,
  onToggle,
}: {
  model: VenueModel
  levelId: string
  projection: Projection
  draft: ClosureDraft
  ring: readonly Point[]
  enabled: boolean
  onToggle: (id: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const here = levelsBeside(model, levelId)
  const line = (points: readonly Point[]): string => points.map((point) => project(point).join(',')).join(' ')
  const still = (event: PointerEvent): void => event.stopPropagation()
  return (
    <g className={classes.layer}>
      {model.openings
        .filter((door) => here.has(door.levelId) && door.passage !== 'none')
        .map(({ id, line: points, name }) => (
          <polyline
            key={id}
            className={classes.door}
            data-chosen={draft.featureIds.includes(id) || undefined}
            points={line(points)}
            {...(enabled
              ? {
                  role: 'button',
                  'aria-label': name === null ? t('venues.standing.opening') : textIn(name),
                  'aria-pressed': draft.featureIds.includes(id),
                  onPointerDown: still,
                  onPointerUp: still,
                  onClick: () => onToggle(id),
                }
              : {})}
          />
        ))}
      {draft.zones
        .filter((zone) => here.has(zone.levelId))
        .map((zone) => (
          <polygon key={line(zone.ring)} className={classes.zone} points={line(zone.ring)} />
        ))}
      {ring.length > 0 && (
        <>
          <polyline className={classes.drawn} points={line(ring)} />
          {ring.map((point, index) => {
            const [x, y] = project(point)
            return (
              <circle
                key={point.join(' ')}
                className={classes.corner}
                data-first={index === 0 || undefined}
                cx={x}
                cy={y}
                r={index === 0 ? 9 : 6}
              />
            )
          })}
        </>
      )}
    </g>
  )
}
