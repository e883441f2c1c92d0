import type { DisplayProfile, PlaylistView } from '@akari/protocol'
import { Group, NumberInput, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { BesideField } from './beside-field.tsx'
import { diagonalInches, PANELS, panelProfile } from './panels.ts'

export type DisplayDraft = {
  profile: DisplayProfile
  groups: string[]
  tags: string[]
  defaultPlaylistId: string | null
  canary?: boolean
}

/** Everything the CMS knows of a display before it is paired. Sizes on the glass follow from it. */
export function ProfileForm({
  draft,
  onChange,
  playlists,
  groups,
  tags,
}: {
  draft: DisplayDraft
  onChange: (draft: DisplayDraft) => void
  playlists: readonly PlaylistView[]
  groups: readonly string[]
  tags: readonly string[]
}): ReactElement {
  const { t } = useTranslation()
  const { profile } = draft
  const change = (part: Partial<DisplayProfile>): void => onChange({ ...draft, profile: { ...profile, ...part } })
  const number = (key: 'widthPx' | 'heightPx' | 'mmPerPx' | 'viewingDistanceM') => ({
    label: t(`displays.${key}`),
    value: profile[key],
    onChange: (value: number | string) => {
      if (typeof value === 'number' && value > 0) change({ [key]: value })
    },
    allowNegative: false,
    required: true,
    withAsterisk: false,
  })
  return (
    <Stack>
      <TextInput
        label={t('displays.name')}
        placeholder={t('displays.namePlaceholder')}
        value={profile.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        maxLength={80}
        required
        withAsterisk={false}
        data-testid="display-name"
      />
      <Select
        label={t('displays.panel')}
        placeholder={t('displays.panelPlaceholder')}
        data={PANELS.map((panel) => ({ value: panel.id, label: t(`displays.panels.${panel.id}`) }))}
        value={null}
        onChange={(id) => change(panelProfile(id))}
      />
      <Group grow>
        <NumberInput {...number('widthPx')} suffix=" px" />
        <NumberInput {...number('heightPx')} suffix=" px" />
      </Group>
      <Group grow align="flex-start">
        <NumberInput {...number('mmPerPx')} decimalScale={3} step={0.01} suffix=" mm" />
        <NumberInput {...number('viewingDistanceM')} decimalScale={1} step={0.5} suffix=" m" />
      </Group>
      <Text size="sm" c="gray.6">
        {t('displays.diagonal', { inches: diagonalInches(profile) })}
      </Text>
      <Switch
        label={t('displays.touch')}
        description={t('displays.touchHint')}
        checked={profile.touch}
        onChange={(event) => change({ touch: event.currentTarget.checked })}
      />
      <BesideField
        value={profile.languagesBeside ?? null}
        onChange={(languagesBeside) => change({ languagesBeside })}
      />
      <Switch
        label={t('displays.canary')}
        description={t('displays.canaryHint')}
        checked={draft.canary ?? false}
        onChange={(event) => onChange({ ...draft, canary: event.currentTarget.checked })}
        data-testid="display-canary"
      />
      <TextInput
        label={t('displays.kioskId')}
        description={t('displays.kioskIdHint')}
        value={profile.kioskId ?? ''}
        onChange={(event) =>
          change({ kioskId: event.currentTarget.value.trim() === '' ? null : event.currentTarget.value.trim() })
        }
      />
      <TagsInput
        label={t('displays.groups')}
        description={t('displays.groupsHint')}
        data={[...groups]}
        value={draft.groups}
        onChange={(next) => onChange({ ...draft, groups: next })}
        maxTags={20}
        maxLength={40}
        data-testid="display-groups"
      />
      <TagsInput
        label={t('displays.tags')}
        description={t('displays.tagsHint')}
        data={[...tags]}
        value={draft.tags}
        onChange={(next) => onChange({ ...draft, tags: next })}
        maxTags={20}
        maxLength={40}
        data-testid="display-tags"
      />
      <Select
        label={t('displays.defaultPlaylist')}
        description={t('displays.defaultPlaylistHint')}
        data={playlists.map((playlist) => ({ value: playlist.id, label: playlist.name }))}
        value={draft.defaultPlaylistId}
        onChange={(defaultPlaylistId) => onChange({ ...draft, defaultPlaylistId })}
        clearable
        searchable
        data-testid="display-default-playlist"
      />
    </Stack>
  )
}
