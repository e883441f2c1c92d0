import { Group, NumberInput, SegmentedControl, Select, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../../parts/clock-field.tsx'
import { useVocabularies } from '../../../parts/recurrence/use-recurrence-words.ts'
import { useOfficeDays } from '../../../parts/use-office-days.ts'
import { fromTo, type Times } from '../../../parts/recurrence/plan.ts'
import { wordsOfLateEnd } from '../../../parts/recurrence/words.ts'

const MOST_DAYS = 7

/** When on its days: from one time to another, all day, or by a daypart. */
export function TimesFields({ times, onChange }: { times: Times; onChange: (times: Times) => void }): ReactElement {
  const { t } = useTranslation()
  const dayparts = useOfficeDays().dayparts ?? []
  const [first] = dayparts
  const { own } = useVocabularies()
  const choose = (kind: string): void => {
    if (kind === 'allDay') onChange({ kind, days: 1 })
    else if (kind === 'daypart' && first !== undefined) onChange({ kind, id: first.id })
    else onChange(fromTo('08:30', '17:15'))
  }
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={t('entry.times')}
        value={times.kind}
        onChange={choose}
        data={[
          { value: 'clock', label: t('entry.timesKind.clock') },
          { value: 'allDay', label: t('entry.timesKind.allDay') },
          {
            value: 'daypart',
            label: t('entry.timesKind.daypart'),
            disabled: first === undefined && times.kind !== 'daypart',
          },
        ]}
        data-testid="entry-times"
      />
      {times.kind === 'clock' && (
        <>
          <ClockField
            label={t('schedule.from')}
            value={times.from}
            onChange={(from) => onChange(fromTo(from, times.to))}
            testId="entry-from"
          />
          <ClockField
            label={t('schedule.to')}
            value={times.to}
            onChange={(to) => onChange(fromTo(times.from, to))}
            testId="entry-to"
          />
          {times.over > 0 && (
            <Text pb={8} role="status" data-testid="entry-late-end">
              {wordsOfLateEnd(times, own)}
            </Text>
          )}
        </>
      )}
      {times.kind === 'allDay' && (
        <NumberInput
          w={120}
          label={t('entry.lasts')}
          value={times.days}
          min={1}
          max={MOST_DAYS}
          allowDecimal={false}
          suffix={t('entry.daysSuffix')}
          onChange={(days) =>
            typeof days === 'number' && days >= 1 && onChange({ kind: 'allDay', days: Math.min(days, MOST_DAYS) })
          }
        />
      )}
      {times.kind === 'daypart' && (
        <Select
          label={t('entry.timesKind.daypart')}
          data={dayparts.map(({ id, name }) => ({ value: id, label: name }))}
          value={times.id}
          onChange={(id) => id !== null && onChange({ kind: 'daypart', id })}
          allowDeselect={false}
        />
      )}
    </Group>
  )
}
