import { ruleContext } from '@akari/programme'
import type { ScheduleRule } from '@akari/protocol'
import { Stack, Text } from '@mantine/core'
import { Calendar } from '@mantine/dates'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE, toLocal } from '../../../parts/local-time.ts'
import { useNow } from '../../../parts/use-now.ts'
import { useWhen } from '../../../parts/when.ts'
import { useVocabularies } from '../../../parts/recurrence/use-recurrence-words.ts'
import { useOfficeDays } from '../../../parts/use-office-days.ts'
import { dateIn, wordsOfWindow } from '../../../parts/recurrence/words.ts'
import { nextStarts, pressed, statesIn } from './exceptions.ts'
import classes from './mini-month.module.css'

const NEXT = 5
const MINUTE_MS = 60_000

/** A month with the days of a rule, each pressed to leave it out or add it; and the next five times. */
export function MiniMonth({
  rule,
  onChange,
}: {
  rule: ScheduleRule
  onChange: (exceptions: Pick<ScheduleRule, 'exdates' | 'rdates'>) => void
}): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow(MINUTE_MS)
  const { own } = useVocabularies()
  const { calendar, dayparts } = useOfficeDays()
  const context = useMemo(() => ruleContext({ calendar, ...(dayparts && { dayparts }) }), [calendar, dayparts])
  const start = rule.start.slice(0, 10)
  const today = toLocal(nowMs, TIME_ZONE).slice(0, 10)
  const [shown, setShown] = useState(start > today ? start : today)
  const states = useMemo(() => statesIn(rule, shown.slice(0, 7), context), [rule, shown, context])
  return (
    <div className={classes.both}>
      <div>
        <Calendar
          date={shown}
          onDateChange={setShown}
          maxLevel="month"
          hideOutsideDates
          previousLabel={t('calendar.before')}
          nextLabel={t('calendar.after')}
          getDayProps={(day) => {
            const state = states.get(day) ?? 'none'
            const holiday = calendar?.holidays.find(({ date }) => date === day)?.name
            return {
              'data-state': state,
              'data-holiday': holiday === undefined ? undefined : true,
              title: holiday,
              'aria-label': t('entry.dayState', { day: dateIn(day, own), state: t(`entry.dayStates.${state}`) }),
              onClick: () => onChange(pressed(rule, day, state, context)),
              className: classes.day ?? '',
            }
          }}
        />
        <Text size="xs" c="gray.6">
          {t('entry.pressDays')}
        </Text>
      </div>
      <NextTimes rule={rule} nowMs={nowMs} context={context} />
    </div>
  )
}

function NextTimes({
  rule,
  nowMs,
  context,
}: {
  rule: ScheduleRule
  nowMs: number
  context: ReturnType<typeof ruleContext>
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { own } = useVocabularies()
  const next = useMemo(() => nextStarts(rule, nowMs, context, NEXT), [rule, nowMs, context])
  return (
    <Stack gap={4} data-testid="entry-next">
      <Text size="sm" fw={700}>
        {t('entry.next')}
      </Text>
      {next.length === 0 && <Text size="sm">{t('entry.nextNone')}</Text>}
      <ol className={classes.next}>
        {next.map(({ startsAt, endsAt }) => (
          <li key={startsAt}>
            <b>{when.day(startsAt)}</b>
            <span className="numbers">
              {wordsOfWindow(toLocal(startsAt, TIME_ZONE), toLocal(endsAt, TIME_ZONE), own)}
            </span>
          </li>
        ))}
      </ol>
    </Stack>
  )
}
