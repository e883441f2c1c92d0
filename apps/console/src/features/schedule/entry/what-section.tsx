import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../../api/content.ts'
import type { EntryDraft } from './draft.ts'
import { TargetsField } from './targets-field.tsx'

export type SectionProps = { draft: EntryDraft; onChange: (draft: EntryDraft) => void }

/** What is shown, under which name, and where. */
export function WhatSection({ draft, onChange }: SectionProps): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <Select
          label={t('schedule.playlist')}
          placeholder={t('schedule.choosePlaylist')}
          data={playlists.map((playlist) => ({ value: playlist.id, label: playlist.name }))}
          value={draft.playlistId}
          onChange={(playlistId) => onChange({ ...draft, playlistId })}
          searchable
          data-testid="entry-playlist"
        />
        <TextInput
          label={t('schedule.name')}
          placeholder={t('schedule.nameHint')}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          maxLength={120}
          data-testid="entry-name"
        />
      </SimpleGrid>
      <TargetsField targets={draft.targets} onChange={(targets) => onChange({ ...draft, targets })} />
    </Stack>
  )
}
