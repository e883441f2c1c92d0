import { DRILL_WEEKDAYS, DrillWhen } from '@akari/protocol'
import { Group, SegmentedControl, Select, Switch } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { LocalMomentField } from '../../parts/local-moment-field.tsx'
import { addDays, TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { whenOf } from './drill-form.ts'
import classes from './drills.module.css'

const NTH = [1, 2, 3, 4, -1] as const

/** By hand, once, or each month; never more often: a drill that is always on is none. */
export function WhenFields({ when, onChange }: { when: DrillWhen; onChange: (when: DrillWhen) => void }): ReactElement {
  const { t } = useTranslation()
  const tomorrow = (): string => addDays(toLocal(Date.now(), TIME_ZONE).slice(0, 10), 1)
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('drills.whenLabel')}</legend>
      <SegmentedControl
        fullWidth
        value={when.kind}
        onChange={(kind) => onChange(whenOf(kind, tomorrow()))}
        data={(['byHand', 'once', 'monthly'] as const).map((kind) => ({
          value: kind,
          label: t(`drills.whenKind.${kind}`),
        }))}
      />
      {when.kind === 'once' && (
        <LocalMomentField
          label={t('drills.onceAt')}
          value={when.at}
          onChange={(at) => at !== null && onChange({ kind: 'once', at })}
        />
      )}
      {when.kind === 'monthly' && (
        <>
          <Group align="flex-start" gap="sm">
            <Select
              label={t('drills.nthLabel')}
              w={120}
              data={NTH.map((nth) => ({ value: String(nth), label: t(`drills.nth.${nth === -1 ? 'last' : nth}`) }))}
              value={String(when.nth)}
              onChange={(nth) => onChange(DrillWhen.parse({ ...when, nth: Number(nth) }))}
              allowDeselect={false}
            />
            <Select
              label={t('drills.weekdayLabel')}
              w={120}
              data={DRILL_WEEKDAYS.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
              value={when.weekday}
              onChange={(weekday) => onChange(DrillWhen.parse({ ...when, weekday }))}
              allowDeselect={false}
            />
            <ClockField
              label={t('drills.timeLabel')}
              value={when.time}
              onChange={(time) => onChange({ ...when, time })}
              testId="drill-time"
            />
          </Group>
          <Switch
            label={t('drills.skipClosed')}
            description={t('drills.skipClosedHint')}
            checked={when.skipClosedDays}
            onChange={(event) => onChange({ ...when, skipClosedDays: event.currentTarget.checked })}
          />
        </>
      )}
    </fieldset>
  )
}
