import type { DisplayView, VenueEdits, VenueModel } from '@akari/protocol'
import type { VenueReport } from '@akari/wayfinding'
import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeEdits } from '../model/editor.ts'
import type { Selected } from '../model/selected.ts'
import type { WayEnd } from '../model/ways.ts'
import { FloorPanel } from './floor-panel.tsx'
import { isRemovable, type Removable, removedFrom } from './in-hand.ts'
import { KioskPanel } from './kiosk-panel.tsx'
import { LinkPanel } from './link-panel.tsx'
import { NodePanel } from './node-panel.tsx'
import { OccupantPanel } from './occupant-panel.tsx'
import { OpeningPanel } from './opening-panel.tsx'
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
  edits: VenueEdits
  readOnly: boolean
  onSelect: (id: string | null) => void
  onChange: ChangeEdits
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
      <Beside {...props} />
    </aside>
  )
}

function Beside(props: Props): ReactElement {
  const { selected, tool, readOnly } = props
  if (tool === 'display') return <PlaceDisplayPanel {...props} />
  if (tool === 'way' && selected?.kind !== 'link') return <WayPanel {...props} />
  if (selected === null) return <FloorPanel {...props} />
  return (
    <>
      <InHand {...props} selected={selected} />
      {!readOnly && isRemovable(selected) && <TakeAway {...props} selected={selected} />}
    </>
  )
}

function InHand({ selected, ...panel }: Props & { selected: Selected }): ReactElement {
  switch (selected.kind) {
    case 'kiosk':
      return <KioskPanel key={selected.it.id} {...panel} kiosk={selected.it} />
    case 'occupant':
      return <OccupantPanel key={selected.it.id} {...panel} occupant={selected.it} />
    case 'link':
      return <LinkPanel {...panel} link={selected.it} />
    case 'node':
      return <NodePanel {...panel} node={selected.it} />
    case 'unit': {
      const isUnreachable = panel.unreachable.some(({ id }) => id === selected.it.id)
      return <UnitPanel {...panel} unit={selected.it} isUnreachable={isUnreachable} />
    }
    case 'opening':
      return <OpeningPanel {...panel} opening={selected.it} />
    case 'amenity':
      return <StandingPanel {...panel} selected={selected} />
  }
}

function TakeAway({
  selected,
  imported,
  onSelect,
  onChange,
}: Pick<PanelProps, 'imported' | 'onSelect' | 'onChange'> & { selected: Removable }): ReactElement {
  const { t } = useTranslation()
  // A way of the plan as imported cannot be taken out of it.
  const isClosed = selected.kind === 'link' && imported.network?.links.some(({ id }) => id === selected.it.id) === true
  return (
    <Button
      mt="lg"
      variant="subtle"
      color="vermilion"
      leftSection={<IconTrash size={17} />}
      onClick={() => {
        onChange(removedFrom(imported, selected))
        onSelect(null)
      }}
      data-testid="plan-remove"
    >
      {t(isClosed ? 'venues.link.close' : `venues.${selected.kind}.remove`)}
    </Button>
  )
}
