import { editVenue } from '@akari/wayfinding'
import { type MapPick, newId } from '@akari/scenes'
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useShownDisplays } from '../../../api/displays.ts'
import { ARROW_KEYS } from '../../../parts/arrow-keys.ts'
import { entranceLevel, placeOf } from '../model/floors.ts'
import { selectedOf } from '../model/selected.ts'
import { drawnWay, type WayEnd } from '../model/ways.ts'
import { PlanFrame, PlanMap } from '../plan-map.tsx'
import type { Workshop } from '../venue-workshop.tsx'
import { EditLayer } from './edit-layer.tsx'
import { isRemovable, movedOn, removedFrom } from './in-hand.ts'
import { newDisplayPlace, newOccupant } from './new-things.ts'
import { PlanPanel } from './plan-panel.tsx'
import { type Tool, Tools } from './tools.tsx'
import classes from './plan.module.css'

const STEP_M = { coarse: 0.5, fine: 0.1 }

/** The drawn plan with everything that staff place on it: tools at the left, what is in hand at the right. */
export function PlanView({ venue, state, change, kit, readOnly }: Workshop): ReactElement {
  const { t } = useTranslation()
  const edits = state.editor.present
  const model = useMemo(() => editVenue(venue.model, edits).model, [venue.model, edits])
  const displays = useShownDisplays().data ?? []
  const [search, setSearch] = useSearchParams()
  const asked = search.get('show')
  const [tool, setTool] = useState<Tool>('select')
  const [selectedId, setSelectedId] = useState<string | null>(asked)
  const [levelId, setLevelId] = useState(() => entranceLevel(model))
  /** The display that the next touch puts on the plan. */
  const [displayId, setDisplayId] = useState<string | null>(null)
  const [wayFrom, setWayFrom] = useState<WayEnd | null>(null)
  useEffect(() => {
    if (asked === null) return
    const place = placeOf(model, asked)
    if (place !== null) setLevelId(place.levelId)
    setSelectedId(asked)
    setTool('select')
    setSearch({ view: 'plan' }, { replace: true })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is asked for is shown once, not again after every edit
  }, [asked])
  const selected = selectedOf(model, selectedId)
  const select = (id: string | null): void => {
    setSelectedId(id)
    const place = id === null ? null : placeOf(model, id)
    if (place !== null) setLevelId(place.levelId)
  }
  const choose = (next: Tool): void => {
    setTool(next)
    setWayFrom(null)
  }
  const drawTo = (end: WayEnd): void => {
    if (wayFrom === null) return setWayFrom(end)
    const way = drawnWay(edits, model, [wayFrom, end], newId)
    change(() => way.edits)
    setSelectedId(way.linkId)
    setWayFrom({ nodeId: way.toId })
  }
  const pick = ({ id, at, levelId: on }: MapPick): void => {
    switch (tool) {
      case 'select':
        return setSelectedId(id)
      case 'way':
        return drawTo({ levelId: on, at })
      case 'display': {
        const display = displays.find((each) => each.id === displayId)
        if (display === undefined) return
        const kiosk = newDisplayPlace(display, on, at)
        change((before) => kiosk.placed(before))
        setSelectedId(kiosk.id)
        setDisplayId(null)
        return choose('select')
      }
      case 'occupant': {
        const occupant = newOccupant(model, { ja: t('venues.occupant.new') }, on, at, newId())
        change((before) => occupant.placed(before))
        setSelectedId(occupant.id)
        return choose('select')
      }
    }
  }
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = ARROW_KEYS[event.key]
    if (event.key === 'Escape') {
      if (wayFrom !== null) setWayFrom(null)
      else if (tool === 'select') setSelectedId(null)
      else choose('select')
    } else if (event.key === 'Delete' && selected !== null && !readOnly) {
      if (!isRemovable(selected)) return
      change(removedFrom(venue.model, selected))
      setSelectedId(null)
    } else if (arrow !== undefined && selected !== null && !readOnly && isOnPlan(event.target)) {
      const step = event.shiftKey ? STEP_M.fine : STEP_M.coarse
      const further = movedOn(model, selected, [arrow[0] * step, arrow[1] * step])
      if (further === null) return
      change(further, `arrow ${selected.it.id}`)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const unreachable = new Set(kit.report.unreachable.map(({ id }) => id))
  const marks: Record<string, number> = {}
  for (const { id, levelId: on } of model.units) if (unreachable.has(id)) marks[on] = (marks[on] ?? 0) + 1
  return (
    <div className={classes.board} onKeyDownCapture={press}>
      {!readOnly && <Tools tool={tool} onChange={choose} />}
      <PlanFrame
        label={t('venues.nav.plan')}
        levels={model.levels}
        levelId={levelId}
        marks={marks}
        tool={tool}
        onLevel={setLevelId}
        beside={
          <p className={classes.how} role="status">
            {t(howTo(tool, wayFrom !== null, displayId !== null))}
          </p>
        }
      >
        <PlanMap
          venue={kit.venue}
          levelId={levelId}
          kioskId={null}
          facingDeg={null}
          highlight={selected?.kind === 'unit' ? [selected.it.id] : []}
          onPick={pick}
        >
          {(projection) => (
            <EditLayer
              model={model}
              levelId={levelId}
              projection={projection}
              tool={tool}
              selectedId={selectedId}
              wayFrom={wayFrom}
              unreachable={unreachable}
              accepted={edits.accepted.map(({ unitId }) => unitId)}
              readOnly={readOnly}
              onSelect={setSelectedId}
              onWayEnd={drawTo}
              onChange={change}
            />
          )}
        </PlanMap>
      </PlanFrame>
      <PlanPanel
        model={model}
        imported={venue.model}
        edits={edits}
        selected={selected}
        levelId={levelId}
        tool={tool}
        displays={displays}
        displayId={displayId}
        unreachable={kit.report.unreachable}
        readOnly={readOnly}
        onDisplay={setDisplayId}
        onSelect={select}
        onChange={change}
        onDrawn={(ends) => {
          const way = drawnWay(edits, model, ends, newId)
          change(() => way.edits)
          setSelectedId(way.linkId)
          const [, end] = ends
          if ('levelId' in end) setLevelId(end.levelId)
        }}
      />
    </div>
  )
}

function howTo(tool: Tool, hasFrom: boolean, hasDisplay: boolean) {
  switch (tool) {
    case 'select':
      return 'venues.how.select' as const
    case 'display':
      return hasDisplay ? ('venues.how.placeDisplay' as const) : ('venues.how.chooseDisplay' as const)
    case 'occupant':
      return 'venues.how.occupant' as const
    case 'way':
      return hasFrom ? ('venues.how.wayTo' as const) : ('venues.how.wayFrom' as const)
  }
}

function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="listbox"], [contenteditable]') !== null
}

/** Arrows on the plan move what is in hand; on a list or a menu they are its own. */
function isOnPlan(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('[data-tool]') !== null && target.closest('[role="tablist"]') === null
  )
}
