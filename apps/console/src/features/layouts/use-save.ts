import { notifications } from '@mantine/notifications'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSaveLayout } from '../../api/layouts.ts'
import type { KeptEditor } from '../../parts/use-kept-editor.ts'
import { type Drawing, inputOf } from './drawing.ts'
import type { Edit } from './editor.ts'

/** Saves what the editor holds. `leaving` is true once there is nothing to lose: the page may be left. */
export function useSave(
  state: KeptEditor<Drawing, Edit>,
  savedId: string | null,
): {
  save: ReturnType<typeof useSaveLayout>
  saveNow: () => void
  saveAs: (id: string | null, version: number) => void
  leaving: RefObject<boolean>
} {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const save = useSaveLayout()
  const leaving = useRef(false)
  const { editor, unsaved } = state
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
    saveAs(savedId, state.version)
  }
  useEffect(() => {
    if (unsaved) leaving.current = false
  }, [unsaved])
  return { save, saveNow, saveAs, leaving }
}
