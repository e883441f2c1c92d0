import type { DisplayView, VenueEdits, VenueModel } from '@akari/protocol'
import type { VenueReport } from '@akari/wayfinding'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selected } from '../model/selected.ts'
import type { WayEnd } from '../model/ways.ts'
import { FloorPanel } from './floor-panel.tsx'
import { KioskPanel } from './kiosk-panel.tsx'
import { LinkPanel } from './link-panel.tsx'
import { NodePanel } from './node-panel.tsx'
import { OccupantPanel } from './occupant-panel.tsx'
import { PlaceDisplayPanel } from './place-display-panel.tsx'
import { StandingPanel } from './standing-panel.tsx'
import type { Tool } from './tools.tsx'
import { UnitPanel } from './unit-panel.tsx'
import { WayPanel } from './way-panel.tsx'
import classes from './plan.module.css'

/** What the panels beside a plan work on. */
export type PanelProps = {
  /** As edited. */
  model: VenueModel
  imported: VenueModel
  readOnly: boolean
  onSelect: (id: string | null) => void
  onChange: (change: (edits: VenueEdits) => VenueEdits, about: string | null) => void
}

type Props = PanelProps & {
  selected: Selected | null
  levelId: string
  tool: Tool
  displays: readonly DisplayView[]
  displayId: string | null
  unreachable: VenueReport['unreachable']
  onDisplay: (id: string | null) => void
  onDrawn: (ends: readonly [WayEnd, WayEnd]) => void
}

/** At the right of the plan: what is in hand, or what there is on the floor. */
export function PlanPanel(props: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <aside className={classes.panel} aria-label={t('venues.panel.label')}>
      <InHand {...props} />
    </aside>
  )
}

function InHand({
  selected,
  tool,
  levelId,
  displays,
  displayId,
  unreachable,
  onDisplay,
  onDrawn,
  ...panel
}: Props): ReactElement {
  if (tool === 'display')
    return <PlaceDisplayPanel {...panel} displays={displays} displayId={displayId} onDisplay={onDisplay} />
  if (tool === 'way' && selected?.kind !== 'link') return <WayPanel {...panel} onDrawn={onDrawn} />
  switch (selected?.kind) {
    case undefined:
      return <FloorPanel {...panel} levelId={levelId} unreachable={unreachable} />
    case 'kiosk':
      return <KioskPanel key={selected.it.id} {...panel} kiosk={selected.it} displays={displays} />
    case 'occupant':
      return <OccupantPanel key={selected.it.id} {...panel} occupant={selected.it} />
    case 'link':
      return <LinkPanel {...panel} link={selected.it} />
    case 'node':
      return <NodePanel {...panel} node={selected.it} />
    case 'unit':
      return (
        <UnitPanel {...panel} unit={selected.it} isUnreachable={unreachable.some(({ id }) => id === selected.it.id)} />
      )
    case 'opening':
    case 'amenity':
      return <StandingPanel {...panel} selected={selected} />
  }
}
