import type { Channel, DisplayView } from '@akari/protocol'
import { MultiSelect, SegmentedControl, Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Target } from './effect.ts'
import classes from './desk.module.css'

const MINUTES = [5, 15, 30, 60, 180] as const

type WhereAndWhen = { everywhere: boolean; displayIds: readonly string[]; minutes: number | null }

/** Everywhere; a drill ends by itself soon, on live only a person ends it. */
export function startOf(channel: Channel): WhereAndWhen {
  return { everywhere: true, displayIds: [], minutes: channel === 'drill' ? 5 : null }
}

/** Null while no display is chosen. */
export function targetOf({ everywhere, displayIds }: WhereAndWhen): Target | null {
  if (everywhere) return { kind: 'all' }
  return displayIds.length > 0 ? { kind: 'displays', displayIds: [...displayIds] } : null
}

/** Two of the decisions of every alert: on which displays, and until when. */
export function WhereAndWhenFields({
  channel,
  displays,
  value,
  firstNumber,
  onChange,
}: {
  channel: Channel
  displays: readonly DisplayView[]
  value: WhereAndWhen
  firstNumber: number
  onChange: (value: WhereAndWhen) => void
}): ReactElement {
  const { t } = useTranslation()
  const paired = displays.filter((display) => display.status !== 'unpaired')
  return (
    <div className={classes.choices}>
      <div>
        <h2>
          <span className={classes.number}>{firstNumber}</span>
          {t('desk.where')}
        </h2>
        <SegmentedControl
          fullWidth
          value={value.everywhere ? 'all' : 'some'}
          onChange={(next) => onChange({ ...value, everywhere: next === 'all' })}
          data={[
            { value: 'all', label: t('desk.everywhere', { count: paired.length }) },
            { value: 'some', label: t('desk.some') },
          ]}
        />
        {!value.everywhere && (
          <MultiSelect
            mt="xs"
            aria-label={t('desk.some')}
            placeholder={value.displayIds.length === 0 ? t('desk.chooseDisplays') : ''}
            data={paired.map((display) => ({ value: display.id, label: display.profile.name }))}
            value={[...value.displayIds]}
            onChange={(displayIds) => onChange({ ...value, displayIds })}
            searchable
          />
        )}
      </div>
      <div>
        <h2>
          <span className={classes.number}>{firstNumber + 1}</span>
          {t(`desk.howLong.${channel}`)}
        </h2>
        <Select
          aria-label={t(`desk.howLong.${channel}`)}
          data={[
            { value: 'open', label: t('desk.untilCleared') },
            ...MINUTES.map((each) => ({ value: String(each), label: t(`desk.minutes.${channel}`, { count: each }) })),
          ]}
          value={value.minutes === null ? 'open' : String(value.minutes)}
          onChange={(next) => onChange({ ...value, minutes: next === null || next === 'open' ? null : Number(next) })}
          allowDeselect={false}
        />
      </div>
    </div>
  )
}
