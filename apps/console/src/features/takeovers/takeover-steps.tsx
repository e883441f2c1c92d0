import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { TargetPicker } from '../../parts/target-picker.tsx'
import type { TakeoverDraft } from './start-takeover.tsx'
import { endAfter, endAtClock } from './takeover-times.ts'

type Step = { draft: TakeoverDraft; onChange: (draft: TakeoverDraft) => void }

const MINUTES = [15, 30, 60, 120] as const
const CLOSING = '17:15'

export function WhatAndWhere({ draft, onChange }: Step): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  const chosen = playlists.find(({ id }) => id === draft.playlistId)
  return (
    <Stack gap="md">
      <Select
        label={t('timing.takeovers.what')}
        placeholder={t('timing.words.choosePlaylist')}
        data={playlists.map(({ id, name, items }) => ({ value: id, label: name, disabled: items.length === 0 }))}
        value={draft.playlistId}
        onChange={(playlistId) => onChange({ ...draft, playlistId })}
        searchable
        data-testid="takeover-playlist"
      />
      <TargetPicker
        label={t('timing.takeovers.where')}
        value={draft.targets}
        onChange={(targets) => onChange({ ...draft, targets })}
        testId="takeover-targets"
      />
      <TextInput
        label={t('timing.takeovers.name')}
        description={t('timing.takeovers.nameHint')}
        placeholder={chosen?.name ?? ''}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        maxLength={120}
        data-testid="takeover-name"
      />
    </Stack>
  )
}

export function HowLong({ draft, onChange, nowMs }: Step & { nowMs: number }): ReactElement {
  const { t } = useTranslation()
  const startsMs = draft.startsAt === null ? nowMs : Date.parse(draft.startsAt)
  const until = (endsAt: string): void => onChange({ ...draft, endsAt })
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('timing.takeovers.begins')}
        value={draft.startsAt === null ? 'now' : 'later'}
        onChange={(next) => {
          const startsAt = next === 'now' ? null : endAfter(nowMs, 60)
          const length = Date.parse(draft.endsAt) - startsMs
          const from = startsAt === null ? nowMs : Date.parse(startsAt)
          onChange({ ...draft, startsAt, endsAt: endAfter(from, Math.round(length / 60_000)) })
        }}
        data={[
          { value: 'now', label: t('timing.takeovers.now') },
          { value: 'later', label: t('timing.takeovers.later') },
        ]}
      />
      {draft.startsAt !== null && (
        <MomentField
          label={t('timing.takeovers.startsAt')}
          value={draft.startsAt}
          onChange={(startsAt) => onChange({ ...draft, startsAt })}
        />
      )}
      <div>
        <Text size="sm" fw={500} mb={6}>
          {t('timing.takeovers.howLong')}
        </Text>
        <Group gap="xs">
          {MINUTES.map((minutes) => (
            <Button
              key={minutes}
              variant="light"
              size="xs"
              onClick={() => until(endAfter(startsMs, minutes))}
              data-testid={`takeover-minutes-${minutes}`}
            >
              {t('timing.takeovers.minutes', { count: minutes })}
            </Button>
          ))}
          <Button variant="light" size="xs" onClick={() => until(endAtClock(startsMs, CLOSING, TIME_ZONE))}>
            {t('timing.takeovers.untilClosing', { time: CLOSING })}
          </Button>
        </Group>
      </div>
      <MomentField
        label={t('timing.takeovers.endsAt')}
        value={draft.endsAt}
        onChange={(endsAt) => endsAt !== null && until(endsAt)}
        required
      />
      <NumberInput
        label={t('timing.takeovers.notice')}
        description={t('timing.takeovers.noticeHint')}
        value={draft.noticeSeconds}
        onChange={(value) => typeof value === 'number' && onChange({ ...draft, noticeSeconds: value })}
        min={0}
        max={600}
        suffix={t('timing.takeovers.seconds')}
        w={200}
      />
    </Stack>
  )
}
