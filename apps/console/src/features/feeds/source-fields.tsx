import type { FeedSource } from '@akari/protocol'
import { Group, Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Addresses and codes of a source, by kind. */
export function SourceFields({
  source,
  wrong,
  onChange,
}: {
  source: FeedSource
  wrong: (path: string) => boolean
  onChange: (source: FeedSource) => void
}): ReactElement {
  const { t } = useTranslation()
  const address = (
    field: 'timetable' | 'vehicles' | 'trips' | 'alerts' | 'forecast' | 'heat' | 'news',
    value: string | null,
    set: (value: string) => void,
    required = false,
  ): ReactElement => (
    <TextInput
      type="url"
      label={t(`feeds.address.${field}`)}
      placeholder="https://"
      required={required}
      error={(value ?? '') !== '' && wrong(`source.${field}`) ? t('feeds.addressWrong') : undefined}
      value={value ?? ''}
      onChange={(event) => set(event.currentTarget.value.trim())}
      data-testid={`feed-${field}`}
    />
  )
  const orNone = (value: string): string | null => (value === '' ? null : value)
  switch (source.kind) {
    case 'transit':
      return (
        <Stack gap="xs">
          {address('vehicles', source.vehicles, (value) => onChange({ ...source, vehicles: orNone(value) }))}
          {address('trips', source.trips, (value) => onChange({ ...source, trips: orNone(value) }))}
          {address('alerts', source.alerts, (value) => onChange({ ...source, alerts: orNone(value) }))}
          {address('timetable', source.timetable, (value) => onChange({ ...source, timetable: orNone(value) }))}
        </Stack>
      )
    case 'weather':
      return (
        <Stack gap="xs">
          {address('forecast', source.forecast, (forecast) => onChange({ ...source, forecast }), true)}
          <Group grow align="flex-start">
            {(['office', 'area', 'place'] as const).map((field) => (
              <TextInput
                key={field}
                label={t(`feeds.code.${field}`)}
                error={wrong(`source.${field}`) ? t(`feeds.codeWrong.${field}`) : undefined}
                value={source[field] ?? ''}
                onChange={(event) => {
                  const value = event.currentTarget.value.trim()
                  onChange({ ...source, [field]: field === 'place' ? orNone(value) : value })
                }}
                data-testid={`feed-${field}`}
              />
            ))}
          </Group>
          {address('heat', source.heat, (value) => onChange({ ...source, heat: orNone(value) }))}
        </Stack>
      )
    case 'news':
      return address('news', source.news, (news) => onChange({ ...source, news }), true)
  }
}
