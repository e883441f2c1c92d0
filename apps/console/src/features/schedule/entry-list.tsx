import type { EntryView } from '@akari/protocol'
import { ActionIcon, Group, Table, VisuallyHidden } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useEntryWords } from './entry-words.ts'
import type { Opened } from './entry/draft.ts'
import { useEntryChanges } from './use-entry-changes.tsx'

/** Every entry as a row, whatever the week. */
export function EntryList({
  entries,
  onOpen,
  readOnly,
}: {
  entries: readonly EntryView[]
  onOpen: (opened: Opened) => void
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  const words = useEntryWords()
  const changes = useEntryChanges()
  if (entries.length === 0) return <p>{t('schedule.noneFound')}</p>
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('schedule.name')}</Table.Th>
          <Table.Th>{t('schedule.playlist')}</Table.Th>
          <Table.Th>{t('schedule.when')}</Table.Th>
          <Table.Th>{t('schedule.where')}</Table.Th>
          <Table.Th>{t('schedule.priority')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td fw={700}>{entry.name}</Table.Td>
            <Table.Td>{playlists.find((each) => each.id === entry.playlistId)?.name ?? ''}</Table.Td>
            <Table.Td>{words.rule(entry.rule)}</Table.Td>
            <Table.Td>{words.targets(entry.targets)}</Table.Td>
            <Table.Td>{t(`priority.${entry.priority}`)}</Table.Td>
            <Table.Td>
              {!readOnly && (
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('schedule.editNamed', { name: entry.name })}
                    onClick={() => onOpen({ entry })}
                  >
                    <IconPencil size={18} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('schedule.deleteNamed', { name: entry.name })}
                    onClick={() => changes.remove(entry)}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
