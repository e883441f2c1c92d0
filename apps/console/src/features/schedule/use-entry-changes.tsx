import type { EntryInput, EntryView } from '@akari/protocol'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useDeleteEntry, useSaveEntry } from '../../api/content.ts'
import { describeTrouble } from '../../parts/trouble.tsx'
import { type Edits, inputOf, without } from './series.ts'

const UNDO_MS = 12_000

type EntryChanges = {
  remove: (entry: EntryView) => void
  leaveOut: (entry: EntryView, originalStart: string) => void
  /** Saves what a drag came to. */
  carry: (entry: EntryView, edits: Edits) => void
}

/** Changes that are done at once; each says so and can be taken back. */
export function useEntryChanges(): EntryChanges {
  const { t } = useTranslation()
  const deleteEntry = useDeleteEntry()
  const saveEntry = useSaveEntry()
  const failed = (error: unknown): void => {
    notifications.show({ color: 'vermilion', message: describeTrouble(t, error) })
  }
  const attempt = (work: () => Promise<void>): void => void work().catch(failed)
  const offerUndo = (text: string, undo: () => Promise<void>): void => {
    const id = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{text}</span>
          <Button
            size="xs"
            variant="light"
            data-testid="undo"
            onClick={() => {
              notifications.hide(id)
              attempt(undo)
            }}
          >
            {t('common.undo')}
          </Button>
        </Group>
      ),
    })
  }
  const save = (id: string | null, entry: EntryInput): Promise<EntryView> => saveEntry.mutateAsync({ id, entry })
  const carry = async (entry: EntryView, { changed, added }: Edits, text: string): Promise<void> => {
    const saved = changed === null ? null : await save(entry.id, changed)
    const back = async (): Promise<void> => {
      if (saved !== null) await save(entry.id, inputOf(entry, { version: saved.version }))
    }
    const made =
      added === null
        ? null
        : await save(null, added).catch(async (error: unknown) => {
            await back()
            throw error
          })
    offerUndo(text, async () => {
      await back()
      if (made !== null) await deleteEntry.mutateAsync(made.id)
    })
  }
  return {
    carry: (entry, edits) => attempt(() => carry(entry, edits, t('calendar.moved', { name: entry.name }))),
    remove: (entry) =>
      attempt(async () => {
        await deleteEntry.mutateAsync(entry.id)
        offerUndo(t('schedule.deleted', { name: entry.name }), async () => {
          await save(null, inputOf(entry, { version: 0 }))
        })
      }),
    leaveOut: (entry, originalStart) => {
      const left = { changed: inputOf(entry, { rule: without(entry.rule, originalStart) }), added: null }
      attempt(() => carry(entry, left, t('schedule.leftOut', { name: entry.name, day: originalStart.slice(0, 10) })))
    },
  }
}
