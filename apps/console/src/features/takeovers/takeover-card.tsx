import type { TakeoverView } from '@akari/protocol'
import { Button, Group, Menu } from '@mantine/core'
import { IconClockPlus, IconPlayerStop } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeTakeover, useEndTakeover } from '../../api/schedule.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { asDuration, useWhen } from '../../parts/when.ts'
import { standingOf } from './takeover-times.ts'
import classes from './takeovers.module.css'

const LONGER = [15, 30, 60] as const

/** One that is on or planned: what, where, and how long still. */
export function TakeoverCard({
  takeover,
  nowMs,
  mayTakeOver,
}: {
  takeover: TakeoverView
  nowMs: number
  mayTakeOver: boolean
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const where = useTargetWords()
  const textIn = useTextIn()
  const end = useEndTakeover()
  const change = useChangeTakeover()
  const { id, name, playlistName, way, targets, startsAt, endsAt, version } = takeover
  const [startsMs, endsMs] = [Date.parse(startsAt), Date.parse(endsAt)]
  const isRunning = standingOf(takeover, nowMs) === 'running'
  const passed = isRunning ? (nowMs - startsMs) / (endsMs - startsMs) : 0
  return (
    <section
      className={classes.card}
      data-running={isRunning || undefined}
      aria-label={name}
      data-testid={`takeover-${id}`}
    >
      <div className={classes.state}>{t(isRunning ? 'timing.takeovers.running' : 'timing.takeovers.planned')}</div>
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.facts}>
        {way === null
          ? t('timing.takeovers.shows', { playlist: playlistName })
          : t('timing.takeovers.showsWay', { name: textIn(way.title) })}
        <br />
        {where(targets)}
      </p>
      <div className={classes.left}>
        <b className="numbers" aria-hidden>
          {asDuration(Math.max(0, ((isRunning ? endsMs : startsMs) - nowMs) / 1000))}
        </b>
        <span>
          {isRunning
            ? t('timing.takeovers.until', { at: when.dayAndTime(endsAt) })
            : t('timing.takeovers.from', { at: when.dayAndTime(startsAt), until: when.dayAndTime(endsAt) })}
        </span>
      </div>
      <div className={classes.progress} aria-hidden>
        <span style={{ width: `${Math.min(1, passed) * 100}%` }} />
      </div>
      {mayTakeOver && (
        <Group gap="sm" justify="space-between">
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" leftSection={<IconClockPlus size={18} />} loading={change.isPending}>
                {t('timing.takeovers.longer')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {LONGER.map((minutes) => (
                <Menu.Item
                  key={minutes}
                  onClick={() =>
                    change.mutate({ id, patch: { endsAt: new Date(endsMs + minutes * 60_000).toISOString(), version } })
                  }
                >
                  {t('timing.takeovers.longerBy', { count: minutes })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            leftSection={<IconPlayerStop size={18} />}
            onClick={() => end.mutate(id)}
            loading={end.isPending}
            data-testid={`takeover-end-${id}`}
          >
            {t(isRunning ? 'timing.takeovers.end' : 'timing.takeovers.callOff')}
          </Button>
        </Group>
      )}
    </section>
  )
}
