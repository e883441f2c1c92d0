import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core'
import { DatePickerInput, TimeInput } from '@mantine/dates'
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { type ReactElement, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'
import { useWhen } from '../../parts/when.ts'
import { DAYS_AROUND, dayOf, MINUTE_MS, movedBy, sameTimeOn } from './moment.ts'
import type { Travel } from './use-travel.ts'
import classes from './travel.module.css'

/** The clock that staff move: a day, a minute of it, and playing on at one speed or another. `children`: bands of the day. */
export function TimeTravel({ travel, children }: { travel: Travel; children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const hint = useId()
  const { atMs, nowMs, follows, speed, playing } = travel
  const { day, startsAtMs, endsAtMs } = dayOf(atMs)
  const today = dayOf(nowMs).day
  const at = new Date(atMs).toISOString()
  const goToDay = (to: string): void => travel.go(sameTimeOn(to, atMs))
  return (
    <section className={classes.travel} aria-label={t('why.slider.label')}>
      <div className={classes.controls}>
        <Group gap={6}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('why.slider.previousDay')}
            onClick={() => goToDay(addDays(day, -1))}
          >
            <IconChevronLeft size={20} />
          </ActionIcon>
          <DatePickerInput
            aria-label={`${t('why.slider.day')} ${dayjs(day).format(t('common.dateFormat'))}`}
            valueFormat={t('common.dateFormat')}
            value={day}
            minDate={addDays(today, -DAYS_AROUND)}
            maxDate={addDays(today, DAYS_AROUND)}
            onChange={(to) => to !== null && goToDay(to)}
            w="13rem"
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('why.slider.nextDay')}
            onClick={() => goToDay(addDays(day, 1))}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
        </Group>
        <TimeInput
          aria-label={t('why.slider.time')}
          value={toLocal(atMs, TIME_ZONE).slice(11)}
          onChange={(event) => {
            const time = event.currentTarget.value
            if (time !== '') travel.go(Date.parse(toInstant(`${day}T${time}`, TIME_ZONE)))
          }}
          w="7.5rem"
          data-testid="why-time"
        />
        <Button
          variant={follows ? 'light' : 'default'}
          aria-pressed={follows}
          onClick={travel.followNow}
          data-testid="why-now"
        >
          {t('why.now')}
        </Button>
        <output className={classes.clock} data-testid="why-clock">
          {when.exact(at)}
        </output>
        <Group gap={6} ml="auto">
          <Button
            variant={playing ? 'filled' : 'default'}
            leftSection={playing ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />}
            onClick={travel.toggle}
            data-testid="why-play"
          >
            {t(playing ? 'why.slider.pause' : 'why.slider.play')}
          </Button>
          <SegmentedControl
            aria-label={t('why.slider.speed')}
            value={String(speed)}
            onChange={(next) => travel.setSpeed(next === '60' ? 60 : 1)}
            data={[
              { value: '1', label: t('why.slider.speed1') },
              { value: '60', label: t('why.slider.speed60') },
            ]}
          />
        </Group>
      </div>
      <div className={classes.day}>
        <div className={classes.hours} aria-hidden>
          {HOURS.map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
        <input
          type="range"
          className={classes.slider}
          aria-label={t('why.slider.label')}
          aria-describedby={hint}
          aria-valuetext={when.dayAndTime(at)}
          min={0}
          max={(endsAtMs - startsAtMs) / MINUTE_MS - 1}
          step={1}
          value={Math.floor((atMs - startsAtMs) / MINUTE_MS)}
          onChange={(event) => travel.go(startsAtMs + Number(event.currentTarget.value) * MINUTE_MS)}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return
            if (travel.move((fromMs) => movedBy(event.key, fromMs))) event.preventDefault()
          }}
          data-testid="why-slider"
        />
        <div className={classes.bands}>
          {children}
          <span
            className={classes.needle}
            style={{ left: `${((atMs - startsAtMs) / (endsAtMs - startsAtMs)) * 100}%` }}
            aria-hidden
          />
        </div>
      </div>
      <p id={hint} className={classes.hint}>
        {t('why.slider.keys')}
      </p>
    </section>
  )
}

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24]
