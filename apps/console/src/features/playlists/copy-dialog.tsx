import type { DraftItem } from '@akari/protocol'
import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { usePlaylists, useSavePlaylist } from '../../api/content.ts'
import { isConflict } from '../../api/problem.ts'
import { Trouble } from '../../parts/trouble.tsx'

/**
 * Adds items at the end of another playlist, on the version that is shown here. Was it saved meanwhile, nothing is written: the
 * newest one is fetched, and the same button adds them to that.
 */
export function CopyDialog({
  items,
  from,
  onClose,
}: {
  items: readonly DraftItem[]
  from: string | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists()
  const save = useSavePlaylist()
  const [targetId, setTargetId] = useState<string | null>(null)
  const others = (playlists.data ?? []).filter(({ id }) => id !== from)
  const target = others.find(({ id }) => id === targetId)
  const conflict = save.error !== null && isConflict(save.error)
  const copy = (): void => {
    if (target === undefined) return
    const { id, usedInEntries: _used, updatedAt: _at, ...playlist } = target
    const copies = items.map((item) => ({ ...item, id: newId() }))
    save.mutate(
      { id, playlist: { ...playlist, items: [...playlist.items, ...copies] } },
      {
        onSuccess: ({ name }) => {
          notifications.show({ color: 'zelkova', message: t('several.copied', { count: items.length, name }) })
          onClose()
        },
        onError: (error) => {
          if (isConflict(error)) void playlists.refetch()
        },
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('several.copyTitle', { count: items.length })}>
      <Stack>
        {others.length === 0 ? (
          <Text>{t('several.noOther')}</Text>
        ) : (
          <Select
            label={t('several.target')}
            description={t('several.targetHint')}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={targetId}
            onChange={setTargetId}
            searchable
            data-autofocus
            data-testid="copy-target"
          />
        )}
        {conflict ? (
          <Alert color="amber" withCloseButton={false}>
            {t('several.conflict')}
          </Alert>
        ) : (
          <Trouble error={save.error} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.stop')}
          </Button>
          <Button
            disabled={target === undefined || playlists.isFetching}
            loading={save.isPending}
            onClick={copy}
            data-testid="copy-submit"
          >
            {t('several.copyDo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
