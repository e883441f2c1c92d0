import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { KeptEditor } from './use-kept-editor.ts'
import { type Leave, useLeave } from './use-leave.ts'

type Step = { type: 'undone' } | { type: 'redone' }

type EditorSave = {
  /** Saves under the id that it has. */
  saveNow: () => void
  /** Null: as something new. Where `version` is stale, the server refuses it. */
  saveAs: (id: string | null, version: number) => void
  leave: Leave
}

/** How what an editor page holds is saved and undone, by button and by key, and what comes after a save. */
export function useEditorSave<T extends object, E, Made extends { id: string; version: number }>({
  state,
  savedId,
  save,
  send,
  pathOf,
  saidOf,
  before = (go) => go(),
}: {
  state: KeptEditor<T, E | Step>
  savedId: string | null
  save: { isPending: boolean }
  /** Null while something is missing. */
  send: (id: string | null, draft: T, version: number) => Promise<Made> | null
  pathOf: (made: Made) => string
  saidOf: (made: Made) => string
  /** Asks first where something is to be known before it is saved; saves at once when left out. */
  before?: (go: () => void) => void
}): EditorSave {
  const { editor, dispatch } = state
  const leave = useLeave({ isUnsaved: state.isUnsaved, saving: save.isPending })
  const saveAs = (id: string | null, version: number): void => {
    const sent = editor.present
    void send(id, sent, version)?.then(
      (made) => {
        state.settle(sent, made)
        notifications.show({ color: 'zelkova', message: saidOf(made) })
        leave.saved(id === made.id ? null : pathOf(made))
      },
      // What is wrong with it is shown on the page.
      leave.refused,
    )
  }
  const saveNow = (): void => before(() => saveAs(savedId, state.version))
  useHotkeys(
    [
      ['mod+Z', () => dispatch({ type: 'undone' })],
      ['mod+shift+Z', () => dispatch({ type: 'redone' })],
      ['mod+Y', () => dispatch({ type: 'redone' })],
      ['mod+S', () => state.savable && !save.isPending && saveNow()],
    ],
    [],
    true,
  )
  return { saveNow, saveAs, leave }
}
