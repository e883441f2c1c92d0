import type { LayoutView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestLayouts } from '../../api/layouts.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { ZoneDrawing } from '../../parts/zone-drawing.tsx'
import type { Drawing } from './drawing.ts'
import { drawingOfView } from './use-layout-editor.ts'
import classes from './layouts.module.css'

/** Somebody saved the same layout meanwhile. */
export function ConflictDialog(choices: Choices<LayoutView, Drawing>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestLayouts}
      draftOf={drawingOfView}
      texts={{ deleted: t('layouts.deleted'), saveAsNew: t('layouts.saveAsNew') }}
      show={Version}
    />
  )
}

function Version({ draft: drawing }: Shown<Drawing>): ReactElement {
  return (
    <>
      <p>
        <b>{drawing.name}</b>
      </p>
      <div className={classes.sideDrawings}>
        <ZoneDrawing drawing={drawing} shape="wide" />
        <ZoneDrawing drawing={drawing} shape="tall" />
      </div>
    </>
  )
}
