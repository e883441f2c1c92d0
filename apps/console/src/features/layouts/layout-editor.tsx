import type { GlassShape, LayoutView, PlaylistView } from '@akari/protocol'
import { Alert, Button, SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconRestore, IconWand } from '@tabler/icons-react'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSaveLayout } from '../../api/layouts.ts'
import { isConflict } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { newId } from '../../parts/new-id.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { largestFree } from './arranging.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type Drawing, drawnFor, inputOf, zonesOn } from './drawing.ts'
import { LayoutHead } from './layout-head.tsx'
import { LayoutPreview } from './layout-preview.tsx'
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
  const navigate = useNavigate()
  const state = useLayoutEditor(saved, start)
  const { editor, dispatch, unsaved } = state
  const save = useSaveLayout()
  const mayChange = useMay('content')
  const [shape, setShape] = useState<GlassShape>(editor.present.landscape === undefined ? 'tall' : 'wide')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const leaving = useRef(false)
  const { zones, drawn } = zonesOn(editor.present, shape)
  const free = largestFree(zones)
  const nameOf = ({ playlistId }: { playlistId: string }): string =>
    playlists.find(({ id }) => id === playlistId)?.name ?? t('layouts.noneChosen')

  const saveAs = (id: string | null, version: number): void => {
    const layout = inputOf(editor.present, version)
    if (layout === null) return
    save.mutate(
      { id, layout },
      {
        onSuccess: (made) => {
          state.forget()
          state.setVersion(made.version)
          notifications.show({ color: 'zelkova', message: t('layouts.saved', { name: made.name }) })
          leaving.current = true
          if (id === null) void navigate(`/layouts/${made.id}`, { replace: true })
        },
      },
    )
  }
  const saveNow = (): void => {
    leaving.current = false
    saveAs(saved?.id ?? null, state.version)
  }
  useEffect(() => {
    if (unsaved) leaving.current = false
  }, [unsaved])
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
  const remove = (id: string): void => {
    if (drawn && zones.length > 1) dispatch({ type: 'removed', shape, id })
  }
  const conflict = save.error !== null && isConflict(save.error)
  return (
    <div className={classes.editor}>
      <LayoutHead
        editor={editor}
        dispatch={dispatch}
        unsaved={unsaved}
        saving={save.isPending}
        readOnly={!mayChange}
        onSave={saveNow}
      />
      {state.recovered && (
        <Alert color="kingfisher" icon={<IconRestore />} withCloseButton={false}>
          {t('layouts.recovered')}
        </Alert>
      )}
      {!conflict && <Trouble error={save.error} />}
      <div className={classes.columns}>
        <section aria-label={t('layouts.drawing')} className={classes.drawing}>
          <div className={classes.tools}>
            <SegmentedControl
              aria-label={t('layouts.shape')}
              value={shape}
              onChange={(next) => setShape(next === 'tall' ? 'tall' : 'wide')}
              data={[
                { value: 'wide', label: t('layouts.wide') },
                { value: 'tall', label: t('layouts.tall') },
              ]}
              data-testid="layout-shape"
            />
            {mayChange && drawn && (
              <Button
                variant="light"
                leftSection={<IconPlus size={18} />}
                disabled={free === null}
                onClick={() => {
                  if (free === null) return
                  const zone = { id: newId(), area: free, playlistId: '' }
                  dispatch({ type: 'added', shape, zone })
                  setSelectedId(zone.id)
                }}
                data-testid="zone-add"
              >
                {t('layouts.addZone')}
              </Button>
            )}
            {mayChange && drawn && editor.present[drawnFor(shape === 'tall' ? 'wide' : 'tall')] !== undefined && (
              <Button
                variant="subtle"
                leftSection={<IconWand size={18} />}
                onClick={() => dispatch({ type: 'followed', shape })}
              >
                {t('layouts.follow')}
              </Button>
            )}
          </div>
          <ZoneCanvas
            zones={zones}
            shape={shape}
            nameOf={nameOf}
            selectedId={selectedId}
            readOnly={!mayChange || !drawn}
            onSelect={setSelectedId}
            onPlace={(id, area, about) => dispatch({ type: 'placed', shape, id, area, about })}
            onRemove={remove}
          />
          {!drawn && (
            <div className={classes.follows}>
              <p>{t(`layouts.follows.${shape}`)}</p>
              {mayChange && (
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
        </section>
        <div className={classes.beside}>
          <ZonePanel
            zones={zones}
            playlists={playlists}
            selectedId={selectedId}
            readOnly={!mayChange}
            canRemove={mayChange && drawn}
            onSelect={setSelectedId}
            onAssign={(id, playlistId) => dispatch({ type: 'assigned', id, playlistId })}
            onRemove={remove}
          />
          <LayoutPreview drawing={editor.present} shape={shape} />
        </div>
      </div>
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
