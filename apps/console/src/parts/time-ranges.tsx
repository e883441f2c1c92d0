import type { TimeRange } from '@akari/protocol'
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from './clock-field.tsx'
import { clockOf, minutesOf } from './day-minutes.ts'
import { DayTrack, endsOnNextDay } from './day-track.tsx'

/** Times of one day: pulled on the picture, or typed below it. */
export function TimeRanges({
  times,
  onChange,
  label,
  testId,
}: {
  times: readonly TimeRange[]
  onChange: (times: TimeRange[]) => void
  label: string
  testId: string
}): ReactElement {
  const { t } = useTranslation()
  const inOrder = (all: readonly TimeRange[]): TimeRange[] =>
    [...all].sort((a, b) => minutesOf(a.start) - minutesOf(b.start))
  const change = (n: number, part: Partial<TimeRange>): void =>
    onChange(times.map((range, index) => (index === n ? { ...range, ...part } : range)))
  const another = (): void => {
    const after = times.at(-1)?.end ?? '08:30'
    onChange([...times, { start: after, end: clockOf(minutesOf(after) + 60) }])
  }
  return (
    <Stack gap="xs">
      <DayTrack times={times} label={label} onAdd={(range) => onChange(inOrder([...times, range]))} hours />
      {times.map((range, n) => (
        <Group key={n} gap="xs" align="flex-end" wrap="nowrap">
          <ClockField
            label={t('timing.words.from')}
            value={range.start}
            onChange={(start) => change(n, { start })}
            testId={`${testId}-from-${n}`}
          />
          <ClockField
            label={t('timing.words.to')}
            value={range.end}
            onChange={(end) => change(n, { end })}
            testId={`${testId}-to-${n}`}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('timing.removeTime', { from: range.start, to: range.end })}
            onClick={() => onChange(times.filter((_, index) => index !== n))}
          >
            <IconTrash size={18} />
          </ActionIcon>
          {endsOnNextDay(range) && (
            <Text size="sm" c="gray.6" pb={8}>
              {t('timing.words.nextDay')}
            </Text>
          )}
        </Group>
      ))}
      <Group gap="sm">
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={16} />}
          onClick={another}
          data-testid={`${testId}-add`}
        >
          {t('timing.addTime')}
        </Button>
        <Text size="sm" c="gray.6">
          {t('timing.pullHint')}
        </Text>
      </Group>
    </Stack>
  )
}
