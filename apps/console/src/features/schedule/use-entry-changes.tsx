import type { EntryInput, EntryView } from '@akari/protocol'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useDeleteEntry, useSaveEntry } from '../../api/content.ts'
import { describeTrouble } from '../../parts/trouble.tsx'
import { without } from './rule-form.ts'

const UNDO_MS = 12_000

function inputOf({ id: _id, updatedAt: _updatedAt, ...input }: EntryView): EntryInput {
  return input
}

/** Taking entries, or single occurrences, out of the schedule; each says so and can be taken back. */
export function useEntryChanges(): {
  remove: (entry: EntryView) => void
  leaveOut: (entry: EntryView, originalStart: string) => void
} {
  const { t } = useTranslation()
  const deleteEntry = useDeleteEntry()
  const saveEntry = useSaveEntry()
  const failed = (error: unknown): void => {
    notifications.show({ color: 'vermilion', message: describeTrouble(t, error) })
  }
  const offerUndo = (text: string, undo: () => void): void => {
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
              undo()
            }}
          >
            {t('common.undo')}
          </Button>
        </Group>
      ),
    })
  }
  return {
    remove: (entry) =>
      deleteEntry.mutate(entry.id, {
        onSuccess: () =>
          offerUndo(t('schedule.deleted', { name: entry.name }), () =>
            saveEntry.mutate({ id: null, entry: { ...inputOf(entry), version: 0 } }, { onError: failed }),
          ),
      }),
    leaveOut: (entry, originalStart) =>
      saveEntry.mutate(
        { id: entry.id, entry: { ...inputOf(entry), rule: without(entry.rule, originalStart) } },
        {
          onError: failed,
          onSuccess: (saved) =>
            offerUndo(t('schedule.leftOut', { name: entry.name, day: originalStart.slice(0, 10) }), () =>
              saveEntry.mutate(
                { id: entry.id, entry: { ...inputOf(entry), version: saved.version } },
                { onError: failed },
              ),
            ),
        },
      ),
  }
}
