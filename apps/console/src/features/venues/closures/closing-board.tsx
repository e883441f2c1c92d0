import type { Point, WayClosureView } from '@akari/protocol'
import type { MapPick, Projection } from '@akari/scenes'
import { Button, SegmentedControl } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { entranceLevel, placeOf } from '../model/floors.ts'
import type { VenueKit } from '../model/kit.ts'
import { PlanFrame, PlanMap } from '../plan-map.tsx'
import { type ClosureDraft, type Composing, corner, NO_CLOSURE, toggled } from './closure-draft.ts'
import { ClosureForm } from './closure-form.tsx'
import { ClosingLayer } from './closing-layer.tsx'
import classes from './closures.module.css'

/** Where something is closed: touched on the plan, drawn around, or chosen by name; then why and until when. */
export function ClosingBoard({
  venueId,
  kit,
  closures,
  readOnly,
  composing,
  onCompose,
}: {
  venueId: string
  kit: VenueKit
  closures: readonly WayClosureView[]
  readOnly: boolean
  composing: Composing
  onCompose: (composing: Composing) => void
}): ReactElement {
  const { t } = useTranslation()
  const { model, venue } = kit
  const { draft, tool, ring } = composing
  const isLevel = model.levels.some(({ id }) => id === composing.levelId)
  const levelId = isLevel && composing.levelId !== null ? composing.levelId : entranceLevel(model)
  const compose = (part: Partial<Composing>): void => onCompose({ ...composing, ...part })
  const setDraft = (next: ClosureDraft): void => compose({ draft: next })
  const projection = useRef<Projection | null>(null)
  const { featureIds, zones } = draft
  const shown = useMemo(
    () => [...closures.filter(({ state }) => state === 'inForce'), { featureIds: [...featureIds], zones: [...zones] }],
    [closures, featureIds, zones],
  )
  const endZone = (corners: readonly Point[]): void => {
    const drawn = corners.length >= 3 ? [{ levelId, ring: [...corners] }] : []
    compose({ draft: { ...draft, zones: [...zones, ...drawn] }, ring: [], tool: 'touch' })
  }
  const pick = ({ id, at }: MapPick): void => {
    if (readOnly) return
    if (tool === 'touch') {
      if (id !== null) setDraft(toggled(draft, id))
      return
    }
    const { project } = projection.current ?? {}
    if (project === undefined) return
    const px = (a: Point, b: Point): number => Math.hypot(project(a)[0] - project(b)[0], project(a)[1] - project(b)[1])
    const next = corner(ring, at, px)
    if (next.isClosed) endZone(next.ring)
    else compose({ ring: next.ring })
  }
  const press = (event: KeyboardEvent): void => {
    if (tool !== 'zone') return
    if (event.key === 'Escape') {
      compose({ ring: [], tool: 'touch' })
    } else if (event.key === 'Backspace') compose({ ring: ring.slice(0, -1) })
    else if (event.key === 'Enter' && ring.length >= 3) endZone(ring)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.board}>
      <PlanFrame
        label={t('venues.closures.plan')}
        levels={model.levels}
        levelId={levelId}
        tool={tool}
        onLevel={(id) => compose({ levelId: id })}
        onKeyDownCapture={press}
        beside={
          !readOnly && (
            <>
              {tool === 'zone' && (
                <Button size="sm" disabled={ring.length < 3} onClick={() => endZone(ring)}>
                  {t('venues.closures.endZone')}
                </Button>
              )}
              <SegmentedControl
                value={tool}
                onChange={(next) => compose({ ring: [], tool: next === 'zone' ? 'zone' : 'touch' })}
                data={[
                  { value: 'touch', label: t('venues.closures.touch') },
                  { value: 'zone', label: t('venues.closures.draw') },
                ]}
                aria-label={t('venues.closures.how')}
              />
            </>
          )
        }
      >
        <PlanMap venue={venue} levelId={levelId} kioskId={null} facingDeg={null} closures={shown} onPick={pick}>
          {(now) => {
            projection.current = now
            return (
              <ClosingLayer
                model={model}
                levelId={levelId}
                projection={now}
                draft={draft}
                ring={ring}
                enabled={!readOnly && tool === 'touch'}
                onToggle={(id) => setDraft(toggled(draft, id))}
              />
            )
          }}
        </PlanMap>
      </PlanFrame>
      {!readOnly && (
        <ClosureForm
          venueId={venueId}
          kit={kit}
          draft={draft}
          onChange={setDraft}
          onShow={(id) => {
            const place = placeOf(model, id)
            if (place !== null) compose({ levelId: place.levelId })
          }}
          onClosed={() => setDraft(NO_CLOSURE)}
        />
      )}
    </div>
  )
}
