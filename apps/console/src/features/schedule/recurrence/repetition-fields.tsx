import { type Weekday, WEEKDAYS } from '@akari/protocol'
import { Chip, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { firstDay, type Plan } from '../../../parts/recurrence/plan.ts'
import { LAST, type Repetition, repetitionOn, sortedDays, sortedNumbers } from '../../../parts/recurrence/repetition.ts'

const KINDS = ['once', 'daily', 'weekly', 'monthDay', 'monthWeekday', 'yearDay', 'yearWeekday'] as const
const NTHS = [1, 2, 3, 4, 5, LAST] as const

/** On which days, by choosing: how it repeats, every how many, and the days of it. */
export function RepetitionFields({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }): ReactElement {
  const { t } = useTranslation()
  const { repetition } = plan
  const change = (next: Repetition): void => onChange({ ...plan, repetition: next })
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          w={210}
          label={t('entry.repeats')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`entry.repetition.${kind}`) }))}
          value={repetition.kind}
          onChange={(next) => {
            const kind = KINDS.find((each) => each === next) ?? 'once'
            onChange({
              ...plan,
              repetition: repetitionOn(kind, firstDay(plan)),
              count: kind === 'once' ? null : plan.count,
            })
          }}
          allowDeselect={false}
          maxDropdownHeight={320}
          data-testid="entry-repeats"
        />
        {'every' in repetition && (
          <NumberInput
            w={130}
            label={t('entry.every')}
            value={repetition.every}
            min={1}
            max={99}
            allowDecimal={false}
            suffix={t(`entry.everySuffix.${repetition.kind}`)}
            onChange={(every) => typeof every === 'number' && every >= 1 && change({ ...repetition, every })}
          />
        )}
      </Group>
      <DaysOf repetition={repetition} onChange={change} />
    </Stack>
  )
}

type Props<T> = { repetition: T; onChange: (repetition: Repetition) => void }

function DaysOf({ repetition, onChange }: Props<Repetition>): ReactElement | null {
  const { t } = useTranslation()
  switch (repetition.kind) {
    case 'weekly':
      return (
        <WeekdayChips
          days={repetition.days}
          onChange={(days) => days.length > 0 && onChange({ ...repetition, days })}
        />
      )
    case 'monthDay':
      return (
        <Chips
          label={t('entry.monthDays')}
          all={[...Array.from({ length: 31 }, (_, n) => n + 1), LAST]}
          chosen={repetition.days}
          name={(day) => (day === LAST ? t('entry.lastDay') : String(day))}
          onChange={(days) => onChange({ ...repetition, days })}
        />
      )
    case 'monthWeekday':
      return (
        <>
          <Chips
            label={t('entry.nths')}
            all={NTHS}
            chosen={repetition.nth}
            name={(nth) => (nth === LAST ? t('entry.lastNth') : t('entry.nth', { n: nth }))}
            onChange={(nth) => onChange({ ...repetition, nth })}
          />
          <WeekdayChips
            days={repetition.days}
            onChange={(days) => days.length > 0 && onChange({ ...repetition, days })}
          />
        </>
      )
    case 'once':
    case 'daily':
    case 'yearDay':
    case 'yearWeekday':
      return repetition.kind.startsWith('year') ? (
        <Text size="sm" c="gray.6">
          {t('entry.yearFollowsStart')}
        </Text>
      ) : null
  }
}

function WeekdayChips({
  days,
  onChange,
}: {
  days: readonly Weekday[]
  onChange: (days: Weekday[]) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t('schedule.days')}>
      <Chip.Group
        multiple
        value={[...days]}
        onChange={(next) => onChange(sortedDays(WEEKDAYS.filter((day) => next.includes(day))))}
      >
        <Group gap={6}>
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={day} variant="filled" data-testid={`entry-day-${day}`}>
              {t(`weekday.${day}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  )
}

function Chips({
  label,
  all,
  chosen,
  name,
  onChange,
}: {
  label: string
  all: readonly number[]
  chosen: readonly number[]
  name: (each: number) => string
  onChange: (chosen: number[]) => void
}): ReactElement {
  return (
    <div role="group" aria-label={label}>
      <Chip.Group
        multiple
        value={chosen.map(String)}
        onChange={(next) => next.length > 0 && onChange(sortedNumbers(next.map(Number)))}
      >
        <Group gap={4}>
          {all.map((each) => (
            <Chip key={each} size="xs" value={String(each)} variant="filled">
              {name(each)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  )
}
