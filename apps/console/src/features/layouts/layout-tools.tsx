import type { GlassShape } from '@akari/protocol'
import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconWand } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { largestFree } from './arranging.ts'
import { type Drawing, zonesOn } from './drawing.ts'
import type { Edit } from './editor.ts'
import classes from './layouts.module.css'

/** Which orientation is drawn, and what can be done with its zones as a whole. */
export function LayoutTools({
  drawing,
  shape,
  readOnly,
  onShape,
  onSelect,
  dispatch,
}: {
  drawing: Drawing
  shape: GlassShape
  readOnly: boolean
  onShape: (shape: GlassShape) => void
  onSelect: (id: string) => void
  dispatch: (edit: Edit) => void
}): ReactElement {
  const { t } = useTranslation()
  const { zones, drawn } = zonesOn(drawing, shape)
  const free = largestFree(zones)
  const both = drawing.landscape !== undefined && drawing.portrait !== undefined
  const add = (): void => {
    if (free === null) return
    const zone = { id: newId(), area: free, playlistId: '' }
    dispatch({ type: 'added', shape, zone })
    onSelect(zone.id)
  }
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label={t('layouts.shape')}
        value={shape}
        onChange={(next) => onShape(next === 'tall' ? 'tall' : 'wide')}
        data={[
          { value: 'wide', label: t('layouts.wide') },
          { value: 'tall', label: t('layouts.tall') },
        ]}
        data-testid="layout-shape"
      />
      {!readOnly && drawn && (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} />}
          disabled={free === null}
          onClick={add}
          data-testid="zone-add"
        >
          {t('layouts.addZone')}
        </Button>
      )}
      {!readOnly && both && (
        <Button
          variant="subtle"
          leftSection={<IconWand size={18} />}
          onClick={() => dispatch({ type: 'followed', shape })}
        >
          {t('layouts.follow')}
        </Button>
      )}
    </div>
  )
}
