import type { GlassShape, LayoutView, PlaylistView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveLayout } from '../../api/layouts.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type Drawing, inputOf, zonesOn } from './drawing.ts'
import type { Edit } from './editor.ts'
import { LayoutHead } from './layout-head.tsx'
import { LayoutPreview } from './layout-preview.tsx'
import { LayoutTools } from './layout-tools.tsx'
import { drawingOfView, useLayoutEditor } from './use-layout-editor.ts'
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
  const { editor, dispatch } = state
  const save = useSaveLayout()
  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId: saved?.id ?? null,
    save,
    send: (id, drawing, version) => {
      const layout = inputOf(drawing, version)
      return layout === null ? null : save.mutateAsync({ id, layout })
    },
    pathOf: ({ id }) => `/layouts/${id}`,
    saidOf: ({ name }) => t('layouts.saved', { name }),
  })
  const readOnly = !useMay('content')
  const overtaken = saved !== null && isOvertaken(save.error)
  return (
    <div className={classes.editor}>
      <LayoutHead state={state} saving={save.isPending} readOnly={readOnly} onSave={saveNow} />
      {state.recovered && (
        <RecoveredNote
          onStartOver={() => {
            dispatch({ type: 'loaded', drawing: saved === null ? start : drawingOfView(saved) })
            state.setVersion(saved?.version ?? 0)
          }}
        />
      )}
      {!overtaken && <Trouble error={save.error} />}
      <Board drawing={editor.present} dispatch={dispatch} playlists={playlists} readOnly={readOnly} />
      {overtaken && (
        <ConflictDialog
          id={saved.id}
          mine={editor.present}
          onTheirs={(theirs) => {
            dispatch({ type: 'loaded', drawing: drawingOfView(theirs) })
            state.setVersion(theirs.version)
            save.reset()
          }}
          onMine={({ version }) => saveAs(saved.id, version)}
          onBoth={() => saveAs(null, 0)}
          onClose={save.reset}
        />
      )}
      <LeaveGuard leave={leave} armed={state.unsaved} onDiscard={state.forget} />
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
