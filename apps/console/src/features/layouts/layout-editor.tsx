import type { GlassShape, LayoutView, PlaylistView } from '@akari/protocol'
import { Alert, Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconRestore } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isConflict } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type Drawing, zonesOn } from './drawing.ts'
import type { Edit } from './editor.ts'
import { LayoutHead } from './layout-head.tsx'
import { LayoutPreview } from './layout-preview.tsx'
import { LayoutTools } from './layout-tools.tsx'
import { drawingOfView, useLayoutEditor } from './use-layout-editor.ts'
import { useSave } from './use-save.ts'
import { ZoneCanvas } from './zone-canvas.tsx'
import { ZonePanel } from './zone-panel.tsx'
import classes from './layouts.module.css'

/** Draws one layout: its zones on the glass, the playlist of each, and how it will look. */
export function LayoutEditor({
  saved,
  start,
  playlists,
}: {
  saved: LayoutView | null
  start: Drawing
  playlists: readonly PlaylistView[]
}): ReactElement {
  const { t } = useTranslation()
  const state = useLayoutEditor(saved, start)
  const { editor, dispatch, unsaved } = state
  const { save, saveNow, saveAs, leaving } = useSave(state, saved?.id ?? null)
  const readOnly = !useMay('content')
  useHotkeys(
    [
      ['mod+Z', () => dispatch({ type: 'undone' })],
      ['mod+shift+Z', () => dispatch({ type: 'redone' })],
      ['mod+Y', () => dispatch({ type: 'redone' })],
      ['mod+S', () => unsaved && saveNow()],
    ],
    [],
    true,
  )
  const conflict = save.error !== null && isConflict(save.error)
  return (
    <div className={classes.editor}>
      <LayoutHead state={state} saving={save.isPending} readOnly={readOnly} onSave={saveNow} />
      {state.recovered && (
        <Alert color="kingfisher" icon={<IconRestore />} withCloseButton={false}>
          {t('layouts.recovered')}
        </Alert>
      )}
      {!conflict && <Trouble error={save.error} />}
      <Board drawing={editor.present} dispatch={dispatch} playlists={playlists} readOnly={readOnly} />
      {conflict && saved !== null && (
        <ConflictDialog
          layoutId={saved.id}
          mine={editor.present}
          onTheirs={(theirs) => {
            dispatch({ type: 'loaded', drawing: drawingOfView(theirs) })
            state.setVersion(theirs.version)
            save.reset()
          }}
          onMine={(version) => saveAs(saved.id, version)}
          onBoth={() => saveAs(null, 0)}
          onClose={save.reset}
        />
      )}
      <LeaveGuard when={() => unsaved && !leaving.current} armed={unsaved} onDiscard={state.forget} />
    </div>
  )
}

/** The drawing of one orientation, what its zones play, and how it will look. */
function Board({
  drawing,
  dispatch,
  playlists,
  readOnly,
}: {
  drawing: Drawing
  dispatch: (edit: Edit) => void
  playlists: readonly PlaylistView[]
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const [shape, setShape] = useState<GlassShape>(drawing.landscape === undefined ? 'tall' : 'wide')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const { zones, drawn } = zonesOn(drawing, shape)
  const nameOf = ({ playlistId }: { playlistId: string }): string =>
    playlists.find(({ id }) => id === playlistId)?.name ?? t('layouts.noneChosen')
  const remove = (id: string): void => {
    if (drawn && zones.length > 1) dispatch({ type: 'removed', shape, id })
  }
  const chosen = { zones, selectedId, onSelect: setSelectedId, onRemove: remove }
  const panel = (
    <ZonePanel
      {...chosen}
      playlists={playlists}
      readOnly={readOnly}
      canRemove={!readOnly && drawn}
      onAssign={(id, playlistId) => dispatch({ type: 'assigned', id, playlistId })}
    />
  )
  return (
    <div className={classes.columns}>
      <section aria-label={t('layouts.drawing')} className={classes.drawing}>
        <LayoutTools
          drawing={drawing}
          shape={shape}
          readOnly={readOnly}
          onShape={setShape}
          onSelect={setSelectedId}
          dispatch={dispatch}
        />
        <ZoneCanvas
          {...chosen}
          shape={shape}
          nameOf={nameOf}
          readOnly={readOnly || !drawn}
          onPlace={(id, area, about) => dispatch({ type: 'placed', shape, id, area, about })}
        />
        {!drawn && (
          <div className={classes.follows}>
            <p>{t(`layouts.follows.${shape}`)}</p>
            {!readOnly && (
              <Button
                variant="light"
                onClick={() => dispatch({ type: 'drawn', shape })}
                data-testid="layout-draw-shape"
              >
                {t('layouts.drawShape')}
              </Button>
            )}
          </div>
        )}
        {shape === 'wide' && panel}
      </section>
      <div className={classes.beside}>
        {shape === 'tall' && panel}
        <LayoutPreview drawing={drawing} shape={shape} />
      </div>
    </div>
  )
}
