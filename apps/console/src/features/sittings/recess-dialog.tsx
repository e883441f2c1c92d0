import type { Instant } from '@akari/protocol'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './clerk.module.css'
import { resumeTime } from './resume-time.ts'

const LENGTHS = [5, 10, 15, 30, 60] as const
const MINUTE_MS = 60_000
const STEP_MS = 5 * MINUTE_MS

/** Until when the recess is: at least so many minutes from now, on a full five of the clock; a time that is still to come; or not known yet. */
export function RecessDialog({
  nowMs,
  onChoose,
  onClose,
}: {
  nowMs: number
  onChoose: (resumesAt: Instant | null) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const [time, setTime] = useState('')
  const resumes = resumeTime(time, nowMs)
  const isPast = resumes === 'past'
  const chosen = typeof resumes === 'number' ? new Date(resumes).toISOString() : null
  return (
    <Modal opened onClose={onClose} title={t('sittings.recessTitle')} size="lg">
      <Stack gap="lg">
        <div className={classes.lengths}>
          {LENGTHS.map((minutes) => {
            const atMs = Math.ceil((nowMs + minutes * MINUTE_MS) / STEP_MS) * STEP_MS
            const at = new Date(atMs).toISOString()
            return (
              <Button
                key={minutes}
                size="xl"
                variant="light"
                onClick={() => onChoose(at)}
                data-testid={`recess-${minutes}`}
              >
                <span className={classes.length}>
                  <b className="numbers">{when.time(at)}</b>
                  <small>{t('sittings.minutesFromNow', { count: Math.round((atMs - nowMs) / MINUTE_MS) })}</small>
                </span>
              </Button>
            )
          })}
          <Button size="xl" variant="default" onClick={() => onChoose(null)} data-testid="recess-unknown">
            {t('sittings.resumeUnknown')}
          </Button>
        </div>
        <Group align="flex-end">
          <ClockField
            label={t('sittings.resumeTime')}
            value={time}
            onChange={setTime}
            onUnreadable={() => setTime('')}
            error={isPast ? t('sittings.resumePast') : undefined}
            w={260}
            testId="recess-time"
          />
          <Button disabled={chosen === null} onClick={() => onChoose(chosen)} data-testid="recess-set">
            {chosen === null ? t('sittings.recess') : t('sittings.recessUntil', { time: when.time(chosen) })}
          </Button>
        </Group>
        <Text size="sm" c="gray.6">
          {t('sittings.recessHint')}
        </Text>
      </Stack>
    </Modal>
  )
}
