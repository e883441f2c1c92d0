import { Group, Stack } from '@mantine/core'
import { newId } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRows } from '../../parts/form-rows.tsx'
import { ExceptionFields, WeeklyFields } from '../../parts/hours/hours-fields.tsx'
import { MomentField } from '../../parts/moment-field.tsx'
import { OneText } from '../../parts/one-text.tsx'
import type { BoardFieldsProps } from './board-fields-props.ts'

const MOST_EVENTS = 200
const HOUR_MS = 3_600_000

/** When the counters are open, and what is on in the building. */
export function TodayFields({ board, language, onChange }: BoardFieldsProps<'today'>): ReactElement {
  const { t } = useTranslation()
  const { events, hours } = board
  const set = (next: typeof events, about: string): void => onChange({ ...board, events: next }, about)
  const nextHour = (): string => new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS).toISOString()
  return (
    <>
      <FormRows
        legend={t('boards.field.events')}
        canAdd={events.length < MOST_EVENTS}
        onAdd={() => set([...events, { id: newId(), name: { ja: '' }, startsAt: nextHour(), endsAt: null }], 'add')}
        onRemove={(index) => set(events.toSpliced(index, 1), 'remove')}
        rows={events.map((event, index) => {
          const change = (part: Partial<typeof event>): void =>
            set(events.with(index, { ...event, ...part }), `event ${index} ${Object.keys(part).join()} ${language}`)
          return (
            <Stack key={event.id} gap="xs">
              <OneText
                label={t('boards.eventName')}
                value={event.name}
                language={language}
                fault={undefined}
                onChange={(name) => change({ name })}
                testId={index === 0 ? 'board-events' : `board-events-${index}`}
              />
              <OneText
                label={t('posters.place')}
                value={event.place}
                language={language}
                fault={undefined}
                onChange={(place) => {
                  const { place: _before, ...others } = event
                  if (Object.values(place).some((text) => text !== '')) change({ place })
                  else set(events.with(index, others), `event ${index} place`)
                }}
                testId={`board-event-place-${index}`}
              />
              <Group grow gap="xs">
                <MomentField
                  label={t('posters.start')}
                  required
                  value={event.startsAt}
                  onChange={(startsAt) => startsAt !== null && change({ startsAt })}
                />
                <MomentField
                  label={t('posters.end')}
                  placeholder={t('boards.openEnd')}
                  value={event.endsAt}
                  onChange={(endsAt) => change({ endsAt })}
                />
              </Group>
            </Stack>
          )
        })}
      />
      <OneText
        label={t('boards.field.note')}
        value={board.note}
        language={language}
        lines={2}
        fault={undefined}
        onChange={(note) => onChange({ ...board, note }, `note ${language}`)}
        testId="board-note"
      />
      <section id="board-hours" tabIndex={-1} aria-label={t('boards.field.hours')}>
        <Stack gap="sm">
          <b>{t('boards.field.hours')}</b>
          <WeeklyFields hours={hours} onChange={(next) => onChange({ ...board, hours: next }, 'hours')} />
          <ExceptionFields hours={hours} onChange={(next) => onChange({ ...board, hours: next }, 'hours')} />
        </Stack>
      </section>
    </>
  )
}
