import type { PlaylistView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSavePlaylist } from '../../api/content.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { AddItems } from './add-items.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { draftOf } from './editor.ts'
import { PlaylistHead } from './playlist-head.tsx'
import { ItemList } from './item-list.tsx'
import { RunningPanel } from './running-panel.tsx'
import { ItemPanel } from './item-panel.tsx'
import { SelectedBar } from './selected-bar.tsx'
import { NOTHING, type Touch, touched } from './selection.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { ValidityStrip } from './validity-strip.tsx'
import { EMPTY, useEditor } from './use-editor.ts'
import classes from './playlists.module.css'

/** Edits one playlist: items at the left, the selected one as it will look at the right. */
export function PlaylistEditor({ saved }: { saved: PlaylistView | null }): ReactElement {
  const { t } = useTranslation()
  const state = useEditor(saved)
  const { editor, dispatch } = state
  const save = useSavePlaylist()
  const mayChange = useMay('content')
  const [selection, setSelection] = useState(NOTHING)
  const [adding, setAdding] = useState(false)
  const { items } = editor.present
  const shown = items.find((item) => item.id === selection.at) ?? items[0]
  const selected = items.filter(({ id }) => selection.ids.has(id))
  const touch = (id: string, how: Touch): void => {
    setSelection(
      touched(
        selection,
        items.map((item) => item.id),
        id,
        how,
      ),
    )
  }

  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId: saved?.id ?? null,
    save,
    send: (id, draft, version) =>
      draft.name.trim() === ''
        ? null
        : save.mutateAsync({ id, playlist: { ...draft, items: [...draft.items], version } }),
    pathOf: ({ id }) => `/playlists/${id}`,
    saidOf: ({ name }) => t('playlists.saved', { name }),
  })
  const overtaken = saved !== null && isOvertaken(save.error)
  return (
    <div className={classes.editor}>
      <PlaylistHead state={state} saving={save.isPending} readOnly={!mayChange} onSave={saveNow} />
      {state.recovered && (
        <RecoveredNote
          onStartOver={() => {
            dispatch({ type: 'loaded', draft: saved === null ? EMPTY : draftOf(saved) })
            state.setVersion(saved?.version ?? 0)
          }}
        />
      )}
      {!overtaken && <Trouble error={save.error} />}
      <RunningPanel draft={editor.present} dispatch={dispatch} readOnly={!mayChange} />
      <ValidityStrip items={items} shownId={shown?.id ?? null} onPick={(id) => touch(id, 'only')} />
      <div className={classes.columns}>
        <section aria-label={t('playlists.contents')}>
          {mayChange && selected.length > 1 && (
            <SelectedBar
              items={selected}
              playlistId={saved?.id ?? null}
              dispatch={dispatch}
              onClear={() => setSelection(NOTHING)}
            />
          )}
          {mayChange && selected.length < 2 && items.length > 1 && (
            <p className={classes.selectHint}>{t('several.hint')}</p>
          )}
          <ItemList
            items={items}
            shownId={shown?.id ?? null}
            selected={new Set(selected.map(({ id }) => id))}
            onTouch={touch}
            dispatch={dispatch}
            readOnly={!mayChange}
          />
          {mayChange && (
            <Button
              fullWidth
              mt="md"
              size="md"
              variant="light"
              leftSection={<IconPlus size={20} />}
              onClick={() => setAdding(true)}
              data-testid="playlist-add-item"
            >
              {t('playlists.add')}
            </Button>
          )}
        </section>
        <ItemPanel item={shown} dispatch={dispatch} readOnly={!mayChange} />
      </div>
      {adding && (
        <AddItems
          onAdd={(added) => {
            dispatch({ type: 'added', items: added, after: selection.at })
            const last = added.at(-1)
            if (last !== undefined) touch(last.id, 'only')
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {overtaken && (
        <ConflictDialog
          id={saved.id}
          mine={editor.present}
          onTheirs={(theirs) => {
            dispatch({ type: 'loaded', draft: draftOf(theirs) })
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
